package org.clickture.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs {@code java -jar clickture.jar} as a process that has a home, a folder for temporary files and a working folder. */
final class CliProcess {

    static final Path JAR = Path.of("target", "clickture.jar").toAbsolutePath();
    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private static final long TIMEOUT_SECONDS = 60;

    private final Path home;
    private final Path temporary;
    private final Path work;
    private final Path streams;

    /**
     * What a run ended with.
     *
     * @param outBytes what it printed, read as ISO 8859-1: a character for each byte
     * @param err what it printed on standard error, without Java's own words about {@code sun.misc.Unsafe} (since 24), which
     *     a jar cannot keep back
     */
    record Result(int exitCode, String outBytes, String err) {

        String out() {
            return new String(outBytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
    }

    /** Makes its folders below a folder. */
    CliProcess(Path folder) throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        temporary = Files.createDirectories(folder.resolve("tmp"));
        work = Files.createDirectories(folder.resolve("work"));
        streams = Files.createDirectories(folder.resolve("streams"));
    }

    /** The working folder of the runs. */
    Path work() {
        return work;
    }

    /**
     * What runs have left outside the working folder, but for Java's own list of fonts, which every program that asks for
     * fonts leaves there.
     */
    List<Path> strayFiles() throws IOException {
        try (Stream<Path> inHome = Files.walk(home);
                Stream<Path> inTemporary = Files.walk(temporary)) {
            return Stream.concat(inHome, inTemporary)
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(home.resolve(".java/fonts")))
                    .toList();
        }
    }

    Result run(String... args) throws IOException, InterruptedException {
        return run("", List.of(), Map.of(), args);
    }

    Result runWithInput(String input, String... args) throws IOException, InterruptedException {
        return run(input, List.of(), Map.of(), args);
    }

    Result run(String input, List<String> jvmFlags, Map<String, String> environment, String... args)
            throws IOException, InterruptedException {
        Path in = Files.writeString(streams.resolve("in"), input, StandardCharsets.ISO_8859_1);
        Path out = streams.resolve("out");
        Path err = streams.resolve("err");
        ProcessBuilder builder = builder(jvmFlags, args)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        return new Result(
                exitCode(builder.start()),
                Files.readString(out, StandardCharsets.ISO_8859_1),
                withoutJavasWarnings(Files.readString(err)));
    }

    /** What a process wrote to its error stream but for what newer JVMs say of Chronicle Map. */
    static String withoutJavasWarnings(String err) {
        return Runtime.version().feature() < 24
                ? err
                : err.replaceAll("(?m)^WARNING: (A terminally deprecated method in |)sun\\.misc\\.Unsafe.*\\R", "")
                        .replaceAll(
                                "(?m)^WARNING: Please consider reporting this to the maintainers of class .*\\R", "");
    }

    /** A process that is not started yet. */
    ProcessBuilder builder(List<String> jvmFlags, String... args) {
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(List.of("-Duser.home=" + home, "-Djava.io.tmpdir=" + temporary));
        command.addAll(jvmFlags);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).directory(work.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("JAVA_") || name.startsWith("JDK_"));
        builder.environment().put("HOME", home.toString());
        return builder;
    }

    static int exitCode(Process process) throws InterruptedException {
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("no end within " + TIMEOUT_SECONDS + " s");
        }
        return process.exitValue();
    }

    /** The names of what lies in the working folder, sorted. */
    List<String> workFiles() {
        try (Stream<Path> files = Files.list(work)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
