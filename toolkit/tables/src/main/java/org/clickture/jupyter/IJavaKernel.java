package org.clickture.jupyter;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;

/** IJava 1.3.0, which is finished. Its own jar is in no repository; only the base that it stands on is. */
final class IJavaKernel implements Kernel {

    private final BaseKernel kernel;

    IJavaKernel(BaseKernel kernel) {
        this.kernel = kernel;
    }

    /** The kernel that runs in this JVM; fails if none does. */
    static Kernel running() throws ReflectiveOperationException {
        Object kernel = Class.forName("io.github.spencerpark.ijava.IJava")
                .getMethod("getKernelInstance")
                .invoke(null);
        return new IJavaKernel((BaseKernel) kernel);
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
    public void run(String java) throws Exception {
        kernel.eval(java);
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
        output.setDisplayId(displayId);
        return output;
    }

    private static void fill(DisplayData output, Rendering rendering) {
        rendering.data().forEach(output::putData);
        rendering.metadata().forEach(output::putMetaData);
    }
}
