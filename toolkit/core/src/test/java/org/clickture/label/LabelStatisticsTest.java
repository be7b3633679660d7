package org.clickture.label;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.clickture.ClicktureException;
import org.clickture.Evidence;
import org.clickture.LabelCount;
import org.clickture.LabelSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelStatisticsTest {

    private static final ListedImages NONE = new ListedImages(Set.of("beagle"), Map.of());

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void countsEachBreedAsTheNaiveCountDoes(int seed) {
        ListedImages images = random(seed);

        List<BreedRow> breeds = LabelStatistics.breeds(images);

        assertThat(breeds).extracting(BreedRow::label).containsExactlyInAnyOrderElementsOf(usedLabels(images));
        assertThat(breeds)
                .isSortedAccordingTo(
                        Comparator.comparingLong(BreedRow::images).reversed().thenComparing(BreedRow::label));
        assertThat(breeds)
                .extracting(BreedRow::rank)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, breeds.size()).boxed().toList());
        for (BreedRow breed : breeds) {
            List<LabelSet> having = having(images, breed.label());
            assertThat(breed.images()).isEqualTo(having.size());
            assertThat(breed.ambiguousImages())
                    .isEqualTo(having.stream().filter(LabelSet::ambiguous).count());
            assertThat(breed.ambiguousShare()).isEqualTo((double) breed.ambiguousImages() / having.size());
            assertThat(breed.clicks()).isEqualTo(counts(having, breed.label(), LabelCount::clicks));
            assertThat(breed.imageQueries()).isEqualTo(counts(having, breed.label(), LabelCount::queries));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void countsSharedImagesAsTheNaiveCountDoes(int seed) {
        ListedImages images = random(seed);

        List<PairRow> pairs = LabelStatistics.pairs(images);

        List<PairRow> naive = new ArrayList<>();
        for (String first : images.labels()) {
            for (String second : images.labels()) {
                Set<LabelSet> both = new HashSet<>(having(images, first));
                both.retainAll(having(images, second));
                if (first.compareTo(second) < 0 && !both.isEmpty()) {
                    Set<LabelSet> either = new HashSet<>(having(images, first));
                    either.addAll(having(images, second));
                    PairRow pair = new PairRow(
                            first,
                            second,
                            both.size(),
                            having(images, first).size(),
                            having(images, second).size());
                    assertThat(pair.jaccard()).isEqualTo((double) both.size() / either.size());
                    naive.add(pair);
                }
            }
        }
        assertThat(pairs).containsExactlyInAnyOrderElementsOf(naive);
        assertThat(pairs)
                .isSortedAccordingTo(Comparator.comparingLong(PairRow::sharedImages)
                        .reversed()
                        .thenComparing(PairRow::first)
                        .thenComparing(PairRow::second));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void findsTheLeastCertainImages(int seed) {
        ListedImages images = random(seed);
        List<AmbiguousRow> naive = images.sets().stream()
                .filter(LabelSet::ambiguous)
                .map(LabelStatisticsTest::naiveAmbiguous)
                .sorted(Comparator.comparingDouble(AmbiguousRow::entropyBits)
                        .reversed()
                        .thenComparing(
                                Comparator.comparingLong(AmbiguousRow::clicks).reversed())
                        .thenComparing(AmbiguousRow::imageKey))
                .toList();

        for (int limit : new int[] {0, 1, 2, 7, naive.size(), Integer.MAX_VALUE}) {
            Top<AmbiguousRow> ambiguous = LabelStatistics.ambiguous(images, limit);
            assertThat(ambiguous.total()).isEqualTo(naive.size());
            assertThat(ambiguous.rows()).isEqualTo(naive.subList(0, Math.min(limit, naive.size())));
        }
    }

    @Test
    void measuresEntropyInBits() {
        assertThat(AmbiguousImages.entropyBits(new long[] {7, 7}, 2, 14)).isEqualTo(1.0);
        assertThat(AmbiguousImages.entropyBits(new long[] {1, 1, 1, 1}, 4, 4)).isEqualTo(2.0);
        // 0.25 * 2 + 0.75 * log2(4/3), the last number is no click count of this image
        assertThat(AmbiguousImages.entropyBits(new long[] {3, 1, 99}, 2, 4)).isCloseTo(0.811278124459, within(1e-12));
        assertThat(AmbiguousImages.entropyBits(new long[] {1, 3}, 2, 4))
                .isEqualTo(AmbiguousImages.entropyBits(new long[] {300, 100}, 2, 400));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void countsLabelsPerImage(int seed) {
        ListedImages images = random(seed);
        Map<Integer, Long> naive =
                images.sets().stream().collect(groupingBy(set -> set.labels().size(), counting()));
        int most = new TreeSet<>(naive.keySet()).last();

        assertThat(LabelStatistics.labelsPerImage(images))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, most)
                        .mapToObj(labels -> new LabelsPerImageRow(labels, naive.getOrDefault(labels, 0L)))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void putsEveryClickCountIntoItsBin(int seed) {
        ListedImages images = random(seed);
        List<Long> clicks = images.sets().stream()
                .flatMap(set -> set.labels().stream())
                .map(LabelCount::clicks)
                .toList();

        List<ClicksBin> bins = LabelStatistics.clicks(images);

        long next = 1;
        for (ClicksBin bin : bins) {
            assertThat(bin.minClicks()).isEqualTo(next);
            assertThat(bin.rows())
                    .isEqualTo(clicks.stream()
                            .filter(count -> bin.minClicks() <= count && count <= bin.maxClicks())
                            .count());
            next = bin.maxClicks() + 1;
        }
        assertThat(bins.stream().mapToLong(ClicksBin::rows).sum()).isEqualTo(clicks.size());
        assertThat(bins.get(bins.size() - 1).rows()).isPositive();
    }

    @Test
    void hasABinForTheLargestClickCount() {
        ListedImages images = new ListedImages(
                Set.of("beagle"), Map.of("k", List.of(new Evidence("q", Long.MAX_VALUE, List.of("beagle"), "f", 0))));

        assertThat(LabelStatistics.clicks(images))
                .hasSize(63)
                .last()
                .isEqualTo(new ClicksBin(1L << 62, Long.MAX_VALUE, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void keepsTheBreedsThatReachACutoff(int seed) {
        List<BreedRow> breeds = LabelStatistics.breeds(random(seed));

        for (CutoffRow row :
                LabelStatistics.cutoffs(breeds, LongStream.range(0, 60).toArray())) {
            List<BreedRow> kept = breeds.stream()
                    .filter(breed -> breed.images() >= row.minImages())
                    .toList();
            assertThat(row.breeds()).isEqualTo(kept.size());
            assertThat(row.rows())
                    .isEqualTo(kept.stream().mapToLong(BreedRow::images).sum());
        }
        assertThat(LabelStatistics.cutoffs(breeds))
                .extracting(CutoffRow::minImages)
                .containsExactly(20L, 30L, 50L, 75L, 100L, 200L, 300L, 500L, 1_000L, 2_000L);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void addsUpTheQueriesOfEachLabel(int seed) {
        ListedImages images = random(seed);

        for (String label : usedLabels(images)) {
            Map<String, Long> clicks = new HashMap<>();
            Map<String, Set<String>> keys = new HashMap<>();
            for (LabelSet set : images.sets()) {
                for (Evidence triad : images.evidence(set.imageKey())) {
                    if (triad.labels().contains(label)) {
                        clicks.merge(triad.query(), triad.clicks(), Long::sum);
                        keys.computeIfAbsent(triad.query(), any -> new HashSet<>())
                                .add(set.imageKey());
                    }
                }
            }

            Top<QueryRow> queries = LabelStatistics.queriesOfLabel(images, label, Integer.MAX_VALUE);

            assertThat(queries.total())
                    .isEqualTo(clicks.size())
                    .isEqualTo(queries.rows().size());
            assertThat(queries.rows())
                    .isSortedAccordingTo(Comparator.comparingLong(QueryRow::clicks)
                            .reversed()
                            .thenComparing(QueryRow::query));
            assertThat(queries.rows())
                    .allSatisfy(row -> assertThat(row.labels()).contains(label));
            assertThat(queries.rows().stream().collect(toMap(QueryRow::query, QueryRow::clicks)))
                    .isEqualTo(clicks);
            assertThat(queries.rows().stream().collect(toMap(QueryRow::query, QueryRow::images)))
                    .isEqualTo(keys.entrySet().stream().collect(toMap(Map.Entry::getKey, entry ->
                            (long) entry.getValue().size())));
            assertThat(LabelStatistics.queriesOfLabel(images, label, 2))
                    .isEqualTo(new Top<>(
                            queries.rows().subList(0, Math.min(2, queries.rows().size())), queries.total()));
        }
    }

    @Test
    void addsUpTheQueriesOfAnImage() {
        ListedImages images = new ListedImages(
                Set.of("beagle", "pug"),
                Map.of(
                        "k",
                        List.of(
                                new Evidence("beagle dog", 3, List.of("beagle"), "a", 0),
                                new Evidence("pug or beagle <b>", 9, List.of("beagle", "pug"), "a", 20),
                                new Evidence("beagle dog", 4, List.of("beagle"), "b", 0))));

        assertThat(LabelStatistics.queries(images, "k"))
                .containsExactly(
                        new QueryRow("pug or beagle <b>", 9, 1, List.of("beagle", "pug")),
                        new QueryRow("beagle dog", 7, 1, List.of("beagle")));
        assertThat(LabelStatistics.queries(images, "no such key")).isEmpty();
    }

    @Test
    void followsTheLogThroughTheSteps() {
        assertThat(LabelStatistics.funnel(random(1)))
                .extracting(FunnelRow::step)
                .containsExactly("rows of the log", "gate passed", "breed found", "breed-image pairs", "images");
        assertThat(LabelStatistics.funnel(random(1)))
                .extracting(FunnelRow::count)
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void hasNoRowsWithoutImages() {
        assertThat(LabelStatistics.breeds(NONE)).isEmpty();
        assertThat(LabelStatistics.pairs(NONE)).isEmpty();
        assertThat(LabelStatistics.labelsPerImage(NONE)).isEmpty();
        assertThat(LabelStatistics.clicks(NONE)).isEmpty();
        assertThat(LabelStatistics.ambiguous(NONE, 5)).isEqualTo(new Top<>(List.of(), 0));
        assertThat(LabelStatistics.queriesOfLabel(NONE, "beagle", 5)).isEqualTo(new Top<>(List.of(), 0));
        assertThat(LabelStatistics.cutoffs(List.of(), 20)).containsExactly(new CutoffRow(20, 0, 0));
    }

    @Test
    void namesTheNeighboursOfAnUnknownLabel() {
        assertThatThrownBy(() -> LabelStatistics.queriesOfLabel(random(1), "b", 5))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("no breed “b”")
                .hasMessageContaining("airedale, beagle, boxer");
    }

    @Test
    void refusesSumsThatAreTooLarge() {
        Evidence half = new Evidence("q", Long.MAX_VALUE / 2 + 1, List.of("beagle"), "f", 0);
        ListedImages images = new ListedImages(Set.of("beagle"), Map.of("k1", List.of(half), "k2", List.of(half)));

        assertThatThrownBy(() -> LabelStatistics.breeds(images))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("2^63");
    }

    @Test
    void stopsWhenInterrupted() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> LabelStatistics.breeds(random(1)))
                    .isInstanceOf(ClicktureException.class)
                    .hasMessageContaining("interrupted");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void refusesNegativeLimits() {
        assertThatThrownBy(() -> LabelStatistics.ambiguous(NONE, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LabelStatistics.queriesOfLabel(NONE, "beagle", -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** 300 images with evidence for one to four of six labels, small click counts so that there are many ties. */
    private static ListedImages random(int seed) {
        Random random = new Random(seed);
        List<String> labels = List.of("airedale", "beagle", "boxer", "poodle", "pug", "unused");
        Map<String, List<Evidence>> evidence = new HashMap<>();
        for (int image = 0; image < 300; image++) {
            List<Evidence> triads = new ArrayList<>();
            for (int triad = 0; triad <= random.nextInt(3); triad++) {
                Set<String> named = new TreeSet<>();
                named.add(labels.get(random.nextInt(1 + random.nextInt(5))));
                if (random.nextInt(6) == 0) {
                    named.add(labels.get(random.nextInt(5)));
                }
                String query = String.join(" ", named) + (random.nextBoolean() ? " dog" : " puppy");
                triads.add(new Evidence(query, 1 + random.nextInt(4), List.copyOf(named), "log", 40L * triad));
            }
            evidence.put("key" + image, triads);
        }
        return new ListedImages(Set.copyOf(labels), evidence);
    }

    private static List<LabelSet> having(ListedImages images, String label) {
        return images.sets().stream()
                .filter(set ->
                        set.labels().stream().anyMatch(count -> count.label().equals(label)))
                .toList();
    }

    private static Set<String> usedLabels(ListedImages images) {
        Set<String> used = new TreeSet<>();
        images.sets().forEach(set -> set.labels().forEach(count -> used.add(count.label())));
        return used;
    }

    private static long counts(List<LabelSet> sets, String label, java.util.function.ToLongFunction<LabelCount> count) {
        return sets.stream()
                .flatMap(set -> set.labels().stream())
                .filter(counted -> counted.label().equals(label))
                .mapToLong(count)
                .sum();
    }

    private static AmbiguousRow naiveAmbiguous(LabelSet set) {
        long sum = set.labels().stream().mapToLong(LabelCount::clicks).sum();
        List<LabelShare> shares = set.labels().stream()
                .map(count ->
                        new LabelShare(count.label(), count.clicks(), count.queries(), (double) count.clicks() / sum))
                .sorted(Comparator.comparingLong(LabelShare::clicks).reversed().thenComparing(LabelShare::label))
                .toList();
        double nats = 0;
        for (int i = shares.size() - 1; i >= 0; i--) {
            nats -= shares.get(i).share() * StrictMath.log(shares.get(i).share());
        }
        return new AmbiguousRow(set.imageKey(), shares, sum, nats / StrictMath.log(2));
    }
}
