package org.clickture.cli;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.clickture.cli.Finding.State;

/** Looks at the Java that runs the toolkit and at what is installed around it. Changes nothing. */
final class Doctor {

    private static final String CHART_FONT = "DejaVu Sans";
    private static final String FONT_PACKAGES =
            "install them: fontconfig fonts-dejavu-core libfreetype6 (Debian, Ubuntu),"
                    + " fontconfig dejavu-sans-fonts freetype (Fedora)";
    private static final String USE_THE_JAR =
            "start the toolkit with 'java -jar clickture.jar' or 'clickture': its" + " manifest opens them";

    /** Packages of java.base that Chronicle Map must see into when it writes a map. */
    private static final List<String> OPENED =
            List.of("java.lang", "java.lang.reflect", "sun.nio.ch", "jdk.internal.ref");

    private Doctor() {}

    static List<Finding> examine() {
        return List.of(java(), memory(), compiler(), packages(), nativeAccess(), fileNames(), fonts());
    }

    private static Finding java() {
        Runtime.Version version = Runtime.version();
        return Finding.of(
                "Java",
                !JavaRuntime.mayCorruptData(version),
                JavaRuntime.usesG1() ? State.BROKEN : State.MISSING,
                version + ", " + System.getProperty("java.vendor") + ", " + System.getProperty("java.home"),
                "use 25.0.3 or later, or 17 to 24: 25.0.0 to 25.0.2 can corrupt compressed logs (JDK-8377811)");
    }

    private static Finding memory() {
        Runtime runtime = Runtime.getRuntime();
        return Finding.ok(
                "memory",
                String.format(
                        Locale.ROOT,
                        "heap of at most %,d MB (-Xmx), %d processors",
                        runtime.maxMemory() >> 20,
                        runtime.availableProcessors()));
    }

    /** Chronicle Map compiles a class when it makes a map. */
    private static Finding compiler() {
        boolean found = ModuleLayer.boot().findModule("jdk.compiler").isPresent();
        return Finding.of(
                "compiler",
                found,
                State.BROKEN,
                found ? "module jdk.compiler is there" : "module jdk.compiler is not there",
                "install a JDK, not only a JRE: such as openjdk-17-jdk-headless");
    }

    private static Finding packages() {
        Module base = Object.class.getModule();
        Module toolkit = Doctor.class.getModule();
        List<String> shut = new ArrayList<>();
        for (String name : OPENED) {
            if (!base.isOpen(name, toolkit)) {
                shut.add("java.base/" + name);
            }
        }
        boolean exported = ModuleLayer.boot()
                .findModule("jdk.compiler")
                .map(compiler -> compiler.isExported("com.sun.tools.javac.file", toolkit))
                .orElse(false);
        if (!exported) {
            shut.add("jdk.compiler/com.sun.tools.javac.file");
        }
        return Finding.of(
                "JVM flags",
                shut.isEmpty(),
                State.BROKEN,
                shut.isEmpty()
                        ? "the packages that Chronicle Map needs are open"
                        : "not open: " + String.join(", ", shut),
                USE_THE_JAR);
    }

    /** Since JDK 24 native code without permission gives warnings, later an error. */
    private static Finding nativeAccess() {
        boolean allowed;
        try {
            allowed = (boolean) Module.class.getMethod("isNativeAccessEnabled").invoke(Doctor.class.getModule());
        } catch (ReflectiveOperationException e) {
            allowed = true; // before JDK 22 nobody asks
        }
        return Finding.of(
                "native access",
                allowed,
                State.MISSING,
                allowed ? "allowed" : "not allowed: Java prints warnings",
                "add --enable-native-access=ALL-UNNAMED");
    }

    private static Finding fileNames() {
        String encoding = System.getProperty("sun.jnu.encoding", "");
        return Finding.of(
                "file names",
                encoding.equalsIgnoreCase("UTF-8"),
                State.MISSING,
                "encoded as " + encoding,
                "names beyond ASCII need a UTF-8 locale: LC_ALL=C.UTF-8");
    }

    private static Finding fonts() {
        try {
            GraphicsEnvironment environment = GraphicsEnvironment.getLocalGraphicsEnvironment();
            boolean found = Arrays.asList(environment.getAvailableFontFamilyNames(Locale.ROOT))
                    .contains(CHART_FONT);
            return Finding.of(
                    "fonts",
                    found && draws(),
                    State.MISSING,
                    found ? CHART_FONT + " is there" : "charts want " + CHART_FONT + ", it is not there",
                    FONT_PACKAGES);
        } catch (Exception | Error e) { // without any font AWT dies with an Error
            return new Finding("fonts", State.MISSING, "charts cannot be drawn: " + e, FONT_PACKAGES);
        }
    }

    private static boolean draws() {
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        FontMetrics metrics = graphics.getFontMetrics(new Font(CHART_FONT, Font.PLAIN, 12));
        graphics.dispose();
        return metrics.stringWidth(CHART_FONT) > 0;
    }
}
