package org.clickture.jupyter;

/** What the toolkit needs from the kernel that runs it. */
interface Kernel {

    /** Has the values of a type shown as {@link Renderings} says. */
    void register(Class<?> type);

    /** Runs a line of Java as if it stood in a cell. */
    void run(String java) throws Exception;

    /** Shows a value as the kernel shows a cell's result. */
    void show(Object value);

    /** Shows something ready-made under a name by which it can be replaced. */
    void display(String displayId, Rendering rendering);

    /** Replaces what was shown under that name. */
    void replace(String displayId, Rendering rendering);
}
