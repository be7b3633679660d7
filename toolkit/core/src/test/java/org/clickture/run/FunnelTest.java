package org.clickture.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.clickture.ClicktureException;
import org.clickture.DropReason;
import org.clickture.FunnelStep;
import org.clickture.Progress;
import org.clickture.oracle.Fate;
import org.clickture.oracle.Oracle;
import org.clickture.oracle.RandomLog;
import org.clickture.oracle.RandomLogs;
import org.clickture.oracle.Trap;
import org.clickture.scan.Columns;
import org.clickture.scan.LogFiles;
import org.clickture.scan.ScanOptions;
import org.clickture.store.Store;
import org.clickture.store.Xxh64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunnelTest {

    private static final int[] SEGMENT_BYTES = {1, 7, 64, 4096, 1 << 20};
    private static final int SEEDS = 100;

    private static final String LOG = """
            a\tboxer dog\t1
            a\tpoodle and boxer dog\t2
            b\tboxer shorts\t3
            b\tboxer shorts\t3
            b\tgrey boxer\t3
            c\tdog\t1
            d e\tboxer dog\t1
            f\tboxer dog\tno
            g
            """;

    @TempDir
    Path folder;

    @Test
    void countsAndSamplesRandomLogsLikeTheOracle() throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomLog log = RandomLogs.of(seed);
            Path home = folder.resolve("log-" + seed);
            Path recipe = log.writeTo(home);
            int sample = seed % 5;
            ScanOptions options = new ScanOptions(1 + seed % 7, SEGMENT_BYTES[seed % SEGMENT_BYTES.length], false);
            List<FunnelStep> steps;
            try (Funnel funnel = new Funnel(
                    Build.compile(recipe),
                    LogFiles.find(List.of(RandomLog.log(home).toString())),
                    Columns.parse(log.columns()),
                    options,
                    sample)) {
                steps = funnel.run(Progress.NONE).steps();
            }

            assertThat(show(steps)).as("seed %d", seed).isEqualTo(expected(log, sample));
        }
    }

    /** Step, rows that fell, what is left, places of the sample. */
    private static List<String> show(List<FunnelStep> steps) {
        return steps.stream()
                .map(step -> step.step() + " " + step.fell() + " " + step.left() + " "
                        + step.sample().stream()
                                .map(row -> Path.of(row.file()).getFileName() + ":" + row.byteOffset())
                                .toList())
                .toList();
    }

    private static List<String> expected(RandomLog log, int sample) {
        List<Fate> fates = Fate.all(log.rules(), log.columns(), log.files());
        long left = fates.size();
        List<String> steps = new ArrayList<>();
        steps.add("rows 0 " + left + " []");
        for (DropReason reason : DropReason.values()) {
            List<Fate> fell = fates.stream()
                    .filter(fate -> fate.reason().equals(Optional.of(reason)))
                    .toList();
            Map<String, Fate> distinct = new LinkedHashMap<>();
            fell.forEach(fate -> distinct.putIfAbsent(fate.head(), fate));
            left -= fell.size();
            steps.add(reason.key() + " " + fell.size() + " " + left + " "
                    + distinct.values().stream()
                            .sorted(Comparator.comparing(FunnelTest::hash, Long::compareUnsigned))
                            .limit(sample)
                            .map(fate -> fate.file() + ":" + fate.byteOffset())
                            .toList());
        }
        Oracle.Outcome outcome = Oracle.label(log.rules(), log.columns(), log.files());
        steps.add("pairs 0 " + outcome.counts().pairs() + " []");
        steps.add("images 0 " + outcome.counts().images() + " []");
        return steps;
    }

    private static long hash(Fate fate) {
        byte[] head = fate.head().getBytes(ISO_8859_1);
        return Xxh64.hash(head, 0, head.length);
    }

    private Path log() throws IOException {
        return Files.writeString(folder.resolve("log.tsv"), LOG);
    }

    @Test
    void showsWhatFellAndWhy() throws IOException {
        List<FunnelStep> steps =
                Clickture.funnel(FunnelRequest.of(Trap.recipe("longest"), log().toString()), Progress.NONE);

        assertThat(steps)
                .extracting(step -> step.step() + " " + step.fell() + " " + step.left())
                .containsExactly(
                        "rows 0 9",
                        "fields 1 8",
                        "gate 3 5",
                        "exclusion 0 5",
                        "key 1 4",
                        "clicks 1 3",
                        "name 1 2",
                        "pairs 0 2",
                        "images 0 1");
        assertThat(steps.get(1).sample())
                .singleElement()
                .satisfies(row -> assertThat(row.query()).isEqualTo("g"));
        assertThat(steps.get(2).sample())
                .as("the same row stands there once")
                .extracting(row -> row.query() + "|" + row.imageKey() + "|" + row.clicks() + "|" + row.why())
                .containsExactlyInAnyOrder(
                        "boxer shorts|b|3|no gate word, but boxer", "grey boxer|b|3|no gate word, but boxer");
        assertThat(steps.get(4).sample()).singleElement().satisfies(row -> {
            assertThat(row.imageKey()).isEqualTo("d e");
            assertThat(row.why()).isEqualTo("malformed key \"d e\"");
            assertThat(row.byteOffset()).isEqualTo(LOG.indexOf("d e"));
        });
        assertThat(steps.get(5).sample())
                .singleElement()
                .satisfies(row -> assertThat(row.clicks()).isEqualTo("no"));
    }

    @Test
    void samplesTheSameRowsHoweverTheLogIsCutIntoFiles() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            all.append("k")
                    .append(i % 700)
                    .append("\tcat number ")
                    .append(i % 900)
                    .append("\t1\n");
        }
        Path whole = Files.writeString(folder.resolve("whole.tsv"), all);
        int cut = all.indexOf("\n", all.length() / 3) + 1;
        Path parts = Files.createDirectory(folder.resolve("parts"));
        Files.writeString(parts.resolve("1.tsv"), all.substring(cut));
        try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(parts.resolve("2.tsv.gz")))) {
            gzip.write(all.substring(0, cut).getBytes(UTF_8));
        }

        assertThat(sample(parts)).hasSize(3).isEqualTo(sample(whole));
    }

    private static List<String> sample(Path log) {
        return Clickture.funnel(FunnelRequest.of(Trap.recipe("longest"), log.toString()), Progress.NONE).stream()
                .flatMap(step -> step.sample().stream())
                .map(row -> row.imageKey() + row.query())
                .toList();
    }

    @Test
    void saysOfAStoreWhatItSaysOfItsLog() throws IOException {
        Path log = log();
        List<FunnelStep> expected =
                Clickture.funnel(FunnelRequest.of(Trap.recipe("longest"), log.toString()), Progress.NONE);
        new EngineRun(Trap.recipe("longest"), "key,query,clicks", log).build(folder.resolve("store"));
        try (Store store = Clickture.open(folder.resolve("store"))) {
            assertThat(Clickture.funnel(store, List.of(), 2, 3, Progress.NONE)).isEqualTo(expected);

            Files.writeString(log, LOG.replace("shorts", "shirts"));
            assertThatThrownBy(() -> Clickture.funnel(store, List.of(), 2, 3, Progress.NONE))
                    .isInstanceOf(ClicktureException.class)
                    .hasMessageContaining("CRC-32C");
        }
    }

    @Test
    void refusesNonsense() {
        Path recipe = Trap.recipe("longest");
        assertThatThrownBy(() -> FunnelRequest.of(recipe)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FunnelRequest(recipe, List.of("l"), "key,query,clicks", 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FunnelRequest(recipe, List.of("l"), "key,query,clicks", 1, -1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FunnelRequest(recipe, List.of("l"), "query", 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
