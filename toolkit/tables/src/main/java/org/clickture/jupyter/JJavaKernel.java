package org.clickture.jupyter;

import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.BaseNotebookStatics;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** JJava, 1.0-a6 and later. */
final class JJavaKernel implements Kernel {

    private final BaseKernel kernel;

    JJavaKernel(BaseKernel kernel) {
        this.kernel = kernel;
    }

    /** The kernel that runs in this JVM; fails if none does. */
    static Kernel running() {
        return new JJavaKernel(BaseKernel.notebookKernel());
    }

    @Override
    public void register(Class<?> type) {
        kernel.getRenderer()
                .createRegistration(type)
                .preferring(Rendering.HTML, Rendering.PNG)
                .register((value, context) ->
                        Renderings.of(value).ifPresent(rendering -> fill(context.getOutputContainer(), rendering)));
    }

    @Override
    public void run(String java) {
        BaseNotebookStatics.eval(java); // BaseKernel.evalRaw is about to go, this stays
    }

    @Override
    public void show(Object value) {
        kernel.display(kernel.getRenderer().render(value));
    }

    @Override
    public void display(String displayId, Rendering rendering) {
        kernel.display(output(displayId, rendering));
    }

    @Override
    public void replace(String displayId, Rendering rendering) {
        kernel.getIO().display.updateDisplay(output(displayId, rendering));
    }

    private static DisplayData output(String displayId, Rendering rendering) {
        DisplayData output = new DisplayData();
        fill(output, rendering);
        output.putTransientData("display_id", displayId); // setDisplayId has another signature in 1.0-a7
        return output;
    }

    private static void fill(DisplayData output, Rendering rendering) {
        rendering.data().forEach(output::putData);
        rendering.metadata().forEach(output::putMetaData);
    }
}
