package org.clickture.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import net.openhft.chronicle.map.ChronicleMap;
import net.openhft.chronicle.map.ChronicleMapBuilder;
import org.clickture.ClicktureException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the reader against Chronicle Map itself. */
class MapFileTest {

    @TempDir
    Path folder;

    @BeforeAll
    static void letChronicleWork() {
        System.setProperty("chronicle.announcer.disable", "true");
        WriterJvm.prepare();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 10, 100, 1_000, 5_000, 100_000})
    void readsWhatChronicleWrote(int entries) throws IOException {
        Random random = new Random(entries);
        Map<String, String> expected = randomEntries(random, entries, 60);
        Path file = chronicleMap(expected, builder -> builder.entries(Math.max(1, entries)));
        assertReads(file, expected, random);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 32, 256, 1024})
    void readsAnyNumberOfSegments(int segments) throws IOException {
        Random random = new Random(segments);
        Map<String, String> expected = randomEntries(random, 3_000, 400);
        Path file = chronicleMap(
                expected,
                builder -> builder.entries(3_000)
                        .averageValueSize(200)
                        .actualSegments(segments)
                        .checksumEntries(segments % 3 == 0));
        assertReads(file, expected, random);
    }

    @Test
    void readsSlotsOfEightBytes() throws IOException {
        Random random = new Random(8);
        Map<String, String> expected = randomEntries(random, 20_000, 60);
        Path file = chronicleMap(expected, builder -> builder.entries(20_000).actualSegments(1));
        assertThat(MapHeader.read(MappedFile.open(file)).slotBytes()).isEqualTo(8);
        assertReads(file, expected, random);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 16})
    void readsSegmentsThatOverflowed(int segments) throws IOException {
        Random random = new Random(segments);
        Map<String, String> expected = randomEntries(random, 10_000, 100);
        Path file = chronicleMap(
                expected, builder -> builder.entries(500).maxBloatFactor(1_000).actualSegments(segments));
        assertThat(MapHeader.read(MappedFile.open(file)).tiers()).isGreaterThan(3 * segments);
        assertReads(file, expected, random);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsMapsWithRemovedAndReplacedEntries(boolean overflowed) throws IOException {
        Random random = new Random(3);
        Map<String, String> expected = randomEntries(random, 2_000, 100);
        Path file = chronicleMap(
                expected, builder -> builder.entries(overflowed ? 200 : 4_000).maxBloatFactor(overflowed ? 500 : 1));
        try (ChronicleMap<byte[], byte[]> map = builder().createPersistedTo(file.toFile())) {
            for (String key : expected.keySet().toArray(String[]::new)) {
                int choice = random.nextInt(3);
                if (choice == 0) {
                    map.remove(bytes(key));
                    expected.remove(key);
                } else if (choice == 1) {
                    String value = randomText(random, random.nextInt(300));
                    map.put(bytes(key), bytes(value));
                    expected.put(key, value);
                }
            }
        }
        assertReads(file, expected, random);
    }

    @Test
    void readsMapsOfMoreThanTwoGibibytes() throws IOException {
        Random random = new Random(4);
        Map<String, String> expected = randomEntries(random, 1_000, 100);
        // Hardly any of it is on the disk: four segments with room for 14 million chunks of 64 bytes.
        Path file = chronicleMap(
                expected,
                builder -> builder.actualSegments(4)
                        .entriesPerSegment(1_000)
                        .actualChunkSize(64)
                        .actualChunksPerSegmentTier(14_000_000)
                        .sparseFile(true));
        assertThat(Files.size(file)).isGreaterThan(3L << 30);
        assertReads(file, expected, random);
        Files.delete(file);
    }

    @Test
    void readsMapsThatTheWriterMade() throws IOException {
        Random random = new Random(5);
        Map<String, String> expected = randomEntries(random, 20_000, 30);
        MapShape.Tally tally = new MapShape.Tally();
        expected.forEach((key, value) -> tally.add(hash(key), key.length(), value.length()));
        Path file = folder.resolve("written.dat");
        try (MapWriter writer = new MapWriter(file, tally.shape())) {
            for (Map.Entry<String, String> entry : expected.entrySet()) {
                writer.put(bytes(entry.getKey()), bytes(entry.getValue()));
            }
            writer.finish(expected.size());
        }
        assertReads(file, expected, random);
    }

    @Test
    void refusesFilesThatAreNoMap() throws IOException {
        Map<String, byte[]> foreign = Map.of(
                "empty", new byte[0],
                "short", new byte[11],
                "zeros", new byte[100_000],
                "text", "image key\tquery\t1\n".repeat(1_000).getBytes(StandardCharsets.UTF_8),
                "noise", noise(100_000));
        for (Map.Entry<String, byte[]> entry : foreign.entrySet()) {
            Path file = Files.write(folder.resolve(entry.getKey()), entry.getValue());
            assertThatThrownBy(() -> open(file))
                    .isInstanceOf(ClicktureException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void refusesMapsOfOtherTypes() throws IOException {
        Path file = folder.resolve("strings");
        ChronicleMapBuilder.of(String.class, Long.class)
                .entries(10)
                .averageKeySize(5)
                .createPersistedTo(file.toFile())
                .close();
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("keyClass: !type String");
    }

    @Test
    void refusesMapsThatWereNeverCompleted() throws IOException {
        byte[] map = smallMap(6);
        map[11] |= (byte) 0x80;
        Path file = Files.write(folder.resolve("incomplete"), map);
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("never completed");
    }

    @Test
    void refusesMapsThatAreCutOff() throws IOException {
        byte[] map = smallMap(7);
        Path file = folder.resolve("cut");
        // Chronicle Map rounds its file up to whole pages; the last one may go.
        for (int length = 0; length < map.length - 4096; length += length < 3_000 ? 13 : 509) {
            Files.write(file, Arrays.copyOf(map, length));
            assertThatThrownBy(() -> open(file)).isInstanceOf(ClicktureException.class);
        }
    }

    @Test
    void neitherCrashesNorHangsOnDamagedMaps() throws IOException {
        byte[] map = smallMap(8);
        Random random = new Random(8);
        Path file = folder.resolve("damaged");
        int refused = 0;
        for (int round = 0; round < 500; round++) {
            byte[] damaged = map.clone();
            // One flipped bit, or a stretch of one byte value.
            int at = random.nextInt(damaged.length);
            if (round % 2 == 0) {
                damaged[at] ^= (byte) (1 << random.nextInt(8));
            } else {
                byte value = (byte) (random.nextBoolean() ? -1 : random.nextInt(256));
                Arrays.fill(damaged, at, Math.min(damaged.length, at + 1 + random.nextInt(64)), value);
            }
            Files.write(file, damaged);
            try {
                MapFile opened = open(file);
                readAll(opened);
                ByteWindow window = opened.newWindow();
                for (int i = 10; i < 60; i++) {
                    opened.find(bytes("key " + i), 6, window);
                }
            } catch (ClicktureException e) {
                assertThat(e).hasMessageContaining(file.toString());
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    private byte[] smallMap(int seed) throws IOException {
        Map<String, String> entries = randomEntries(new Random(seed), 100, 20);
        for (int i = 10; i < 60; i++) {
            entries.put("key " + i, "value");
        }
        Path file = chronicleMap(
                entries, builder -> builder.entries(80).actualSegments(2).maxBloatFactor(20));
        return Files.readAllBytes(file);
    }

    private Path chronicleMap(
            Map<String, String> entries, UnaryOperator<ChronicleMapBuilder<byte[], byte[]>> configuration)
            throws IOException {
        Path file = folder.resolve("map" + System.nanoTime());
        try (ChronicleMap<byte[], byte[]> map = configuration.apply(builder()).createPersistedTo(file.toFile())) {
            entries.forEach((key, value) -> map.put(bytes(key), bytes(value)));
        }
        return file;
    }

    private static ChronicleMapBuilder<byte[], byte[]> builder() {
        return ChronicleMapBuilder.of(byte[].class, byte[].class)
                .averageKeySize(20)
                .averageValueSize(40);
    }

    /** Characters stand for the bytes with their value. */
    private static Map<String, String> randomEntries(Random random, int count, int maxValueBytes) {
        Map<String, String> entries = new TreeMap<>();
        while (entries.size() < count) {
            int keyBytes = random.nextInt(20) == 0 ? 1 + random.nextInt(255) : 1 + random.nextInt(20);
            entries.put(randomText(random, keyBytes), randomText(random, random.nextInt(maxValueBytes + 1)));
        }
        return entries;
    }

    private static String randomText(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(1).nextBytes(noise);
        return noise;
    }

    private void assertReads(Path file, Map<String, String> expected, Random random) throws IOException {
        MapFile map = open(file);
        ByteWindow window = map.newWindow();
        Map<String, String> found = new TreeMap<>();
        for (String key : expected.keySet()) {
            if (map.find(bytes(key), key.length(), window)) {
                found.put(key, rest(window));
            }
        }
        assertThat(found).isEqualTo(expected);
        for (int i = 0; i < 2_000; i++) {
            String other = randomText(random, 1 + random.nextInt(25));
            assertThat(map.find(bytes(other), other.length(), window)).isEqualTo(expected.containsKey(other));
        }
        assertThat(readAll(map)).isEqualTo(expected);
    }

    private static Map<String, String> readAll(MapFile map) {
        Map<String, String> all = new TreeMap<>();
        MapFile.Cursor cursor = map.entries();
        while (cursor.next()) {
            String key = new String(cursor.key(), StandardCharsets.ISO_8859_1);
            String value = rest(cursor.value());
            all.put(all.containsKey(key) ? "twice " + HexFormat.of().formatHex(cursor.key()) : key, value);
        }
        return all;
    }

    private static String rest(ByteWindow window) {
        byte[] rest = new byte[window.remaining()];
        window.bytes(rest, rest.length);
        return new String(rest, StandardCharsets.ISO_8859_1);
    }

    private static MapFile open(Path file) throws IOException {
        return MapFile.open(MappedFile.open(file));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static long hash(String key) {
        return Xxh64.hash(bytes(key), 0, key.length());
    }
}
