package org.clickture.jupyter;

import java.util.List;
import java.util.regex.Pattern;
import org.clickture.Progress;
import org.jspecify.annotations.Nullable;

/**
 * What cells of a notebook call. The methods return nothing that the kernel would print as the result of a cell.
 *
 * <p>On JJava everything is set up by itself. On IJava the first use sets it up: {@code import static
 * org.clickture.jupyter.Notebook.*; init();}. Without a kernel, as in {@code jshell}, values are printed as text.
 */
public final class Notebook {

    /** What the cells of a notebook need not import. */
    private static final List<String> IMPORTS = List.of(
            "java.nio.file.*",
            "java.util.*",
            "java.util.stream.*",
            "tech.tablesaw.api.*",
            "org.knowm.xchart.*",
            "org.clickture.*",
            "org.clickture.label.*",
            "org.clickture.resolve.*",
            "org.clickture.run.*",
            "org.clickture.store.*",
            "org.clickture.frame.*",
            "org.clickture.chart.*",
            "static org.clickture.jupyter.Notebook.*");

    private static final Pattern PARAMETER_NAME = Pattern.compile("[A-Z][A-Z0-9_]*");

    private static @Nullable Kernel kernel;

    static {
        init();
    }

    private Notebook() {}

    /** Sets the running kernel up, once; does nothing where none runs. Never fails. */
    public static void init() {
        if (kernel == null) {
            Kernel running = running();
            if (running != null) {
                install(running);
            }
        }
    }

    /**
     * Shows values one below the other: tables, charts, stores and whatever else the kernel can show.
     *
     * @param values any; null is shown as a word
     */
    public static void show(@Nullable Object... values) {
        for (Object value : values) {
            Object shown = value == null ? "null" : value;
            if (kernel != null) {
                kernel.show(shown);
            } else {
                System.out.println(Renderings.of(shown).map(Rendering::text).orElseGet(shown::toString));
            }
        }
    }

    /** Shows how far a run has come, in place below the cell that makes it; for one run. */
    public static Progress progress() {
        return kernel == null ? Progress.NONE : new NotebookProgress(kernel);
    }

    /**
     * A setting of a notebook: the environment variable {@code CLICKTURE_} + name if it is there and not blank, else
     * what the cell says.
     *
     * @param name capital letters, digits and underscores
     */
    public static String parameter(String name, String cellValue) {
        if (!PARAMETER_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a parameter's name is made of capital letters, digits and _: " + name);
        }
        String value = System.getenv("CLICKTURE_" + name);
        return value == null || value.isBlank() ? cellValue : value;
    }

    /** Sets how many rows of a table are shown from now on, 20 at first; at least 1. */
    public static void limitTables(int rows) {
        Renderings.limitTables(rows);
    }

    static synchronized void install(Kernel running) {
        if (kernel != null) {
            return;
        }
        kernel = running;
        try {
            Silence.keepLibrariesOutOfCells();
            OrphanGuard.install();
            Renderings.TYPES.forEach(running::register);
        } catch (RuntimeException | LinkageError e) {
            System.err.println("clickture: this kernel cannot be set up: " + e);
        }
        for (String name : IMPORTS) {
            try {
                running.run("import " + name + ";");
            } catch (Exception | LinkageError e) {
                System.err.println("clickture: cells cannot import " + name + ": " + e);
            }
        }
    }

    // The kernels' classes are named as text: each of the two may be absent, or both.
    private static @Nullable Kernel running() {
        try {
            return JJavaKernel.running();
        } catch (RuntimeException | LinkageError notJJava) {
            try {
                return IJavaKernel.running();
            } catch (ReflectiveOperationException | RuntimeException | LinkageError notIJava) {
                return null;
            }
        }
    }
}
