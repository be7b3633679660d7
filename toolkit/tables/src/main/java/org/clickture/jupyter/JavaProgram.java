package org.clickture.jupyter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clickture.ClicktureException;

/** The {@code java} that runs a kernel: JDK 17 or newer, with the compiler that a kernel needs. */
final class JavaProgram {

    private static final int OLDEST = 17;
    private static final Pattern BASE = Pattern.compile("^java\\.base@(\\d+)", Pattern.MULTILINE);
    private static final List<String> NEEDED = List.of("jdk.jshell", "jdk.compiler", "java.desktop");

    private JavaProgram() {}

    /** The one that runs this process. */
    static Path ofThisProcess() {
        String name = System.getProperty("os.name").startsWith("Windows") ? "java.exe" : "java";
        return Path.of(System.getProperty("java.home"), "bin", name);
    }

    /** What keeps a kernel from running on this Java, as a sentence; empty if nothing does. */
    static Optional<String> problem(Path java) {
        String modules = modules(java);
        Matcher base = BASE.matcher(modules);
        if (!base.find()) {
            return Optional.of(java + " is no Java " + OLDEST + " or newer");
        }
        int version = Integer.parseInt(base.group(1));
        if (version < OLDEST) {
            return Optional.of(java + " is Java " + version + ", but " + OLDEST + " or newer is needed");
        }
        return NEEDED.stream()
                .filter(module -> !modules.contains(module + "@"))
                .findFirst()
                .map(module -> java + " has no module " + module + ": install a full JDK, not only a JRE");
    }

    private static String modules(Path java) {
        try {
            Process process = new ProcessBuilder(java.toString(), "--list-modules")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return output;
        } catch (IOException e) {
            throw new ClicktureException("cannot run " + java + ": " + e.getMessage() + "; give another Java", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClicktureException("interrupted while " + java + " was asked for its modules", e);
        }
    }
}
