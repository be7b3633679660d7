package org.clickture.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clickture.ClicktureException;
import org.clickture.DropReason;
import org.clickture.DroppedRow;
import org.clickture.DroppedRows;
import org.clickture.Progress;
import org.clickture.oracle.Fate;
import org.clickture.oracle.RandomLog;
import org.clickture.oracle.RandomLogs;
import org.clickture.oracle.Rules;
import org.clickture.oracle.Trap;
import org.clickture.scan.ScanOptions;
import org.clickture.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DroppedRowsTest {

    private static final int[] SEGMENT_BYTES = {1, 7, 64, 4096, 1 << 20};
    private static final int SEEDS = 60;
    private static final String COLUMNS = "key,query,clicks";

    @TempDir
    Path folder;

    private static String show(String file, Object reason, long byteOffset) {
        return Path.of(file).getFileName() + " " + reason + " " + byteOffset;
    }

    private static List<String> show(DroppedRows rows) {
        return rows.dropped().stream()
                .map(row -> show(row.file(), row.reason(), row.byteOffset()))
                .toList();
    }

    private Store build(String log) throws IOException {
        Files.writeString(folder.resolve("log.tsv"), log);
        new EngineRun(Trap.recipe("longest"), COLUMNS, folder.resolve("log.tsv")).build(folder.resolve("store"));
        return Clickture.open(folder.resolve("store"));
    }

    @Test
    void findsAllRowsOfAnImageInRandomLogs() throws IOException {
        Set<DropReason> seen = new TreeSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomLog log = RandomLogs.of(seed);
            Path home = folder.resolve("log-" + seed);
            Path out = folder.resolve("store-" + seed);
            new EngineRun(log.writeTo(home), log.columns(), RandomLog.log(home)).build(out);
            List<Fate> fates = Fate.all(log.rules(), log.columns(), log.files());
            int key = List.of(log.columns().split(",", -1)).indexOf("key");
            Set<String> keys = fates.stream()
                    .map(fate -> fate.row().split("\t", -1))
                    .filter(fields -> fields.length > key && fields[key].matches("[!-~]{1,255}"))
                    .map(fields -> fields[key])
                    .limit(40)
                    .collect(Collectors.toCollection(TreeSet::new));
            keys.add("noSuchKeyAtAll");
            try (Store store = Clickture.open(out)) {
                for (String imageKey : keys) {
                    List<Fate> ours = fates.stream()
                            .filter(fate -> fate.isOf(imageKey, log.columns()))
                            .toList();
                    DroppedRows rows = ImageRows.dropped(
                            store,
                            imageKey,
                            List.of(),
                            1 + seed % 5,
                            SEGMENT_BYTES[seed % SEGMENT_BYTES.length],
                            Progress.NONE);

                    assertThat(show(rows))
                            .as("seed %d, image %s", seed, imageKey)
                            .isEqualTo(ours.stream()
                                    .filter(fate -> fate.reason().isPresent())
                                    .map(fate -> show(fate.file(), fate.reason().orElseThrow(), fate.byteOffset()))
                                    .toList());
                    assertThat(rows.rows()).isEqualTo(ours.size());
                    assertThat(rows.rows() - rows.dropped().size())
                            .as("rows that are evidence, seed %d, image %s", seed, imageKey)
                            .isEqualTo(store.evidence(imageKey).size());
                    rows.dropped().forEach(row -> seen.add(row.reason()));
                }
            }
        }
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        DropReason.FIELDS, DropReason.GATE, DropReason.EXCLUSION, DropReason.CLICKS, DropReason.NAME);
    }

    @Test
    void saysWhyInWords() throws IOException {
        try (Store store = build("""
                a\tboxer dog\t1
                a\tboxer shorts\t2
                a\tdog\t3
                a\tpoodle dog\tmany
                a\tboxer
                b\tdog\t1
                """)) {
            assertThat(Clickture.dropped(store, "a", List.of(), Progress.NONE))
                    .isEqualTo(new DroppedRows(
                            "a",
                            5,
                            List.of(
                                    dropped(DropReason.GATE, "no gate word, but boxer", "a", "boxer shorts", "2", 14),
                                    dropped(DropReason.NAME, "no name", "a", "dog", "3", 31),
                                    dropped(DropReason.CLICKS, "malformed clicks", "a", "poodle dog", "many", 39),
                                    dropped(DropReason.FIELDS, "not 3 fields", "", "a\tboxer", "", 57))));
        }
    }

    private DroppedRow dropped(
            DropReason reason, String why, String imageKey, String query, String clicks, long byteOffset) {
        return new DroppedRow(
                reason, why, imageKey, query, clicks, folder.resolve("log.tsv").toString(), byteOffset);
    }

    @Test
    void findsRowsThatAreNotReadWhole() throws IOException {
        String log = "a\tboxer dog\t1\na\t" + "x".repeat(300_000) + "\nb\t" + "a\t".repeat(200_000) + "\n"
                + "y".repeat(300) + "\ta\n";
        List<Fate> fates = Fate.all(
                Rules.read(Trap.recipe("longest")), COLUMNS, new TreeMap<>(Map.of("log.tsv", log.getBytes(UTF_8))));
        try (Store store = build(log)) {
            for (int segmentBytes : new int[] {7, 4096, 1 << 16, 1 << 20}) {
                DroppedRows rows = ImageRows.dropped(store, "a", List.of(), 2, segmentBytes, Progress.NONE);

                assertThat(show(rows))
                        .as("segments of %d bytes", segmentBytes)
                        .containsExactly("log.tsv FIELDS 14", "log.tsv FIELDS 300017");
                assertThat(rows.rows())
                        .isEqualTo(fates.stream()
                                .filter(fate -> fate.isOf("a", COLUMNS))
                                .count());
                assertThat(rows.dropped()).allMatch(row -> row.query().length() == 256);
            }
        }
    }

    @Test
    void findsTheLogWhereItIsNow() throws IOException {
        try (Store store = build("a\tboxer dog\t1\na\tdog\t1\n")) {
            Path moved = Files.move(folder.resolve("log.tsv"), folder.resolve("moved.tsv"));

            assertThatThrownBy(() -> Clickture.dropped(store, "a", List.of(), Progress.NONE))
                    .isInstanceOf(ClicktureException.class)
                    .hasMessageContaining("log.tsv: there is no such file")
                    .hasMessageContaining("name the files");
            assertThat(Clickture.dropped(store, "a", List.of(moved.toString()), Progress.NONE)
                            .dropped())
                    .hasSize(1);
        }
    }

    @Test
    void refusesAnotherLog() throws IOException {
        try (Store store = build("a\tboxer dog\t1\n")) {
            Path log = folder.resolve("log.tsv");
            Files.writeString(log, "b\tboxer dog\t1\n");
            assertThatThrownBy(() -> Clickture.dropped(store, "a", List.of(), Progress.NONE))
                    .isInstanceOf(ClicktureException.class)
                    .hasMessageContaining("log.tsv is not in the log that")
                    .hasMessageContaining("CRC-32C");

            Files.writeString(log, "a\tboxer dog\t12\n");
            assertThatThrownBy(() -> Clickture.dropped(store, "a", List.of(), Progress.NONE))
                    .isInstanceOf(ClicktureException.class)
                    .hasMessageContaining("it has 15 bytes");

            Files.writeString(log, "a\tboxer dog\t1\n");
            Path other = Files.writeString(folder.resolve("other.tsv"), "a\tdog\t1\n");
            assertThatThrownBy(() ->
                            Clickture.dropped(store, "a", List.of(log.toString(), other.toString()), Progress.NONE))
                    .isInstanceOf(ClicktureException.class)
                    .hasMessageContaining("other.tsv is not in the log");
        }
    }

    @Test
    void refusesAnIncompleteLog() throws IOException {
        Path log = Files.createDirectory(folder.resolve("log"));
        Files.writeString(log.resolve("1.tsv"), "a\tboxer dog\t1\n");
        Files.writeString(log.resolve("2.tsv"), "a\tboxer dog\t12\n");
        new EngineRun(Trap.recipe("longest"), COLUMNS, log).build(folder.resolve("store"));
        try (Store store = Clickture.open(folder.resolve("store"))) {
            assertThatThrownBy(() -> Clickture.dropped(
                            store, "a", List.of(log.resolve("1.tsv").toString()), Progress.NONE))
                    .isInstanceOf(ClicktureException.class)
                    .hasMessageContaining("is missing: it was called " + log.resolve("2.tsv"));
        }
    }

    @Test
    void knowsFilesByTheirBytesIfTheyHaveOtherNames() throws IOException {
        Path log = Files.createDirectory(folder.resolve("log"));
        Files.writeString(log.resolve("1.tsv"), "a\tboxer dog\t1\na\tdog\t1\n");
        Files.writeString(log.resolve("2.tsv"), "a\tdog\t1\na\tboxer dog\t22\n");
        new EngineRun(Trap.recipe("longest"), COLUMNS, log).build(folder.resolve("store"));
        Files.move(log.resolve("1.tsv"), log.resolve("3.tsv"));
        try (Store store = Clickture.open(folder.resolve("store"))) {
            assertThat(show(Clickture.dropped(store, "a", List.of(log.toString()), Progress.NONE)))
                    .containsExactly("2.tsv NAME 0", "3.tsv NAME 14");
        }
    }

    @Test
    void refusesAnIllegalKey() throws IOException {
        try (Store store = build("a\tboxer dog\t1\n")) {
            assertThatThrownBy(() -> Clickture.dropped(store, "a key", List.of(), Progress.NONE))
                    .isInstanceOf(ClicktureException.class)
                    .hasMessageContaining("no image key");
        }
    }

    @Test
    void findsTheSameWithAnyNumberOfWorkers() throws IOException {
        try (Store store = build("a\tboxer dog\t1\na\tcat\t1\nA\tcat\t1\n".repeat(50_000))) {
            DroppedRows one =
                    ImageRows.dropped(store, "a", List.of(), 1, ScanOptions.DEFAULT_SEGMENT_BYTES, Progress.NONE);

            assertThat(one.rows()).isEqualTo(100_000);
            assertThat(one.dropped()).hasSize(50_000);
            assertThat(ImageRows.dropped(store, "a", List.of(), 4, 4096, Progress.NONE))
                    .isEqualTo(one);
        }
    }
}
