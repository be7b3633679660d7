package org.clickture.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.clickture.ClicktureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GatheredTriadsTest {

    private static final List<String> LABELS =
            IntStream.range(0, 40).mapToObj(i -> "label" + i).toList();
    private static final List<String> FILES = List.of("a.tsv", "b.tsv");

    /** A triad; the labels of a query are a function of its normalised form, as they are in a scan. */
    private record Row(String key, String query, long clicks, int file, long byteOffset) {

        int[] labels() {
            SplittableRandom random = new SplittableRandom(
                    query.toLowerCase(java.util.Locale.ROOT).hashCode());
            return IntStream.range(0, 1 + random.nextInt(3))
                    .map(i -> random.nextInt(LABELS.size()))
                    .distinct()
                    .sorted()
                    .toArray();
        }

        /** Few values, so that different keys share one. */
        long order() {
            return Long.reverse(key.hashCode() & 15);
        }

        void addTo(EvidenceLog log) {
            byte[] keyBytes = key.getBytes(StandardCharsets.US_ASCII);
            byte[] queryBytes = ("<" + query + ">").getBytes(StandardCharsets.UTF_8);
            log.add(
                    order(),
                    keyBytes,
                    keyBytes.length,
                    labels(),
                    labels().length,
                    clicks,
                    file,
                    byteOffset,
                    queryBytes,
                    1,
                    queryBytes.length - 1);
        }
    }

    /** What does not stay in the heap. */
    private static final class MemoryOverflow implements Overflow {

        private byte[] written = {};

        @Override
        public synchronized long reserve(long bytes) {
            int begin = written.length;
            written = Arrays.copyOf(written, Math.toIntExact(begin + bytes));
            return begin;
        }

        @Override
        public synchronized void write(long byteOffset, byte[] bytes, int from, int to) {
            System.arraycopy(bytes, from, written, (int) byteOffset, to - from);
        }

        @Override
        public synchronized void read(long byteOffset, byte[] bytes, int from, int to) {
            System.arraycopy(written, (int) byteOffset, bytes, from, to - from);
        }
    }

    private final MemoryOverflow overflow = new MemoryOverflow();

    /** With 1 byte all goes to the overflow, with 300 KB the most, with 1 GB nothing. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "7, 1", "1, 300000", "2, 300000", "7, 300000", "1, 1000000000", "7, 1000000000"})
    void addsUpAsANaiveSumDoes(int workers, long memoryBytes) {
        SplittableRandom random = new SplittableRandom(workers);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            String query = "Query" + random.nextInt(60) + (random.nextInt(50) == 0 ? "x".repeat(5000) : "");
            rows.add(new Row(
                    "key" + random.nextInt(700),
                    random.nextBoolean() ? query : query.toUpperCase(java.util.Locale.ROOT),
                    random.nextLong(1, 1_000_000_000_000_000L),
                    random.nextInt(2),
                    i * 10_000_000_000L));
        }
        Gathering gathering = new Gathering(LABELS, FILES, memoryBytes, workers, () -> overflow);
        List<EvidenceLog> logs = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            logs.add(gathering.newLog());
        }
        rows.forEach(row -> row.addTo(logs.get(random.nextInt(workers))));
        GatheredTriads gathered = gathering.end();

        assertThat(show(gathered)).containsExactlyElementsOf(naive(rows));
        assertThat(overflow.written.length > 0).isEqualTo(memoryBytes < 1_000_000);
        long bytes = 0;
        for (int part = 0; part < gathered.parts(); part++) {
            assertThat(gathered.bytes(part)).isPositive();
            bytes += gathered.bytes(part);
        }
        assertThat(bytes).isGreaterThan(rows.size() * 20L).isGreaterThanOrEqualTo(overflow.written.length);
    }

    @Test
    void showsPartsInAnyOrderAndAtTheSameTime() {
        Gathering gathering = new Gathering(LABELS, FILES, 1, 1, () -> overflow);
        EvidenceLog log = gathering.newLog();
        for (int i = 0; i < 3000; i++) {
            new Row("key" + i % 700, "query" + i % 40, 1 + i, 0, i).addTo(log);
        }
        GatheredTriads gathered = gathering.end();
        assertThat(gathered.parts()).isEqualTo(16);
        List<String> expected = show(gathered);
        List<List<String>> shown = IntStream.range(0, 4 * gathered.parts())
                .parallel()
                .mapToObj(i -> show(gathered, i % gathered.parts()))
                .toList();
        for (int i = 0; i < 4; i++) {
            assertThat(shown.subList(i * gathered.parts(), (i + 1) * gathered.parts()).stream()
                            .flatMap(List::stream))
                    .containsExactlyElementsOf(expected);
        }
    }

    private static List<String> show(GatheredTriads gathered) {
        return IntStream.range(0, gathered.parts())
                .mapToObj(part -> show(gathered, part))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> show(GatheredTriads gathered, int part) {
        List<String> shown = new ArrayList<>();
        gathered.forEach(part, image -> shown.add(show(image)));
        return shown;
    }

    private static String show(GatheredImage image) {
        StringBuilder text =
                new StringBuilder(new String(image.key(), 0, image.keyLength(), StandardCharsets.US_ASCII));
        for (int i = 0; i < image.labels(); i++) {
            text.append(" %d=%d/%d".formatted(image.labelId(i), image.clicks(i), image.queries(i)));
        }
        for (int t = 0; t < image.triads(); t++) {
            GatheredTriad triad = image.triad(t);
            String query = new String(
                    triad.bytes(), triad.queryFrom(), triad.queryTo() - triad.queryFrom(), StandardCharsets.UTF_8);
            int[] labels =
                    IntStream.range(0, triad.labels()).map(triad::labelId).toArray();
            text.append(" [%d:%d %d %s %s]"
                    .formatted(triad.file(), triad.byteOffset(), triad.clicks(), query, Arrays.toString(labels)));
        }
        return text.toString();
    }

    private static List<String> naive(List<Row> rows) {
        Map<String, List<Row>> images = new TreeMap<>(
                java.util.Comparator.comparing((String key) -> new Row(key, "", 1, 0, 0).order(), Long::compareUnsigned)
                        .thenComparing(key -> key));
        rows.forEach(row ->
                images.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(row));
        List<String> shown = new ArrayList<>();
        images.forEach((key, triads) -> {
            Map<Integer, Long> clicks = new TreeMap<>();
            Map<Integer, Set<String>> queries = new TreeMap<>();
            for (Row row : triads) {
                for (int label : row.labels()) {
                    clicks.merge(label, row.clicks(), Math::addExact);
                    queries.computeIfAbsent(label, l -> new HashSet<>())
                            .add(row.query().toLowerCase(java.util.Locale.ROOT));
                }
            }
            StringBuilder text = new StringBuilder(key);
            clicks.forEach((label, sum) -> text.append(" %d=%d/%d"
                    .formatted(label, sum, queries.getOrDefault(label, Set.of()).size())));
            triads.sort(java.util.Comparator.comparingInt(Row::file).thenComparingLong(Row::byteOffset));
            for (Row row : triads) {
                text.append(" [%d:%d %d %s %s]"
                        .formatted(
                                row.file(),
                                row.byteOffset(),
                                row.clicks(),
                                row.query(),
                                Arrays.toString(row.labels())));
            }
            shown.add(text.toString());
        });
        return shown;
    }

    @Test
    void refusesMoreClicksThanALongHolds() {
        Gathering gathering = new Gathering(LABELS, FILES, 1 << 20, 1, () -> overflow);
        EvidenceLog log = gathering.newLog();
        for (int i = 0; i < 9224; i++) {
            new Row("key", "dog", 999_999_999_999_999L, 1, 100 + i).addTo(log);
        }
        assertThatThrownBy(() -> show(gathering.end()))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining(
                        "b.tsv: the clicks of the image in the row at byte offset 100 add up to more than");
    }

    @Test
    void takesRecordsLargerThanAllMemory() {
        Gathering gathering = new Gathering(LABELS, FILES, 1 << 12, 2, () -> overflow);
        EvidenceLog log = gathering.newLog();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rows.add(new Row("key" + i % 7, "dog ".repeat(1 + i % 5 * 10_000) + i, 1, 0, i));
        }
        rows.forEach(row -> row.addTo(log));
        assertThat(show(gathering.end())).containsExactlyElementsOf(naive(rows));
    }

    @Test
    void sortsWhatWorkersSawInTurns() {
        Gathering gathering = new Gathering(LABELS, FILES, 1 << 16, 3, () -> overflow);
        List<EvidenceLog> logs = List.of(gathering.newLog(), gathering.newLog(), gathering.newLog());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            rows.add(new Row("key", "query" + i % 1_000, 1, i % 2, i));
        }
        Collections.shuffle(rows, new Random(1));
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).addTo(logs.get(i % 3));
        }
        assertThat(show(gathering.end())).containsExactlyElementsOf(naive(rows));
    }

    @Test
    void holdsNothingWhenNothingMatched() {
        Gathering gathering = new Gathering(LABELS, FILES, 1, 2, () -> overflow);
        gathering.newLog();
        assertThat(gathering.end().parts()).isZero();
    }
}
