package org.clickture.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class BreedsTest {

    private static Breeds breeds;

    private final Rng rng = new Rng();

    @BeforeAll
    static void read() {
        breeds = new Breeds(Logs.LEXICON, 290);
    }

    private static Breed breed(String name) {
        return breeds.get(breeds.labelOf(name));
    }

    private static List<String> names(Breed breed) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < breed.names().size(); i++) {
            names.add(new String(breed.names().get(i), StandardCharsets.UTF_8));
        }
        return names;
    }

    @Test
    void drawsBreedsByTheFittedLaw() {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < 95_000; i++) {
            counts.merge(breeds.draw(rng).name(), 1, Integer::sum);
        }
        assertThat(counts.size()).isBetween(270, 290);
        assertThat(counts.getOrDefault("labrador retriever", 0)).isBetween(7_000, 7_700);
        assertThat(counts.getOrDefault("german shepherd", 0)).isBetween(5_500, 6_100);
        assertThat(counts.getOrDefault("toy poodle", 0)).isBetween(230, 350);
    }

    @Test
    void everyNameOfTheLexiconCanBeAskedForButTheAmbiguousOnes() {
        NaiveLabels naive = new NaiveLabels(Logs.LEXICON);
        for (LexiconTable.Row row : LexiconTable.read(Logs.LEXICON, "breed").rows()) {
            if (row.kind().equals("cross")) {
                continue;
            }
            List<String> expected = new ArrayList<>(row.aliases());
            expected.add(0, row.breed());
            expected.removeIf(name -> !naive.of(name + " dog pictures").equals(Set.of(row.breed())));
            int label = breeds.labelOf(row.breed());
            if (label >= 0) {
                assertThat(names(breeds.get(label))).isEqualTo(expected);
            }
        }
        assertThat(names(breed("boxer"))).containsExactly("boxer", "boxer dog", "deutscher boxer", "german boxer");
    }

    @Test
    void takesABreedForOthersOfItsGroupAndItsKinFirst() {
        Breed husky = breed("siberian husky");
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            counts.merge(breeds.get(husky.lookAlikes().draw(rng)).name(), 1, Integer::sum);
        }
        assertThat(counts)
                .doesNotContainKey("siberian husky")
                .doesNotContainKey("boxer")
                .containsKeys("alaskan malamute", "pomeranian", "akita", "samoyed");
    }

    @Test
    void knowsTheBroaderName() {
        assertThat(breeds.get(breed("golden retriever").broader()).name()).isEqualTo("retriever");
        assertThat(breeds.get(breed("english bulldog").broader()).name()).isEqualTo("bulldog");
        assertThat(breed("pug").broader()).isEqualTo(RowWriter.NO_LABEL);
    }

    @Test
    void knowsCrossesByName() {
        Set<String> crosses = new HashSet<>();
        for (int i = 0; i < breeds.crosses().size(); i++) {
            crosses.add(new String(breeds.crosses().get(i), StandardCharsets.UTF_8));
        }
        assertThat(crosses).contains("labradoodle", "puggle").doesNotContain("pug");
    }

    @Test
    void showsFewerBreedsOnRequest() {
        Breeds few = new Breeds(Logs.LEXICON, 2);
        Set<String> drawn = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            drawn.add(few.draw(rng).name());
        }
        assertThat(drawn).containsExactlyInAnyOrder("labrador retriever", "german shepherd");
    }
}
