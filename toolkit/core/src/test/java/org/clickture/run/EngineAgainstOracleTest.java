package org.clickture.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.clickture.ClicktureException;
import org.clickture.lexicon.Tokenizer;
import org.clickture.oracle.Oracle;
import org.clickture.oracle.RandomLog;
import org.clickture.oracle.RandomLogs;
import org.clickture.oracle.Rules;
import org.clickture.oracle.Trap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the engine, from log to store to data set, against the oracle. */
class EngineAgainstOracleTest {

    private static final int[] SEGMENT_BYTES = {1, 2, 3, 7, 64, 4096, 1 << 20};
    private static final int MAX_THREADS = 8;
    private static final int SEEDS = 3 * SEGMENT_BYTES.length * MAX_THREADS;

    private static final String COLUMNS = "key,query,clicks";

    @TempDir
    Path folder;

    private int stores;

    static List<Trap> traps() {
        return Trap.all();
    }

    @ParameterizedTest
    @MethodSource("traps")
    void buildsEveryTrapAsExpected(Trap trap) throws IOException {
        Oracle.Outcome expected = Oracle.label(Rules.read(trap.recipe()), trap.columns(), trap.files());
        for (int segmentBytes : SEGMENT_BYTES) {
            Oracle.Outcome outcome = new EngineRun(trap.recipe(), trap.columns(), trap.log())
                    .with(1 + segmentBytes % 3, segmentBytes)
                    .outcome(newStore());

            assertThat(outcome.dataset()).isEqualTo(trap.dataset());
            assertThat(outcome.counts()).isEqualTo(trap.counts());
            assertThat(outcome).as("segments of %d bytes", segmentBytes).isEqualTo(expected);
        }
    }

    @Test
    void buildsRandomLogsLikeTheOracle() throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomLog log = RandomLogs.of(seed);
            int segmentBytes = SEGMENT_BYTES[seed % SEGMENT_BYTES.length];
            int threads = 1 + seed / SEGMENT_BYTES.length % MAX_THREADS;

            assertThat(write(log).with(threads, segmentBytes).outcome(newStore()))
                    .as("seed %d, segments of %d bytes, %d threads", seed, segmentBytes, threads)
                    .isEqualTo(Oracle.label(log.rules(), log.columns(), log.files()));
        }
    }

    @Test
    void buildsLogsOfManyLargeSegmentsLikeTheOracle() throws IOException {
        for (int seed = 3000; seed < 3002; seed++) {
            RandomLog one = RandomLogs.of(seed);
            SortedMap<String, byte[]> files = new TreeMap<>(one.files());
            files.replaceAll(
                    (name, bytes) -> repeat(bytes, (4 << 20) / one.files().size()));
            RandomLog log = new RandomLog(one.rules(), one.ignored(), one.columns(), files);

            assertThat(write(log).with(4, 1 << 20).outcome(newStore()))
                    .as("seed %d", seed)
                    .isEqualTo(Oracle.label(log.rules(), log.columns(), log.files()));
        }
    }

    @Test
    void namesTheFirstMalformedRowWhenItIsStrict() throws IOException {
        for (int seed = 0; seed < SEGMENT_BYTES.length * MAX_THREADS; seed++) {
            RandomLog log = RandomLogs.of(seed);
            EngineRun run =
                    write(log).with(1 + seed / SEGMENT_BYTES.length, SEGMENT_BYTES[seed % SEGMENT_BYTES.length]);
            Path store = newStore();
            Optional<Oracle.Place> malformed = Oracle.label(log.rules(), log.columns(), log.files()).places().stream()
                    .min(Comparator.comparing(Oracle.Place::file).thenComparing(Oracle.Place::byteOffset));
            if (malformed.isEmpty()) {
                continue;
            }
            Oracle.Place first = malformed.get();
            assertThatThrownBy(() -> run.build(store, true))
                    .as("seed %d", seed)
                    .isInstanceOf(ClicktureException.class)
                    .hasMessageContaining(
                            first.file() + ": row " + first.row() + " at byte offset " + first.byteOffset()
                                    + " is malformed (" + first.reason().key() + ")");
            assertThat(store).doesNotExist();
        }
    }

    @Test
    void writesTheSameBytesForAnyThreadsSegmentsAndOrderOfShards() throws IOException {
        for (int seed = 1000; seed < 1010; seed++) {
            EngineRun run = write(RandomLogs.of(seed));
            List<String> shards = files(Path.of(run.logs().get(0))).stream()
                    .map(Path::toString)
                    .toList();
            List<String> reversed = new ArrayList<>(shards);
            Collections.reverse(reversed);

            Map<String, String> bytes = storeBytes(run.with(shards).with(1, 1 << 20));
            assertThat(bytes).isNotEmpty();
            assertThat(storeBytes(run.with(reversed).with(8, 7)))
                    .as("seed %d", seed)
                    .isEqualTo(bytes);
            assertThat(storeBytes(run.with(3, 64))).as("seed %d", seed).isEqualTo(bytes);
        }
    }

    @Test
    void writesTheSameBytesWithAnyMemory() throws IOException {
        for (int seed = 4000; seed < 4024; seed++) {
            EngineRun run = write(RandomLogs.of(seed));
            Map<String, String> bytes = storeBytes(run.with(1, 1 << 20));
            int threads = 1 + seed % MAX_THREADS;
            // With the first ones nothing stays in the heap, with the last one nothing leaves it.
            for (long memoryBytes : new long[] {1, 1 << 12, 1 << 14, 1 << 16, 1 << 24}) {
                assertThat(storeBytes(run.with(threads, 64).withMemory(memoryBytes)))
                        .as("seed %d, %d threads, %d bytes of memory", seed, threads, memoryBytes)
                        .isEqualTo(bytes);
            }
        }
    }

    @Test
    void readsCompressedTwinsLikeThePlainLog() throws IOException {
        for (int seed = 2000; seed < 2020; seed++) {
            RandomLog log = RandomLogs.of(seed);
            EngineRun run = write(log);
            SortedMap<String, byte[]> twins = new TreeMap<>();
            for (Path file : files(Path.of(run.logs().get(0)))) {
                byte[] bytes = Files.readAllBytes(file);
                boolean gzip = (seed + twins.size()) % 2 == 0;
                String twin = file + (gzip ? ".gz" : ".zst");
                // Two members, cut anywhere: in a row, a character, a byte order mark.
                int cut = Math.min(bytes.length, seed % 50);
                ByteArrayOutputStream members = new ByteArrayOutputStream();
                members.write(compress(gzip, Arrays.copyOf(bytes, cut)));
                members.write(compress(gzip, Arrays.copyOfRange(bytes, cut, bytes.length)));
                Files.write(Path.of(twin), members.toByteArray());
                twins.put(String.valueOf(Path.of(twin).getFileName()), bytes);
                Files.delete(file);
            }

            assertThat(run.with(1 + seed % 3, 64).outcome(newStore()))
                    .as("seed %d", seed)
                    .isEqualTo(Oracle.label(log.rules(), log.columns(), twins));
        }
    }

    @Test
    void findsRowsOfAnyLength() throws IOException {
        String query = "boxer dog ".repeat(20_000);
        String log =
                "a\t" + query + "\t1\n" + "\0".repeat(200_000) + "\nb\t" + query + "\t0\nc\t" + query + "poodle\t2\r";
        Path file = Files.writeString(folder.resolve("log.tsv"), log);
        Oracle.Outcome expected = Oracle.label(
                Rules.read(Trap.recipe("longest")), COLUMNS, new TreeMap<>(Map.of("log.tsv", log.getBytes(UTF_8))));

        assertThat(expected.counts().pairs()).isEqualTo(3);
        for (int segmentBytes : new int[] {7, 4096, 1 << 16, 1 << 20}) {
            assertThat(new EngineRun(Trap.recipe("longest"), COLUMNS, file)
                            .with(2, segmentBytes)
                            .outcome(newStore()))
                    .as("segments of %d bytes", segmentBytes)
                    .isEqualTo(expected);
        }
    }

    @Test
    void findsRowsBeyondTwoAndFourGiB() throws IOException {
        Path file = folder.resolve("huge.tsv");
        long behindTwo = (1L << 31) + 12_345;
        long behindFour = (1L << 32) + 54_321;
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            write(channel, 0, "a\tboxer dog\t1\n");
            write(channel, behindTwo, "\na\tpoodle dog\t2\nb\tboxer dog\tno\n");
            write(channel, behindFour, "\nc\tboxer dog\t3");
        }

        Oracle.Outcome outcome = new EngineRun(Trap.recipe("longest"), COLUMNS, file).outcome(newStore());

        assertThat(outcome.dataset())
                .isEqualTo("breed,image_key,clicks,queries\nboxer,a,1,1\nboxer,c,3,1\npoodle,a,2,1\n");
        assertThat(outcome.counts().rows()).isEqualTo(6);
        assertThat(outcome.places().stream()
                        .map(place -> place.reason().key() + place.row() + "@" + place.byteOffset()))
                .containsExactly("fields2@14", "fields5@" + (behindTwo + 31), "clicks4@" + (behindTwo + 16));
        assertThat(outcome.evidence().values().stream()
                        .flatMap(List::stream)
                        .map(triad -> triad.clicks() + "@" + triad.byteOffset()))
                .containsExactly("1@0", "2@" + (behindTwo + 1), "3@" + (behindFour + 1));
    }

    @Test
    void addsClicksUpToTheLargestLongAndNotBeyond() throws IOException {
        String log = "a\tboxer dog\t999999999999999\n".repeat(9223) + "a\tboxer dog\t372036854785030\n";
        Path file = Files.writeString(folder.resolve("log.tsv"), log);
        EngineRun run = new EngineRun(Trap.recipe("longest"), COLUMNS, file);

        assertThat(run.outcome(newStore()).dataset()).endsWith("\nboxer,a,9223372036854775807,1\n");

        Path store = newStore();
        Files.writeString(file, log + "a\tboxer puppy\t1\n");
        assertThatThrownBy(() -> run.build(store))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("log.tsv");
        assertThat(store).doesNotExist();
    }

    @Test
    void cutsTextsIntoTheTokensOfTheTable() {
        assertThat(Trap.table("tokens.tsv"))
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(Tokenizer.tokens(row.get(0))).as(row.get(0)).hasToString(row.get(1)));
    }

    @Test
    void findsTheLabelsOfTheTable() {
        assertThat(Trap.table("matches.tsv")).isNotEmpty().allSatisfy(row -> {
            QueryMatcher.Match match =
                    Clickture.matcher(Trap.recipe(row.get(0))).match(row.get(1).getBytes(UTF_8));
            assertThat(match.gate() + "\t" + String.join(";", match.labels()))
                    .as(row.toString())
                    .isEqualTo(row.get(2) + "\t" + row.get(3));
        });
    }

    private EngineRun write(RandomLog log) throws IOException {
        Path home = folder.resolve("log-" + stores);
        return new EngineRun(log.writeTo(home), log.columns(), RandomLog.log(home));
    }

    /** The bytes and a LF, again and again, up to about a size. */
    private static byte[] repeat(byte[] bytes, int aboutBytes) {
        ByteBuffer repeated = ByteBuffer.allocate(aboutBytes / (bytes.length + 1) * (bytes.length + 1));
        while (repeated.hasRemaining()) {
            repeated.put(bytes).put((byte) '\n');
        }
        return repeated.array();
    }

    private static void write(FileChannel channel, long byteOffset, String text) throws IOException {
        channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)), byteOffset);
    }

    private static byte[] compress(boolean gzip, byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream out = gzip ? new GZIPOutputStream(compressed) : new ZstdOutputStream(compressed)) {
            out.write(bytes);
        }
        return compressed.toByteArray();
    }

    /** The bytes of every file of a new store, in hexadecimal digits, by its name. */
    private Map<String, String> storeBytes(EngineRun run) throws IOException {
        Path store = newStore();
        run.build(store);
        Map<String, String> bytes = new TreeMap<>();
        for (Path file : files(store)) {
            bytes.put(store.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
        }
        return bytes;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private Path newStore() {
        return folder.resolve("store-" + ++stores);
    }
}
