package org.clickture.scan;

import java.lang.module.ModuleFinder;
import java.util.Optional;

/**
 * The JDK's module {@value #NAME}, which JVMs leave out of their boot layer unless {@code --add-modules} names it. That
 * flag cannot stand in a jar, makes every start slower and makes the JVM print a warning that cannot be turned off. So the
 * module is loaded here, when somebody wants it, the way the JDK itself loads {@code java.instrument} for a debugger that
 * comes late. That way is not public: the jar's manifest and our kernel's flags export it to us, and where it is closed
 * or gone, callers do without the module.
 */
final class VectorModule {

    static final String NAME = "jdk.incubator.vector";

    private static final String LOADER_PACKAGE = "jdk.internal.module";

    private VectorModule() {}

    /** Without it every vector is an object, and the search slower than any other. HotSpot's word for its modes. */
    private static boolean hasOptimisingCompiler() {
        String mode = System.getProperty("java.vm.info", "");
        return !mode.contains("interpreted mode") && !mode.contains("emulated-client");
    }

    /**
     * Loads the module unless it is there already; the first call takes about 50 ms. Thread-safe.
     *
     * @return why its classes cannot be used in this JVM, as words to follow "because"; empty if they can
     */
    static Optional<String> load() {
        if (!hasOptimisingCompiler()) {
            return Optional.of("this JVM was started without its optimising compiler");
        }
        if (ModuleLayer.boot().findModule(NAME).isPresent()) {
            return Optional.empty();
        }
        if (ModuleFinder.ofSystem().find(NAME).isEmpty()) {
            return Optional.of("this Java has no module " + NAME);
        }
        if (!Object.class.getModule().isExported(LOADER_PACKAGE, VectorModule.class.getModule())) {
            return Optional.of("this JVM may not load the module " + NAME
                    + ": it was started without --add-exports=java.base/" + LOADER_PACKAGE + "=ALL-UNNAMED");
        }
        try {
            Class.forName(LOADER_PACKAGE + ".Modules")
                    .getMethod("loadModule", String.class)
                    .invoke(null, NAME);
            return Optional.empty();
        } catch (ReflectiveOperationException | LinkageError e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return Optional.of("this Java does not load the module " + NAME + " (" + cause + ")");
        }
    }
}
