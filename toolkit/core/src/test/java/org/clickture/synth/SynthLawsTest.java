package org.clickture.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class SynthLawsTest {

    private static final SynthRequest PLAIN = SynthRequest.of(Logs.LEXICON)
            .withImages(1500)
            .with(Knob.DOG_SHARE, 0.9)
            .with(Knob.OTHER_DOGS, 0)
            .with(Knob.MIX_SHARE, 0)
            .with(Knob.MALFORMED_SHARE, 0)
            .with(Knob.DOG_TRIADS_PER_IMAGE, 6);

    private static final NaiveLabels LABELS = new NaiveLabels(Logs.LEXICON);

    @TempDir
    Path temp;

    private Path log;
    private Path truth;

    @BeforeEach
    void nameFiles() {
        log = temp.resolve("clicks.tsv");
        truth = temp.resolve("truth.tsv");
    }

    private void write(SynthRequest request) {
        Logs.write(request, log, truth);
    }

    /** The lines about images of a breed. */
    private List<String[]> breedImages() {
        return Logs.rows(truth).stream()
                .skip(1)
                .map(row -> row.split("\t", -1))
                .filter(fields -> fields[2].equals("breed"))
                .toList();
    }

    /** For each image the rows that name a breed. */
    private Map<String, List<String[]>> labelledRows() {
        return Logs.rows(log).stream()
                .map(row -> row.split("\t", -1))
                .filter(fields -> !LABELS.of(fields[1]).isEmpty())
                .collect(Collectors.groupingBy(fields -> fields[0]));
    }

    /** The labels that the queries for an image name. */
    private static Set<String> named(Map<String, List<String[]>> rows, String... image) {
        Set<String> named = new TreeSet<>();
        rows.getOrDefault(image[0], List.of()).forEach(row -> named.addAll(LABELS.of(row[1])));
        return named;
    }

    private static SynthRequest everyLaw() {
        SynthRequest request = PLAIN;
        for (NoiseLaw law : NoiseLaw.values()) {
            request = request.with(law, law == NoiseLaw.COMPANY ? 0.5 : law == NoiseLaw.BURST ? 0.3 : 0.1);
        }
        return request;
    }

    @ParameterizedTest
    @EnumSource(NoiseLaw.class)
    void saysInTheTruthWhatItPlanted(NoiseLaw law) {
        write(PLAIN.with(NoiseLaw.ANY, 0.1).with(law, 0.3));

        Map<String, List<String[]>> rows = labelledRows();
        for (String[] image : breedImages()) {
            Set<String> named = named(rows, image);
            named.remove(image[1]);
            assertThat(named).isEqualTo(new TreeSet<>(split(image[4])));
            assertThat(image[3].isEmpty()).isEqualTo(named.isEmpty());
        }
    }

    private static List<String> split(String names) {
        return names.isEmpty() ? List.of() : Arrays.asList(names.split(";", -1));
    }

    @ParameterizedTest
    @CsvSource({
        "LOOK_ALIKE,look-alike",
        "POPULAR,popular",
        "ANY,any",
        "SOURCES,any",
        "PARENT,broad",
        "COMPARISON,comparison",
        "HOMONYM,homonym",
        "BURST,burst",
        "WRONG_IMAGE,wrong"
    })
    void plantsItsOwnNoiseAndNoOther(NoiseLaw law, String noise) {
        write(PLAIN.with(law, 0.3));

        assertThat(breedImages().stream().map(image -> image[3]).distinct()).containsExactlyInAnyOrder("", noise);
    }

    @ParameterizedTest
    @EnumSource(NoiseLaw.class)
    void plantsNothingWithoutStrength(NoiseLaw law) {
        write(PLAIN.with(law, 0));

        assertThat(breedImages().stream().map(image -> image[3]).distinct()).containsExactly("");
    }

    @Test
    void letsAboutTheirShareOfTheQueriesGoWrong() {
        write(PLAIN.with(NoiseLaw.ANY, 0.2).with(NoiseLaw.LOOK_ALIKE, 0.1));

        assertThat(wrongShare()).isBetween(0.27, 0.32);
    }

    private double wrongShare() {
        Map<String, String> breeds = new HashMap<>();
        breedImages().forEach(image -> breeds.put(image[0], image[1]));
        List<String[]> rows = labelledRows().values().stream()
                .flatMap(List::stream)
                .filter(row -> breeds.containsKey(row[0]))
                .toList();
        return (double) rows.stream()
                        .filter(row -> !LABELS.of(row[1]).contains(breeds.get(row[0])))
                        .count()
                / rows.size();
    }

    @Test
    void losesMisspelledNames() {
        write(PLAIN.with(NoiseLaw.MISSPELLED, 0));
        long all = labelledRows().values().stream().mapToLong(List::size).sum();
        nameOthers();
        write(PLAIN.with(NoiseLaw.MISSPELLED, 0.5));

        long left = labelledRows().values().stream().mapToLong(List::size).sum();
        assertThat((double) left / all).isBetween(0.5, 0.7);
        assertThat(wrongShare()).isLessThan(0.01);
    }

    private void nameOthers() {
        log = temp.resolve("other.tsv");
        truth = temp.resolve("other-truth.tsv");
    }

    @Test
    void clicksBurstsVeryOften() {
        write(PLAIN.with(NoiseLaw.BURST, 1));

        Map<String, List<String[]>> rows = labelledRows();
        long burst = 0;
        for (String[] image : breedImages()) {
            if (image[3].equals("burst")) {
                burst++;
                assertThat(rows.get(image[0]))
                        .anyMatch(row -> LABELS.of(row[1]).contains(image[4])
                                && Integer.parseInt(row[2]) >= 100
                                && Integer.parseInt(row[2]) <= 5000);
            }
        }
        assertThat((double) burst / breedImages().size()).isGreaterThan(0.6);
    }

    @Test
    void keepsWrongQueriesTogether() {
        write(PLAIN.with(NoiseLaw.ANY, 0.5));
        double alone = meanPlanted();
        nameOthers();
        write(PLAIN.with(NoiseLaw.ANY, 0.5).with(NoiseLaw.COMPANY, 1));

        assertThat(alone).isGreaterThan(1.5);
        assertThat(meanPlanted()).isEqualTo(1);
    }

    /** With the strength 1 half of the images have no query for a broader breed, and half have twice as many. */
    @Test
    void letsSomeImagesBeNamedMoreBroadlyThanOthers() {
        write(PLAIN.with(NoiseLaw.PARENT, 0.4));
        double alike = shareWithBothNames();
        nameOthers();
        write(PLAIN.with(NoiseLaw.PARENT, 0.4).with(NoiseLaw.AUDIENCE, 1));

        assertThat(alike).isGreaterThan(0.8);
        assertThat(shareWithBothNames()).isBetween(0.25, 0.5);
    }

    /** Of images with five queries or more that name a broader breed, or could: how many have queries for both names. */
    private double shareWithBothNames() {
        Map<String, List<String[]>> rows = labelledRows();
        Map<String, String> broader = new HashMap<>();
        breedImages().stream()
                .filter(image -> image[3].equals("broad"))
                .forEach(image -> broader.put(image[1], image[4]));
        List<String[]> images = breedImages().stream()
                .filter(image -> broader.containsKey(image[1]))
                .filter(image -> rows.getOrDefault(image[0], List.of()).size() >= 5)
                .toList();
        long both =
                images.stream().filter(image -> named(rows, image).size() == 2).count();
        assertThat(images).hasSizeGreaterThan(30);
        return (double) both / images.size();
    }

    @Test
    void countsTheImagesThatAreNamedMostBroadlyWhenLawsAddUp() {
        SynthRequest fits = PLAIN.with(NoiseLaw.PARENT, 0.5).with(NoiseLaw.AUDIENCE, 0.9);

        assertThatThrownBy(() -> fits.with(NoiseLaw.ANY, 0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("add up to 1.05");
    }

    /** Labels planted in each image where there are any. */
    private double meanPlanted() {
        return breedImages().stream()
                .filter(image -> !image[4].isEmpty())
                .mapToInt(image -> split(image[4]).size())
                .average()
                .orElseThrow();
    }

    @Test
    void makesSomeTemplatesMuchWorseThanOthers() {
        LawMix mix = new LawMix(PLAIN.with(NoiseLaw.SOURCES, 0.25));
        Rng rng = new Rng();
        rng.start(3);
        Map<Integer, int[]> byTemplate = new TreeMap<>();
        for (int i = 0; i < 200_000; i++) {
            int template = mix.template(rng);
            int[] counts = byTemplate.computeIfAbsent(template, any -> new int[2]);
            counts[0]++;
            counts[1] += mix.fate(template, 0, rng) == NoiseLaw.SOURCES ? 1 : 0;
        }

        double[] shares = byTemplate.values().stream()
                .filter(counts -> counts[0] > 100)
                .mapToDouble(counts -> (double) counts[1] / counts[0])
                .sorted()
                .toArray();
        assertThat(shares[shares.length / 4]).isLessThan(0.06);
        assertThat(shares[shares.length * 9 / 10]).isGreaterThan(0.5);
        assertThat(Arrays.stream(shares).average().orElseThrow()).isBetween(0.2, 0.28);
    }

    @Test
    void givesTheSameBytesInAnyNumberOfShards() {
        SynthRequest request = everyLaw().withImages(20_000);
        write(request);
        Path cut = temp.resolve("cut.tsv");
        SynthReport report = Logs.write(request.withShards(3), cut, temp.resolve("cut-truth.tsv"));

        assertThat(report.logs().stream().flatMap(file -> Logs.rows(file).stream()))
                .containsExactlyElementsOf(Logs.rows(log));
        assertThat(temp.resolve("cut-truth.tsv")).hasSameBinaryContentAs(truth);
    }

    @Test
    void makesAsManyRowsAsWanted() {
        assertThat(Logs.write(everyLaw().withRows(777), log, truth).rows()).isEqualTo(777);
        assertThat(Logs.rows(log)).hasSize(777);
    }

    @Test
    void namesItsLawsInTheFirstRow() {
        write(PLAIN.with(NoiseLaw.BURST, 0.25).with(NoiseLaw.LOOK_ALIKE, 0.125));

        assertThat(Logs.firstRow(log)).endsWith(", law look-alike 0.125, law burst 0.25; not Clickture data");
    }

    @Test
    void refusesWhatLeavesNothingRight() {
        assertThatThrownBy(() -> PLAIN.with(NoiseLaw.ANY, 1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the strength of the law any is 1.5");
        assertThatThrownBy(() -> PLAIN.with(NoiseLaw.ANY, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PLAIN.with(NoiseLaw.ANY, 0.5).with(NoiseLaw.PARENT, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("add up to 1.0");
    }

    @Test
    void describesEveryLaw() {
        assertThat(Stream.of(NoiseLaw.values())).allSatisfy(law -> {
            assertThat(NoiseLaw.of(law.key())).isEqualTo(law);
            assertThat(law.standard()).isBetween(0.0, 1.0);
            assertThat(law.meaning()).isNotBlank();
        });
    }
}
