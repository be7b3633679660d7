package org.clickture.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.clickture.ClicktureException;
import org.clickture.jupyter.KernelSpec.Request;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelSpecTest {

    @TempDir
    Path folder;

    private Path home;
    private Path clickture;

    @BeforeEach
    void makeHome() throws IOException {
        home = Files.createDirectory(folder.resolve("a home"));
        clickture = Files.createFile(folder.resolve("clickture.jar"));
    }

    @Test
    void writesAKernelThatStartsWithOneJvm() throws IOException {
        Path jjava = jjava(home.resolve(".local/share/jupyter/kernels/java"));

        Path kernel = install(new Request(null, null, null, null), Map.of());

        assertThat(kernel).isEqualTo(home.resolve(".local/share/jupyter/kernels/clickture"));
        Map<String, Object> description = JSON.std.mapFrom(Files.readString(kernel.resolve("kernel.json")));
        assertThat(description)
                .containsEntry("display_name", "Java (Clickture)")
                .containsEntry("language", "java")
                .containsEntry("interrupt_mode", "message")
                .containsEntry(
                        "argv",
                        List.of(
                                JavaProgram.ofThisProcess().toString(),
                                "@{resource_dir}/clickture.args",
                                "-cp",
                                "{resource_dir}/jjava.jar" + File.pathSeparator + clickture,
                                "org.dflib.jjava.distro.JJava",
                                "{connection_file}"));
        assertThat(kernel.resolve("jjava.jar")).hasSameBinaryContentAs(jjava);
    }

    @Test
    void writesFlagsThatThisJvmTakes() throws IOException, InterruptedException {
        jjava(home.resolve(".local/share/jupyter/kernels/java"));
        Path kernel = install(new Request(null, null, null, "64m"), Map.of());

        Process java = new ProcessBuilder(
                        JavaProgram.ofThisProcess().toString(),
                        "@" + kernel.resolve("clickture.args"),
                        "-XshowSettings:vm",
                        "--version")
                .redirectErrorStream(true)
                .start();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(java.waitFor()).as(output).isZero();
        assertThat(output).contains("Max. Heap Size: 64.00M").doesNotContainIgnoringCase("warning");
    }

    @Test
    void goesIntoThePrefixAndTakesJJavaFromThere() throws IOException {
        Path prefix = folder.resolve("env");
        Path wanted = jjava(prefix.resolve("share/jupyter/kernels/java"));
        Files.writeString(jjava(home.resolve(".local/share/jupyter/kernels/java")), "not this one");

        Path kernel = install(new Request(prefix, null, null, null), Map.of());

        assertThat(kernel).isEqualTo(prefix.resolve("share/jupyter/kernels/clickture"));
        assertThat(kernel.resolve("jjava.jar")).hasSameBinaryContentAs(wanted);
    }

    @Test
    void canBeInstalledAgain() throws IOException {
        jjava(home.resolve(".local/share/jupyter/kernels/java"));
        Request request = new Request(null, null, null, null);

        assertThat(install(request, Map.of())).isEqualTo(install(request, Map.of()));
    }

    @Test
    void takesJJavaFromItsFile() throws IOException {
        Path jjava = jjava(folder.resolve("elsewhere"));

        Path kernel = install(new Request(null, jjava, null, null), Map.of());

        assertThat(kernel.resolve("jjava.jar")).hasSameBinaryContentAs(jjava);
    }

    @Test
    void findsJJavaOnJupytersPath() throws IOException {
        Path data = folder.resolve("data");
        jjava(data.resolve("kernels/java"));
        String path = folder.resolve("absent") + File.pathSeparator + data;

        assertThat(install(new Request(null, null, null, null), Map.of("JUPYTER_PATH", path)))
                .isEqualTo(home.resolve(".local/share/jupyter/kernels/clickture"));
    }

    @Test
    void saysHowToGetJJava() {
        Path prefix = folder.resolve("env");

        assertThatThrownBy(() -> install(new Request(prefix, null, null, null), Map.of()))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("no jjava.jar in the kernels of [" + prefix)
                .hasMessageContaining("pip install jjava");
    }

    @Test
    void refusesAJarThatIsNotJJava() throws IOException {
        Path jar = jar(folder.resolve("other.jar"), "some/Thing.class");

        assertThatThrownBy(() -> install(new Request(null, jar, null, null), Map.of()))
                .isInstanceOf(ClicktureException.class)
                .hasMessage(jar + " is not the jar of JJava: it has no org.dflib.jjava.distro.JJava");
        assertThatThrownBy(() -> install(new Request(null, clickture, null, null), Map.of()))
                .isInstanceOf(ClicktureException.class)
                .hasMessageStartingWith("cannot read " + clickture);
    }

    @Test
    void refusesAProgramThatIsNoJava() throws IOException {
        Path jjava = jjava(folder.resolve("elsewhere"));
        Path absent = folder.resolve("java");

        assertThatThrownBy(() -> install(new Request(null, jjava, absent, null), Map.of()))
                .isInstanceOf(ClicktureException.class)
                .hasMessageStartingWith("cannot run " + absent);
        assertThatThrownBy(() -> install(new Request(null, jjava, program("echo 8"), null), Map.of()))
                .isInstanceOf(ClicktureException.class)
                .hasMessageEndingWith(" is no Java 17 or newer");
        assertThatThrownBy(() -> install(new Request(null, jjava, program("echo java.base@11.0.2"), null), Map.of()))
                .isInstanceOf(ClicktureException.class)
                .hasMessageEndingWith(" is Java 11, but 17 or newer is needed");
        assertThatThrownBy(() -> install(new Request(null, jjava, program("echo java.base@21"), null), Map.of()))
                .isInstanceOf(ClicktureException.class)
                .hasMessageEndingWith(" has no module jdk.jshell: install a full JDK, not only a JRE");
    }

    @Test
    void refusesAHeapThatIsNoSize() {
        assertThatThrownBy(() -> new Request(null, null, null, "2 GB; rm"))
                .isInstanceOf(ClicktureException.class)
                .hasMessageStartingWith("a heap is a number with k, m or g");
    }

    @Test
    void knowsTheFoldersOfEachSystem() {
        assertThat(user("Linux", Map.of())).isEqualTo(home.resolve(".local/share/jupyter"));
        assertThat(user("Linux", Map.of("XDG_DATA_HOME", "/x"))).isEqualTo(Path.of("/x/jupyter"));
        assertThat(user("Linux", Map.of("JUPYTER_DATA_DIR", "/y"))).isEqualTo(Path.of("/y"));
        assertThat(user("Mac OS X", Map.of())).isEqualTo(home.resolve("Library/Jupyter"));
        assertThat(user("Windows 11", Map.of("APPDATA", "/roaming"))).isEqualTo(Path.of("/roaming/jupyter"));
    }

    private Path user(String system, Map<String, String> environment) {
        return new JupyterFolders(environment, home, system).user();
    }

    private Path install(Request request, Map<String, String> environment) {
        return KernelSpec.install(request, clickture, new JupyterFolders(environment, home, "Linux"));
    }

    private Path program(String line) throws IOException {
        Path program = Files.createTempFile(folder, "java", ".sh");
        Files.writeString(program, "#!/bin/sh\n" + line + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }

    private static Path jjava(Path kernel) throws IOException {
        Files.createDirectories(kernel);
        return jar(kernel.resolve("jjava.jar"), "org/dflib/jjava/distro/JJava.class");
    }

    private static Path jar(Path file, String entry) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new JarEntry(entry));
        }
        return file;
    }
}
