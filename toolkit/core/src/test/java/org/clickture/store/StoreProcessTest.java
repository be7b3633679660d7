package org.clickture.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.clickture.ClicktureException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores and other processes, some of which die. */
class StoreProcessTest {

    @TempDir
    Path folder;

    @TempDir
    Path home;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void endProcesses() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void isReadByTwoProcessesAtOnce() throws Exception {
        Path path = folder.resolve("1000");
        StoreFixture.write(path, false, StoreProcess.images(path), 2);
        Map<String, String> before = StoreFixture.contents(folder);
        try (Store store = Store.open(path)) {
            assertThat(store.images().next()).isTrue();
            Process first = start(flags(), "check", path);
            Process second = start(flags(), "check", path);
            assertEnds(first, 0);
            assertEnds(second, 0);
        }
        assertThat(StoreFixture.contents(folder)).isEqualTo(before);
    }

    @Test
    void survivesReadersThatAreKilled() throws Exception {
        Path path = folder.resolve("500");
        MemoryImages images = StoreProcess.images(path);
        StoreFixture.write(path, false, images, 2);
        Map<String, String> before = StoreFixture.contents(folder);
        Random random = new Random(1);
        for (int round = 0; round < 3; round++) {
            List<Process> readers = List.of(start(flags(), "read", path), start(flags(), "read", path));
            for (Process reader : readers) {
                awaitReady(reader);
            }
            for (Process reader : readers) {
                Thread.sleep(random.nextInt(100));
                kill(reader);
            }
            try (Store store = Store.open(path)) {
                for (String key : images.keys()) {
                    assertThat(store.find(key)).contains(images.labelSet(key));
                }
            }
        }
        assertThat(StoreFixture.contents(folder)).isEqualTo(before);
    }

    @Test
    void isWholeOrAbsentWhenItsBuilderIsKilled() throws Exception {
        Path path = folder.resolve("4000");
        Path leftover = folder.resolve(".4000.partial/store");
        Random random = new Random(2);
        int leftovers = 0;
        for (int round = 0; round < 8; round++) {
            Process builder = start(flags(), "rebuild", path);
            awaitReady(builder);
            if (round % 2 == 0) {
                Thread.sleep(random.nextInt(1_200));
            } else {
                await(leftover);
            }
            kill(builder);
            // Killed in its first build it leaves nothing, later the store of the build before.
            if (Files.exists(path)) {
                assertWhole(path, 4_000);
            }
            leftovers += Files.exists(leftover) ? 1 : 0;
            if (opens(leftover)) {
                assertWhole(leftover, 4_000);
            }
        }
        assertThat(leftovers).isPositive();
        StoreFixture.write(path, true, StoreProcess.images(path), 2);
        assertThat(StoreFixture.names(folder)).containsExactly("4000");
        assertWhole(path, 4_000);
    }

    private static void await(Path path) throws InterruptedException {
        while (!Files.exists(path)) {
            Thread.sleep(1);
        }
    }

    private static boolean opens(Path path) {
        try (Store store = Store.open(path)) {
            return store.labels() != null;
        } catch (ClicktureException e) {
            return false;
        }
    }

    /** Chronicle's reports home are silent where JUnit is on the class path. */
    @Test
    void writesNothingElsewhereAndPrintsNothing() throws Exception {
        Path path = folder.resolve("500");
        Process builder = start(flags(), element -> !element.matches(".*(junit|surefire).*"), "build", path);
        assertThat(assertEnds(builder, 0)).isEmpty();
        assertThat(StoreFixture.names(folder)).containsExactly("500");
        assertThat(StoreFixture.contents(home).keySet()).containsExactly("output0");
        assertWhole(path, 500);
    }

    @Test
    void isBuiltInAJvmWithoutFlags() throws Exception {
        Path path = folder.resolve("50");
        assertThat(assertEnds(start(List.of(), "build", path), 0)).isEmpty();
        assertWhole(path, 50);
    }

    @Test
    void isBuiltByJarsThatAKernelAdded() throws Exception {
        Path path = folder.resolve("50");
        assertThat(assertEnds(start(List.of(), "kernel", path), 0)).isEmpty();
        assertWhole(path, 50);
    }

    @Test
    void namesTheModuleThatAJvmLacks() throws Exception {
        Path path = folder.resolve("50");
        assertThat(assertEnds(start(List.of("--limit-modules=java.se,jdk.unsupported"), "build", path), 1))
                .containsExactly("Chronicle Map cannot write in this JVM: it lacks the module jdk.compiler."
                        + " Use a full JDK instead of " + System.getProperty("java.home") + ".");
        assertThat(StoreFixture.names(folder)).isEmpty();
    }

    @Test
    void namesTheFlagsThatAJvmLacks() throws Exception {
        String expected = "Chronicle Map cannot write in this JVM. Start it with"
                + " --add-opens=java.base/java.lang=ALL-UNNAMED"
                + " --add-opens=java.base/java.lang.reflect=ALL-UNNAMED"
                + " --add-opens=java.base/sun.nio.ch=ALL-UNNAMED"
                + " --add-opens=java.base/jdk.internal.ref=ALL-UNNAMED or build with 'clickture build'.";
        List<String> packages = List.of("java.lang", "java.lang.reflect", "sun.nio.ch", "jdk.internal.ref");
        assertThat(WriterJvm.refusal(packages)).isEqualTo(expected);
        // The first JVM that can be told not to let anybody open packages from inside.
        if (Runtime.version().feature() >= 24) {
            Path path = folder.resolve("50");
            Process refused = start(List.of("--sun-misc-unsafe-memory-access=deny"), "build", path);
            assertThat(assertEnds(refused, 1)).containsExactly(expected);
            assertThat(StoreFixture.names(folder)).isEmpty();
        }
    }

    @Test
    void isReadWithoutChronicleAndFlags() throws Exception {
        Path path = folder.resolve("500");
        StoreFixture.write(path, false, StoreProcess.images(path), 2);
        Predicate<String> ownClassesAndJson = element -> new File(element).isDirectory() || element.contains("jackson");
        assertThat(assertEnds(start(List.of(), ownClassesAndJson, "check", path), 0))
                .isEmpty();
    }

    private static void assertWhole(Path path, int images) {
        assertThat(Store.verify(path)).hasSize(5).allMatch(FileCheck::ok);
        try (Store store = Store.open(path)) {
            assertThat(store.counts().images()).isEqualTo(images);
        }
    }

    private Process start(List<String> jvmFlags, String command, Path path) throws IOException {
        return start(jvmFlags, element -> true, command, path);
    }

    /** Starts a JVM like this one, with its own home, temporary and working folder. */
    private Process start(List<String> jvmFlags, Predicate<String> classPathElements, String command, Path path)
            throws IOException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(jvmFlags);
        words.addAll(List.of("-Xmx256m", "-Duser.home=" + home, "-Djava.io.tmpdir=" + home, "-cp"));
        words.add(String.join(
                File.pathSeparator,
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .filter(classPathElements)
                        .toList()));
        words.addAll(List.of(StoreProcess.class.getName(), command, path.toString()));
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output(processes.size()).toFile());
        builder.environment().put("HOME", home.toString());
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private Path output(int process) {
        return home.resolve("output" + process);
    }

    private static List<String> flags() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--add-") || flag.startsWith("--enable-"))
                .toList();
    }

    private void awaitReady(Process process) throws Exception {
        while (!printed(process).contains("ready")) {
            assertThat(process.isAlive())
                    .as(() -> "alive; it printed " + printed(process))
                    .isTrue();
            Thread.sleep(10);
        }
    }

    private static void kill(Process process) throws InterruptedException {
        assertThat(process.destroyForcibly().waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    /** Waits for a process and returns what it printed. */
    private List<String> assertEnds(Process process, int exitCode) throws Exception {
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(() -> String.join("\n", printed(process)))
                .isEqualTo(exitCode);
        return printed(process);
    }

    /** What a process printed, but for the warnings of newer JVMs that no program can keep back. */
    private List<String> printed(Process process) {
        try {
            return Files.readAllLines(output(processes.indexOf(process))).stream()
                    .filter(line -> !line.startsWith("WARNING: ") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
