package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The references agree with crowd-kit: with what it made once, and with itself where Python has it. */
class CrowdKitTest {

    private static final int ITERATIONS = 10;
    private static final String PYTHON = System.getProperty("clickture.python", "python3");

    @TempDir
    private Path folder;

    @Test
    void agreesWithWhatCrowdKitMade() throws IOException {
        assertAgrees(resource("crowd-kit.tsv"));
    }

    @Test
    void agreesWithCrowdKitItself() throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("fixture.py"), resource("crowd_kit_fixture.py"));
        assumeTrue(
                runs(folder.resolve("import"), "-c", "import crowdkit.aggregation"),
                "no crowd-kit in " + PYTHON + "; set -Dclickture.python to a Python that has it");
        Path made = folder.resolve("made.tsv");

        assertThat(runs(made, script.toString())).isTrue();

        assertAgrees(Files.readString(made));
    }

    private boolean runs(Path out, String... args) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(PYTHON));
        command.addAll(List.of(args));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(folder.resolve("err").toFile())
                    .start();
            return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(CrowdKitTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertAgrees(String tables) {
        String[] parts = tables.split("\n\n", 2);
        List<String> workers = new ArrayList<>();
        List<DawidSkene.Vote> votes = new ArrayList<>();
        for (String line : parts[0].split("\n", -1)) {
            String[] fields = line.split("\t", -1);
            if (!workers.contains(fields[1])) {
                workers.add(fields[1]);
            }
            votes.add(new DawidSkene.Vote(
                    Integer.parseInt(fields[0].substring(1)), workers.indexOf(fields[1]), fields[2].charAt(0) - 'a'));
        }
        DawidSkene.Vote[] array = votes.toArray(new DawidSkene.Vote[0]);
        String[] expected = parts[1].strip().split("\n", -1);
        double[][] majority = DawidSkene.majority(array, expected.length, 4);
        double[][] posteriors = DawidSkene.run(array, expected.length, workers.size(), 4, ITERATIONS);

        assertThat(expected).hasSizeGreaterThan(100);
        for (int task = 0; task < expected.length; task++) {
            String[] fields = expected[task].split("\t", -1);
            if (!fields[1].isEmpty()) {
                assertThat(most(majority[task])).as(fields[0]).isEqualTo(fields[1].charAt(0) - 'a');
            }
            int label = fields[2].charAt(0) - 'a';
            assertThat(most(posteriors[task])).as(fields[0]).isEqualTo(label);
            assertThat(posteriors[task][label]).as(fields[0]).isCloseTo(Double.parseDouble(fields[3]), within(1e-6));
        }
    }

    private static int most(double... shares) {
        int most = 0;
        for (int i = 1; i < shares.length; i++) {
            most = shares[i] > shares[most] ? i : most;
        }
        return most;
    }
}
