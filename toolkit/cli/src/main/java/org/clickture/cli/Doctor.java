package org.clickture.cli;

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.clickture.jupyter.KernelChecks;
import org.clickture.jupyter.KernelChecks.Check;
import org.clickture.run.Clickture;
import org.jspecify.annotations.Nullable;

/** Looks at the Java that runs the toolkit and at what is installed around it. */
final class Doctor {

    /** What a JDK has and a JRE may lack: Chronicle Map wants the compiler, charts the desktop, notebooks the shell. */
    private static final List<String> MODULES = List.of("jdk.compiler", "java.desktop", "jdk.jshell");

    /** Packages of java.base into which Chronicle Map reaches when it writes. */
    private static final List<String> OPENED =
            List.of("java.lang", "java.lang.reflect", "sun.nio.ch", "jdk.internal.ref");

    private static final String CHART_FONT = "DejaVu Sans";
    private static final String FONT_REMEDY =
            "; install fontconfig and fonts-dejavu-core (Debian) or dejavu-sans-fonts (Fedora)";

    private Doctor() {}

    /** @param prefix the environment whose Jupyter is looked at first; may be null */
    static List<Check> examine(@Nullable Path prefix) {
        return Stream.concat(
                        Stream.of(
                                java(),
                                memory(),
                                collector(Runtime.version()),
                                gateSearch(),
                                openPackages(),
                                nativeAccess(),
                                fileNames(),
                                fonts()),
                        KernelChecks.all(prefix).stream())
                .toList();
    }

    private static Check java() {
        List<String> missing = MODULES.stream()
                .filter(module -> ModuleLayer.boot().findModule(module).isEmpty())
                .toList();
        String java = Runtime.version() + " in " + System.getProperty("java.home");
        return check(
                "JDK",
                missing.isEmpty(),
                java,
                java + " has no module " + String.join(", ", missing) + ": install a full JDK, not only a JRE");
    }

    private static Check memory() {
        Runtime runtime = Runtime.getRuntime();
        String found = String.format(
                Locale.ROOT,
                "heap of at most %,d MB (-Xmx), %d processors",
                runtime.maxMemory() >> 20,
                runtime.availableProcessors());
        return check("memory", true, found, found);
    }

    static Check collector(Runtime.Version version) {
        boolean safe = !JavaRuntime.mayCorruptData(version) || !JavaRuntime.usesG1();
        return check("garbage collector", safe, "no known bug in this version", JavaRuntime.remedy(version));
    }

    /** Slower is not broken: this is never missing. */
    private static Check gateSearch() {
        String found = Clickture.gateSearch();
        return check("gate search", true, found, found);
    }

    private static Check openPackages() {
        List<String> closed = OPENED.stream()
                .filter(name -> !Object.class.getModule().isOpen(name, Doctor.class.getModule()))
                .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
                .toList();
        return check(
                "JVM flags",
                closed.isEmpty(),
                "this JVM can build stores",
                "start with 'clickture' or 'java -jar clickture.jar', or add " + String.join(" ", closed));
    }

    /** Since JDK 24 native code without permission gives warnings, later an error. */
    private static Check nativeAccess() {
        boolean allowed;
        try {
            allowed = (boolean) Module.class.getMethod("isNativeAccessEnabled").invoke(Doctor.class.getModule());
        } catch (ReflectiveOperationException e) {
            allowed = true; // before JDK 22 nobody asks
        }
        return check(
                "native access", allowed, "allowed", "Java may print warnings: add --enable-native-access=ALL-UNNAMED");
    }

    private static Check fileNames() {
        String encoding = System.getProperty("sun.jnu.encoding", "");
        return check(
                "file names",
                encoding.equalsIgnoreCase("UTF-8"),
                "in UTF-8",
                "in " + encoding + ": names beyond ASCII cannot be used; set LC_ALL=C.UTF-8");
    }

    private static Check fonts() {
        try {
            String[] families =
                    GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames(Locale.ROOT);
            return check(
                    "fonts",
                    Arrays.asList(families).contains(CHART_FONT),
                    CHART_FONT + " is there",
                    "charts are made for " + CHART_FONT + ", it is not there" + FONT_REMEDY);
        } catch (RuntimeException | Error e) { // without any font AWT dies with a plain Error
            return check("fonts", false, "", "charts cannot be drawn (" + e + ")" + FONT_REMEDY);
        }
    }

    private static Check check(String subject, boolean ok, String found, String remedy) {
        return new Check(subject, ok, ok ? found : remedy);
    }
}
