package org.clickture.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.clickture.ClicktureException;
import org.clickture.LabelSet;
import org.clickture.resolve.AmbiguityType;
import org.clickture.resolve.Disagreement;
import org.clickture.resolve.Method;
import org.clickture.resolve.QueryWeight;
import org.clickture.resolve.Resolutions;
import org.clickture.resolve.ScoreReport;
import org.clickture.resolve.Truth;
import org.clickture.resolve.TypeRow;
import org.clickture.scan.ScanOptions;
import org.clickture.store.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolveTest {

    private static final List<String> NAMES = List.of("boxer", "poodle", "pug", "toy poodle");
    private static final List<String> TEMPLATES = List.of("%s dog", "cute %s dogs", "%s dog pictures", "Dog %s!");

    @TempDir
    private Path folder;

    private Path recipe;

    @BeforeEach
    void writeRecipe() throws IOException {
        Files.writeString(folder.resolve("dogs.tsv"), "breed\taliases\nboxer\t\npoodle\t\npug\tmops\ntoy poodle\t\n");
        recipe = Files.writeString(folder.resolve("dog.yaml"), "gate: [dog, dogs]\nlabel: breed\nlexicon: dogs.tsv\n");
    }

    private Store build(String name, int threads, List<List<String>> files) throws IOException {
        List<String> logs = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            logs.add(
                    Files.write(folder.resolve(name + i + ".tsv"), files.get(i)).toString());
        }
        Path out = folder.resolve(name + ".store");
        new EngineRun(recipe, BuildRequest.CLICKTURE_COLUMNS, folder)
                .with(logs)
                .with(threads, ScanOptions.DEFAULT_SEGMENT_BYTES)
                .build(out);
        return Clickture.open(out);
    }

    private String resolved(Store store, String name) throws IOException {
        Path csv = folder.resolve(name + ".csv");
        Clickture.writeResolutions(Clickture.resolve(store, Method.EM), store.labelName(), 0, csv, false);
        return Files.readString(csv);
    }

    @Test
    void givesTheSameBytesHoweverTheLogIsCut() throws IOException {
        List<String> rows = randomRows();
        List<String> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(2));

        try (Store one = build("one", 1, List.of(rows));
                Store other = build("other", 4, List.of(shuffled.subList(0, 500), shuffled.subList(500, 3000)))) {
            assertThat(resolved(one, "one")).isEqualTo(resolved(other, "other")).hasLineCount(401);
        }
    }

    @Test
    void takesTriadsWithTheSameNormalisedQueryForOneVote() throws IOException {
        List<String> rows = List.of(
                "k\tpug dog\t1",
                "k\tPug Dog\t1",
                "k\tpug  dog!\t1",
                "k\tboxer dog\t1",
                "k\tboxer dogs\t1",
                "j\tmops dog\t1");

        try (Store store = build("s", 2, List.of(rows))) {
            Resolutions resolutions = Clickture.resolve(store, Method.QUERIES);

            assertThat(resolutions.images()).isEqualTo(2);
            assertThat(resolutions.imageKey(0)).isEqualTo("j");
            assertThat(resolutions.label(0)).contains("pug");
            assertThat(resolutions.label(1)).contains("boxer");
            assertThat(Clickture.resolve(store, Method.CLICKS).label(1)).contains("pug");
        }
    }

    @Test
    void knowsFromTheStoreAloneWhichLabelIsAKindOfWhich() throws IOException {
        List<String> rows = List.of("k\tpoodle dog\t1", "k\ttoy poodle dog\t1", "j\tpug vs boxer dog\t1");

        try (Store store = build("s", 1, List.of(rows))) {
            Files.delete(recipe);
            Files.delete(folder.resolve("dogs.tsv"));

            List<TypeRow> types = Clickture.ambiguityTypes(store, null, 1);

            assertThat(types).hasSize(AmbiguityType.values().length);
            assertThat(types.get(0).type()).isEqualTo(AmbiguityType.PARENT_AND_CHILD);
            assertThat(types.get(0).images()).isEqualTo(1);
            assertThat(types.get(0).examples().get(0).imageKey()).isEqualTo("k");
            assertThat(types).anyMatch(row -> row.type() == AmbiguityType.COMPARISON && row.share() == 0.5);
            assertThat(Clickture.ambiguityTypes(store, null, 0).get(0).examples())
                    .isEmpty();
        }
    }

    @Test
    void knowsTheTruthOnlyOfAllImagesOfASyntheticStore() throws IOException {
        List<String> rows = List.of("k\tpug dog\t1", "j\tboxer dog\t1");
        List<String> synthetic = new ArrayList<>(rows);
        synthetic.add(0, "# SYNTHETIC click log");
        Path truth = Files.writeString(folder.resolve("t.tsv"), "image_key\tbreed\nj\tboxer\nk\t\n");
        Path other = Files.writeString(folder.resolve("o.tsv"), "image_key\tbreed\nk\tpug\n");

        try (Store real = build("real", 1, List.of(rows));
                Store generated = build("generated", 1, List.of(synthetic))) {
            assertThat(generated.manifest().synthetic()).isTrue();
            assertThat(Clickture.truth(generated, truth).orElseThrow().label("j"))
                    .isEqualTo("boxer");
            assertThat(Clickture.truth(generated, other)).isEmpty();
            assertThat(Clickture.truth(generated, folder.resolve("none.tsv"))).isEmpty();
            assertThat(Clickture.truth(real, truth)).isEmpty();
        }
    }

    @Test
    void resolvesByEveryMethodAsByEach() throws IOException {
        try (Store store = build("s", 2, List.of(randomRows()))) {
            Map<Method, Resolutions> resolved = Clickture.resolveAll(store);

            assertThat(resolved).containsOnlyKeys(Method.values());
            resolved.forEach((method, all) -> {
                Resolutions one = Clickture.resolve(store, method);
                for (int image = 0; image < one.images(); image++) {
                    assertThat(all.label(image)).isEqualTo(one.label(image));
                    assertThat(all.confidence(image)).isEqualTo(one.confidence(image));
                }
            });
            assertThat(Clickture.resolveUncalibrated(store).images()).isEqualTo(400);
        }
    }

    @Test
    void explainsEveryDisagreementWithTheQueriesOfItsImage() throws IOException {
        try (Store store = build("s", 2, List.of(randomRows()))) {
            List<Disagreement> found = Clickture.disagreements(store, Method.CLICKS);

            assertThat(found).isNotEmpty();
            for (Disagreement image : found) {
                Map<String, Long> clicks = new TreeMap<>();
                store.evidence(image.imageKey())
                        .forEach(triad -> clicks.merge(
                                triad.query().toLowerCase(Locale.ROOT).replace("!", ""), triad.clicks(), Long::sum));
                assertThat(image.queries().stream().map(QueryWeight::query)).containsExactlyElementsOf(clicks.keySet());
                assertThat(image.queries().stream().map(QueryWeight::clicks))
                        .containsExactlyElementsOf(clicks.values());
                assertThat(image.why()).isNotBlank();
            }
        }
    }

    @Test
    void scoresEveryMethodOnTheImagesThatTheStoreCallsAmbiguous() throws IOException {
        Path truth = folder.resolve("t.tsv");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            lines.add("key" + i + "\t" + NAMES.get(i % 4));
        }
        Files.write(truth, lines);

        try (Store store = build("s", 2, List.of(randomRows()));
                Store other = build("other", 1, List.of(List.of("j\tpug dog\t1")))) {
            Clickture.resolveAll(store).forEach((method, resolutions) -> {
                Path csv = folder.resolve(method + ".csv");
                Clickture.writeResolutions(resolutions, store.labelName(), 0, csv, false);

                ScoreReport report = Clickture.score(csv, truth, store);
                ScoreReport expected = ScoreReport.of(resolutions, Truth.read(truth, "breed"));

                assertThat(report.all().accuracy()).isEqualTo(expected.all().accuracy());
                assertThat(report.ambiguous().images())
                        .isEqualTo(expected.ambiguous().images())
                        .isBetween(1L, 399L);
                assertThat(report.ambiguous().accuracy())
                        .isEqualTo(expected.ambiguous().accuracy());
                assertThatThrownBy(() -> Clickture.score(csv, truth, other))
                        .isInstanceOf(ClicktureException.class)
                        .hasMessageContaining("image key0 is not in the store")
                        .hasMessageContaining("give the store that the file was made of");
            });
        }
    }

    @Test
    void showsTheFirstImagesOfATypeByKey() throws IOException {
        try (Store store = build("s", 2, List.of(randomRows()))) {
            List<TypeRow> all = Clickture.ambiguityTypes(store, null, Integer.MAX_VALUE);
            List<TypeRow> three = Clickture.ambiguityTypes(store, null, 3);

            for (int i = 0; i < all.size(); i++) {
                List<LabelSet> images = all.get(i).examples();
                assertThat(images.stream().map(LabelSet::imageKey))
                        .hasSize((int) all.get(i).images())
                        .isSorted();
                assertThat(three.get(i).examples()).isEqualTo(images.subList(0, Math.min(3, images.size())));
            }
            assertThat(all).anyMatch(type -> type.images() > 50);
        }
    }

    private static List<String> randomRows() {
        List<String> rows = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < 3000; i++) {
            String name = NAMES.get(random.nextInt(4) == 0 ? random.nextInt(4) : i % 4);
            String query = String.format(TEMPLATES.get(random.nextInt(4)), name);
            rows.add("key" + i % 400 + "\t" + query + "\t" + (1 + random.nextInt(30)));
        }
        return rows;
    }

    @Test
    void refusesToReplaceAFile() throws IOException {
        try (Store store = build("s", 1, List.of(List.of("k\tpug dog\t1")))) {
            resolved(store, "r");

            assertThatThrownBy(() -> resolved(store, "r"))
                    .isInstanceOf(ClicktureException.class)
                    .hasMessageContaining("--force");
        }
    }
}
