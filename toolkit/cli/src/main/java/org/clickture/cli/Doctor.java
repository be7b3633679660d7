package org.clickture.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.clickture.jupyter.KernelChecks;
import org.clickture.jupyter.KernelChecks.Check;
import org.jspecify.annotations.Nullable;

/** Looks at the Java that runs the toolkit and at what is installed around it. Changes nothing. */
final class Doctor {

    private Doctor() {}

    /** @param prefix the environment whose Jupyter is looked at first; may be null */
    static List<Check> examine(@Nullable Path prefix) {
        return Stream.concat(
                        Stream.of(memory(), collector(Runtime.version()), nativeAccess(), fileNames()),
                        KernelChecks.all(prefix).stream())
                .toList();
    }

    private static Check memory() {
        Runtime runtime = Runtime.getRuntime();
        return new Check(
                "memory",
                true,
                String.format(
                        Locale.ROOT,
                        "heap of at most %,d MB (-Xmx), %d processors",
                        runtime.maxMemory() >> 20,
                        runtime.availableProcessors()));
    }

    static Check collector(Runtime.Version version) {
        boolean safe = !JavaRuntime.mayCorruptData(version) || !JavaRuntime.usesG1();
        return new Check(
                "garbage collector", safe, safe ? "no known bug in Java " + version : JavaRuntime.remedy(version));
    }

    /** Since JDK 24 native code without permission gives warnings, later an error. */
    private static Check nativeAccess() {
        boolean allowed;
        try {
            allowed = (boolean) Module.class.getMethod("isNativeAccessEnabled").invoke(Doctor.class.getModule());
        } catch (ReflectiveOperationException e) {
            allowed = true; // before JDK 22 nobody asks
        }
        return new Check(
                "native access",
                allowed,
                allowed ? "allowed" : "Java will print warnings: add --enable-native-access=ALL-UNNAMED");
    }

    private static Check fileNames() {
        String encoding = System.getProperty("sun.jnu.encoding", "");
        boolean unicode = encoding.equalsIgnoreCase("UTF-8");
        return new Check(
                "file names",
                unicode,
                unicode ? "in UTF-8" : "in " + encoding + ": names beyond ASCII cannot be used; set LC_ALL=C.UTF-8");
    }
}
