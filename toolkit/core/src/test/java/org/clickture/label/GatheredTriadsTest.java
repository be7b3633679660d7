package org.clickture.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.clickture.ClicktureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void addsUpAsANaiveSumDoes(int workers) {
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
        List<EvidenceLog> logs = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            logs.add(new EvidenceLog());
        }
        rows.forEach(row -> row.addTo(logs.get(random.nextInt(workers))));

        GatheredTriads gathered = GatheredTriads.of(logs, LABELS, FILES);
        List<String> shown = new ArrayList<>();
        gathered.forEach(image -> shown.add(show(image)));

        List<String> expected = new ArrayList<>(naive(rows));
        assertThat(shown).containsExactlyElementsOf(expected);
        assertThat(gathered.images()).isEqualTo(expected.size());
        assertThat(gathered.labelsSeen())
                .isEqualTo(rows.stream()
                        .flatMapToInt(row -> IntStream.of(row.labels()))
                        .distinct()
                        .count());
    }

    private static String show(GatheredImage image) {
        StringBuilder text =
                new StringBuilder(new String(image.key(), 0, image.keyLength(), StandardCharsets.US_ASCII));
        for (int i = 0; i < image.labels(); i++) {
            text.append(" %d=%d/%d".formatted(image.labelId(i), image.clicks(i), image.queries(i)));
        }
        for (int t = 0; t < image.triads(); t++) {
            int triad = t;
            String query = new String(
                    image.queryBytes(t),
                    image.queryFrom(t),
                    image.queryTo(t) - image.queryFrom(t),
                    StandardCharsets.UTF_8);
            int[] labels = IntStream.range(0, image.triadLabels(t))
                    .map(i -> image.triadLabelId(triad, i))
                    .toArray();
            text.append(" [%d:%d %d %s %s]"
                    .formatted(
                            image.file(t),
                            image.byteOffset(t),
                            image.triadClicks(t),
                            query,
                            java.util.Arrays.toString(labels)));
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
                                java.util.Arrays.toString(row.labels())));
            }
            shown.add(text.toString());
        });
        return shown;
    }

    @Test
    void refusesMoreClicksThanALongHolds() {
        EvidenceLog log = new EvidenceLog();
        for (int i = 0; i < 9224; i++) {
            new Row("key", "dog", 999_999_999_999_999L, 1, 100 + i).addTo(log);
        }
        assertThatThrownBy(() -> GatheredTriads.of(List.of(log), LABELS, FILES))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining(
                        "b.tsv: the clicks of the image in the row at byte offset 100 add up to more than");
    }

    @Test
    void holdsNothingWhenNothingMatched() {
        GatheredTriads gathered = GatheredTriads.of(List.of(new EvidenceLog()), LABELS, FILES);
        gathered.forEach(image -> {
            throw new AssertionError("there is no image");
        });
        assertThat(gathered.images()).isZero();
        assertThat(Collections.singleton(gathered.pairs())).containsOnly(0L);
    }
}
