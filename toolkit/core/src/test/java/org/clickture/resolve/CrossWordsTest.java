package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clickture.Recipe;
import org.clickture.lexicon.CompiledRecipe;
import org.clickture.lexicon.LexiconHints;
import org.clickture.lexicon.LexiconReader;
import org.clickture.lexicon.QueryTemplates;
import org.clickture.lexicon.RecipeReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossWordsTest {

    @TempDir
    private Path folder;

    private QueryTemplates query;
    private CrossWords words;

    @BeforeEach
    void compile() throws IOException {
        Files.writeString(folder.resolve("l.tsv"), """
                breed\taliases\tkind
                boxer\t\tpure
                husky\t\tpure
                labrador\tlab\tpure
                beagle harrier\t\tpure
                country terrier\t\tpure
                labradoodle\ttoy lab doodle;labra doodle\tcross
                lucas terrier\t\tcross
                pug\t\tpure
                puggle\tpug beagle\tcross
                poodle\t\tpure
                terrier\tmixed terrier\tpure
                sporting lucas terrier\t\tpure
                """);
        Files.writeString(folder.resolve("r.yaml"), "label: breed\nlexicon: l.tsv\nkinds: [pure]\n");
        Recipe recipe = RecipeReader.read(folder.resolve("r.yaml"));
        query = new QueryTemplates(CompiledRecipe.of(recipe, LexiconReader.read(recipe)));
        words = new CrossWords(LexiconHints.read(recipe));
    }

    private boolean spokenOf(String text) {
        query.read(text);
        return words.spokenOf(query);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "husky lab mix dog",
                "pug cross puppy",
                "pug cross",
                "cross eyed pug mix",
                "pug cross boxer eyed",
                "pug x boxer dog",
                "labradoodle vs poodle dog",
                "labra doodle or poodle dog",
                "toy lab doodle puppy",
                "pug cross country terrier",
                "pug beagle",
                "lucas terrier dog",
                "my pug and lucas terrier"
            })
    void hearsACross(String text) {
        assertThat(spokenOf(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pug vs boxer dog",
                "x ray of pug dog",
                "generation x boxer",
                "pug x ray",
                "mixed terrier dog",
                "pug beagle harrier",
                "labra dog",
                "pug dog",
                "sporting lucas terrier dog",
                "cross eyed pug dog",
                "pug cross-stitch",
                "pug mixed media",
                "old sporting lucas terriers"
            })
    void hearsNone(String text) {
        assertThat(spokenOf(text)).isFalse();
    }

    @Test
    void leavesOutNamesWithoutALetter() {
        query.read("pug ! dog");
        LexiconHints.Hint hint = new LexiconHints.Hint(2, "boxador", List.of("!"), "", "cross", false);

        assertThat(new CrossWords(List.of(hint)).spokenOf(query)).isFalse();
    }

    @Test
    void needsNoCrossInTheLexicon() {
        query.read("pug dog");

        assertThat(new CrossWords(List.of()).spokenOf(query)).isFalse();
    }
}
