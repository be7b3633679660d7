package org.clickture.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code toolkit/bin/clickture}. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {

    private static final Path LAUNCHER =
            Path.of("..", "bin", "clickture").toAbsolutePath().normalize();
    private static final String JAVA_HOME = System.getProperty("java.home");

    @TempDir
    private Path folder;

    private record Result(int exitCode, String out) {}

    @Test
    void findsTheJarBesideItThroughLinks() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("first link"), LAUNCHER);
        Path second = Files.createSymbolicLink(folder.resolve("second"), link.getFileName());

        Result result = run(second, Map.of("JAVA_HOME", JAVA_HOME), "--version");
        assertThat(result.out()).startsWith("clickture ").hasLineCount(2);
        assertThat(result.exitCode()).isZero();
        // JUnit warns when it has to delete a link that leads out of its folder.
        Files.delete(second);
        Files.delete(link);
    }

    @Test
    void passesOptionsOnToJavaAndArgumentsAsTheyAre() throws Exception {
        Map<String, String> environment =
                Map.of("JAVA_HOME", JAVA_HOME, "JAVA_OPTS", "-Xmx64m", "CLICKTURE_OPTS", "-Xss1m -Xmx65m");

        assertThat(run(LAUNCHER, environment, "doctor").out()).containsPattern("heap of at most 6\\d MB");
        assertThat(run(LAUNCHER, environment, "summary", "two  blanks *").out()).contains("two  blanks *");
    }

    @Test
    void takesTheJavaOfThePathWithoutAHome() throws Exception {
        Result result = run(LAUNCHER, Map.of("PATH", JAVA_HOME + "/bin:" + System.getenv("PATH")), "--version");

        assertThat(result.out()).contains("Java " + Runtime.version());
    }

    @Test
    void startsFastForASmallStore() throws Exception {
        fakeJava("#!/bin/sh\necho \"$*\"\n");
        Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"17\"\n");
        Map<String, String> environment = Map.of("JAVA_HOME", folder.toString(), "JAVA_OPTS", "-Xmx64m");
        Path store = Files.createDirectories(folder.resolve("a store"));
        Files.write(store.resolve("evidence.bin"), new byte[24_999_999]);

        assertThat(run(LAUNCHER, environment, "resolve", store.toString()).out())
                .startsWith("-XX:TieredStopAtLevel=1 -Xmx64m ");
        assertThat(run(LAUNCHER, environment, "build", "--out", store.toString())
                        .out())
                .startsWith("-Xmx64m ");
        assertThat(run(LAUNCHER, environment, "resolve", folder.toString()).out())
                .startsWith("-Xmx64m ");

        Files.write(store.resolve("evidence.bin"), new byte[25_000_000]);
        assertThat(run(LAUNCHER, environment, "resolve", store.toString()).out())
                .startsWith("-Xmx64m ");
    }

    @Test
    void refusesAnOldJava() throws Exception {
        Path java = fakeJava("#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
        Result asked = run(LAUNCHER, Map.of("JAVA_HOME", folder.toString()), "--version");
        assertThat(asked.out()).startsWith("clickture: " + java + " is Java 11: 17 or newer is needed");
        assertThat(asked.exitCode()).isEqualTo(1);

        Files.writeString(folder.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"1.8.0_292\"\n");
        assertThat(run(LAUNCHER, Map.of("JAVA_HOME", folder.toString()), "--version")
                        .out())
                .contains(" is Java 1: 17 or newer is needed");
    }

    @Test
    void saysWhenThereIsNoJava() throws Exception {
        Result result = run(LAUNCHER, Map.of("JAVA_HOME", folder.toString()), "--version");

        assertThat(result.out()).startsWith("clickture: JAVA_HOME is " + folder).hasLineCount(1);
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void saysHowToBuildAMissingJar() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("toolkit/bin"));
        Path copy = Files.copy(LAUNCHER, bin.resolve("clickture"));

        Result result = run(copy, Map.of("JAVA_HOME", JAVA_HOME), "--version");
        assertThat(result.out())
                .startsWith("clickture: ")
                .contains("clickture.jar is not there")
                .contains("mvn ");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    private Path fakeJava(String script) throws IOException {
        Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
        Files.writeString(java, script);
        return Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Result run(Path launcher, Map<String, String> environment, String... args)
            throws IOException, InterruptedException {
        String[] command = new String[args.length + 1];
        command[0] = launcher.toString();
        System.arraycopy(args, 0, command, 1, args.length);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("JAVA_") || name.startsWith("JDK_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(CliProcess.exitCode(process), out);
    }
}
