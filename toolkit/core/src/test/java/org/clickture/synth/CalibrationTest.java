package org.clickture.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.clickture.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds generated logs against what is published about Clickture, counted without the toolkit's own engine. */
final class CalibrationTest {

    /** Of Clickture-Dog: how many breeds have at least so many of its 95,041 rows. */
    private static final int[][] BREEDS_OF_AT_LEAST = {
        {20, 188}, {30, 173}, {50, 147}, {75, 126}, {100, 107}, {200, 70}, {300, 58}, {500, 45}, {1000, 21}, {2000, 12}
    };

    private static final double PAIRS = 95_041;

    private static final Pattern TRIAD = Pattern.compile("[A-Za-z0-9+/]{13}[AQgw]\t[^\t]+\t[1-9][0-9]{0,14}");
    private static final Pattern DOG_WORD = Pattern.compile("\\b(dogs?|puppy|puppies)\\b");

    @TempDir
    Path temp;

    private final Set<String> labelledQueries = new HashSet<>();

    private Map<String, Set<String>> labels(Path log) {
        NaiveLabels naive = new NaiveLabels(Logs.LEXICON);
        Map<String, Set<String>> labels = new LinkedHashMap<>();
        for (String row : Logs.rows(log)) {
            String[] fields = row.split("\t", -1);
            Set<String> breeds = naive.of(fields[1]);
            if (!breeds.isEmpty()) {
                labels.computeIfAbsent(fields[0], key -> new TreeSet<>()).addAll(breeds);
                labelledQueries.add(fields[1].toLowerCase(Locale.ROOT));
            }
        }
        return labels;
    }

    private static List<Integer> sizes(Map<String, Set<String>> labels) {
        Map<String, Integer> images = new HashMap<>();
        labels.values().forEach(breeds -> breeds.forEach(breed -> images.merge(breed, 1, Integer::sum)));
        List<Integer> sizes = new ArrayList<>(images.values());
        sizes.sort(Collections.reverseOrder());
        return sizes;
    }

    @Test
    void dogsHaveThePublishedBreedSizesAmbiguityAndQueries() {
        Path log = temp.resolve("clicks.tsv");
        SynthRequest request = SynthRequest.of(Logs.LEXICON)
                .withImages(32_000)
                .with(Knob.DOG_SHARE, 0.5)
                .with(Knob.OTHER_DOGS, 0)
                .with(Knob.MALFORMED_SHARE, 0);
        SynthReport report = Logs.write(request, log, temp.resolve("truth.tsv"));
        Map<String, Set<String>> labels = labels(log);
        List<Integer> sizes = sizes(labels);
        double pairs = sizes.stream().mapToInt(Integer::intValue).sum();

        assertThat((double) labels.size()).isCloseTo(16_000, within(400.0));
        assertThat(report.breedImages()).isEqualTo(labels.size());

        long several =
                labels.values().stream().filter(breeds -> breeds.size() > 1).count();
        assertThat((double) several / labels.size()).isBetween(0.14, 0.18);
        assertThat(report.severalBreedsImages()).isEqualTo(several);

        assertThat(sizes.size()).isBetween(266, 320);
        for (int[] published : BREEDS_OF_AT_LEAST) {
            double breeds = sizes.stream()
                    .filter(size -> size * PAIRS / pairs >= published[0])
                    .count();
            assertThat(breeds / published[1])
                    .as("breeds of at least %d", published[0])
                    .isBetween(0.8, 1.25);
        }
        assertThat(share(sizes, 10)).isCloseTo(0.441, within(0.05));
        assertThat(share(sizes, 20)).isCloseTo(0.615, within(0.05));
        assertThat(share(sizes, 50)).isCloseTo(0.832, within(0.05));

        double publishedQueries = 481_998 / PAIRS;
        assertThat((double) labelledQueries.size() / labels.size())
                .as("queries of an image; a sixth of the images has more of its own")
                .isBetween(publishedQueries, publishedQueries + 1.7);
    }

    private static double share(List<Integer> sizes, int top) {
        double all = sizes.stream().mapToInt(Integer::intValue).sum();
        return sizes.stream().limit(top).mapToInt(Integer::intValue).sum() / all;
    }

    @Test
    void theTruthSaysExactlyWhatEveryImageIsClickedFor() {
        Path log = temp.resolve("clicks.tsv");
        Path truth = temp.resolve("truth.tsv");
        Logs.write(Logs.odd().withImages(6_000).with(Knob.MALFORMED_SHARE, 0), log, truth);
        Map<String, Set<String>> labels = labels(log);
        Set<String> noises = new HashSet<>();
        Set<String> subjects = new HashSet<>();
        for (String row : Logs.rows(truth).subList(1, 6_001)) {
            String[] fields = row.split("\t", -1);
            Set<String> expected = new TreeSet<>();
            if (fields[2].equals("breed") && !fields[3].equals("wrong")) {
                expected.add(fields[1]);
            }
            if (!fields[4].isEmpty()) {
                expected.addAll(List.of(fields[4].split(";")));
            }
            assertThat(labels.getOrDefault(fields[0], Set.of())).as(row).isEqualTo(expected);
            noises.add(fields[3]);
            subjects.add(fields[2]);
        }
        assertThat(noises)
                .containsExactlyInAnyOrder(
                        "", "look-alike", "popular", "broad", "comparison", "mix", "wrong", "homonym");
        assertThat(subjects).containsExactlyInAnyOrder("breed", "mix", "cross", "dog", "homonym", "dog-thing", "other");
    }

    @Test
    void aLogHasThePublishedShapeByDefault() {
        Path log = temp.resolve("clicks.tsv");
        SynthReport report = Logs.write(SynthRequest.of(Logs.LEXICON).withImages(100_000), log, temp.resolve("t.tsv"));
        List<String> rows = Logs.rows(log);
        Set<String> keys = new HashSet<>();
        Set<String> queries = new HashSet<>();
        int withDogWord = 0;
        int misshapen = 0;
        for (String row : rows) {
            String[] fields = row.split("\t", -1);
            if (!TRIAD.matcher(row).matches()) {
                misshapen++;
                continue;
            }
            keys.add(fields[0]);
            String query = fields[1].toLowerCase(Locale.ROOT);
            queries.add(query);
            withDogWord += DOG_WORD.matcher(query).find() ? 1 : 0;
        }
        double dogs = report.breedImages();
        assertThat(keys.size()).isBetween(99_990, 100_000);
        assertThat(rows.size() / 100_000.0).isCloseTo(5.31, within(0.15));
        assertThat((double) rows.size() / queries.size()).isCloseTo(2.88, within(0.3));
        assertThat(dogs / 100_000).isCloseTo(95_041 / 40e6, within(0.0006));
        assertThat((double) withDogWord / rows.size()).isBetween(0.001, 0.02);
        assertThat(misshapen).isEqualTo(Math.toIntExact(report.malformedRows())).isBetween(1, 25);
        assertThat(share(keys, "/")).isCloseTo(0.183, within(0.005));
        assertThat(share(keys, "[+/]")).isCloseTo(0.342, within(0.01));
    }

    private static double share(Set<String> keys, String character) {
        return (double) keys.stream()
                        .filter(key -> key.matches(".*" + character + ".*"))
                        .count()
                / keys.size();
    }

    @Test
    void rowsForEachQueryFollowTheirKnob() {
        Path log = temp.resolve("clicks.tsv");
        SynthRequest request = SynthRequest.of(Logs.LEXICON)
                .withRows(500_000)
                .with(Knob.ROWS_PER_QUERY, 1.97)
                .with(Knob.MALFORMED_SHARE, 0);
        Synth.write(request, log, null, false, Progress.NONE);
        Set<String> queries = new HashSet<>();
        Logs.rows(log).forEach(row -> queries.add(row.split("\t", -1)[1].toLowerCase(Locale.ROOT)));
        assertThat(500_000.0 / queries.size()).isCloseTo(1.97, within(0.2));
    }
}
