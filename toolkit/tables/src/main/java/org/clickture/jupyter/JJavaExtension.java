package org.clickture.jupyter;

import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** Called by JJava, through its service loader, when it starts or when {@code %classpath} adds this jar. */
public final class JJavaExtension implements Extension {

    /** Never throws: JJava would let the cell fail once and take the extension for installed from then on. */
    @Override
    public void install(BaseKernel kernel) {
        Notebook.install(new JJavaKernel(kernel));
    }
}
