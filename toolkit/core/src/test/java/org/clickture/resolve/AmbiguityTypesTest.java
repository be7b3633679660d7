package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clickture.ClicktureException;
import org.clickture.Evidence;
import org.clickture.LabelCount;
import org.clickture.LabelSet;
import org.clickture.Recipe;
import org.clickture.lexicon.CompiledRecipe;
import org.clickture.lexicon.LexiconHints;
import org.clickture.lexicon.LexiconReader;
import org.clickture.lexicon.RecipeReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AmbiguityTypesTest {

    @TempDir
    private Path folder;

    private CompiledRecipe recipe;
    private List<LexiconHints.Hint> hints;

    @BeforeEach
    void compile() throws IOException {
        Files.writeString(folder.resolve("dogs.tsv"), """
                breed\taliases\tparent\tkind\thomonym
                akita\t\t\tpure\tno
                boxer\t\t\tpure\tyes
                labradoodle\t\t\tcross\tno
                poodle\t\t\tpure\tno
                pug\t\t\tpure\tno
                saint bernard\tst bernard\t\tpure\tno
                toy poodle\t\tpoodle\tpure\tno
                """);
        Files.writeString(folder.resolve("dog.yaml"), "label: breed\nlexicon: dogs.tsv\nkinds: [pure]\n");
        Recipe read = RecipeReader.read(folder.resolve("dog.yaml"));
        recipe = CompiledRecipe.of(read, LexiconReader.read(read));
        hints = LexiconHints.read(read);
    }

    private AmbiguityType typeOf(Homonyms homonyms, Evidence... evidence) {
        Map<String, long[]> counts = new TreeMap<>();
        for (Evidence triad : evidence) {
            for (String label : triad.labels()) {
                long[] count = counts.computeIfAbsent(label, any -> new long[2]);
                count[0] += triad.clicks();
                count[1]++;
            }
        }
        List<LabelCount> labels = new ArrayList<>();
        counts.forEach((label, count) -> labels.add(new LabelCount(label, count[0], count[1])));
        return new AmbiguityTypes(recipe, hints, homonyms).of(new LabelSet("k", labels), List.of(evidence));
    }

    private AmbiguityType typeOf(Evidence... evidence) {
        return typeOf(Homonyms.of(hints), evidence);
    }

    private static Evidence triad(String query, long clicks, String... labels) {
        return new Evidence(query, clicks, List.of(labels), "log.tsv", 0);
    }

    @Test
    void findsParentAndChildEvenInAComparison() {
        assertThat(typeOf(triad("poodle vs toy poodle", 1, "poodle", "toy poodle")))
                .isEqualTo(AmbiguityType.PARENT_AND_CHILD);
    }

    @Test
    void findsCrosses() {
        assertThat(typeOf(triad("pug akita mix", 1, "akita", "pug"))).isEqualTo(AmbiguityType.CROSS_NAMED);
        assertThat(typeOf(triad("pug", 5, "pug"), triad("labradoodle or poodle", 1, "poodle")))
                .isEqualTo(AmbiguityType.CROSS_NAMED);
    }

    @Test
    void findsComparisons() {
        assertThat(typeOf(triad("pug vs akita", 1, "akita", "pug"))).isEqualTo(AmbiguityType.COMPARISON);
    }

    @Test
    void findsHomonymsThatDoNotLead() {
        assertThat(typeOf(triad("pug", 5, "pug"), triad("boxer", 4, "boxer"))).isEqualTo(AmbiguityType.HOMONYM);
        assertThat(typeOf(triad("pug", 4, "pug"), triad("boxer", 5, "boxer"))).isEqualTo(AmbiguityType.TRUE_CONFLICT);
    }

    @Test
    void findsHomonymsByTheWordsAgainstThem() throws IOException {
        Path file = Files.writeString(folder.resolve("h.tsv"), "term\tnegative_context\nakita\tjapan;city hall\n");
        Homonyms homonyms = Homonyms.of(hints, recipe, file);

        assertThat(typeOf(homonyms, triad("pug", 4, "pug"), triad("Akita, Japan", 5, "akita")))
                .isEqualTo(AmbiguityType.HOMONYM);
        assertThat(typeOf(homonyms, triad("pug", 4, "pug"), triad("akita city hall", 5, "akita")))
                .isEqualTo(AmbiguityType.HOMONYM);
        assertThat(typeOf(homonyms, triad("pug japan", 4, "pug"), triad("akita", 5, "akita")))
                .as("against another name")
                .isEqualTo(AmbiguityType.TRUE_CONFLICT);
        assertThat(typeOf(homonyms, triad("pug", 4, "pug"), triad("akita hall", 5, "akita")))
                .isEqualTo(AmbiguityType.TRUE_CONFLICT);
    }

    @Test
    void findsHomonymsInThePluralAndShortened() throws IOException {
        Path file = Files.writeString(
                folder.resolve("h.tsv"), "term\tnegative_context\nsaint bernard\tparish\npug\tmill\nno name\ttoy\n");
        Homonyms homonyms = Homonyms.of(hints, recipe, file);

        assertThat(typeOf(homonyms, triad("akita", 4, "akita"), triad("Pugs of the mill", 5, "pug")))
                .isEqualTo(AmbiguityType.HOMONYM);
        assertThat(typeOf(homonyms, triad("akita", 4, "akita"), triad("st. bernards parish", 5, "saint bernard")))
                .isEqualTo(AmbiguityType.HOMONYM);
        assertThat(typeOf(homonyms, triad("pug, no name, toy", 4, "pug"), triad("akita", 5, "akita")))
                .isEqualTo(AmbiguityType.TRUE_CONFLICT);
    }

    @Test
    void findsMinorityNoiseFromNinetyPercentOn() {
        assertThat(typeOf(triad("pug", 9, "pug"), triad("akita", 1, "akita"))).isEqualTo(AmbiguityType.MINORITY_NOISE);
        assertThat(typeOf(triad("pug", 899, "pug"), triad("akita", 101, "akita")))
                .isEqualTo(AmbiguityType.TRUE_CONFLICT);
    }

    @Test
    void refusesAFileOfHomonymsWithoutItsColumns() throws IOException {
        Path file = Files.writeString(folder.resolve("h.tsv"), "word\n");

        assertThatThrownBy(() -> Homonyms.of(hints, recipe, file))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("h.tsv:1");
        assertThatThrownBy(() -> Homonyms.of(hints, recipe, folder.resolve("none.tsv")))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("none.tsv");
    }
}
