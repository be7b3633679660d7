package org.clickture.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clickture.ClicktureException;
import org.clickture.lexicon.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ThemeTest {

    @TempDir
    private Path temp;

    private Path recipe(String yaml) throws IOException {
        Files.writeString(
                temp.resolve("l.tsv"), "colour\taliases\tkind\nred\tscarlet\ta\nblue\t\tb\nblue green\t\ta\n");
        return Files.writeString(temp.resolve("r.yaml"), "label: colour\nlexicon: l.tsv\n" + yaml);
    }

    @Test
    void takesGateKindsAndNamesFromARecipe() throws IOException {
        Theme theme = Theme.of(recipe("gate: [paint, paints]\nkinds: [a]\n"));

        assertThat(theme.dogs()).isFalse();
        assertThat(theme.plain("red")).isEqualTo("red paint pictures");
        assertThat(theme.shows("a")).isTrue();
        assertThat(theme.shows("b")).isFalse();
        assertThat(theme.others(List.of("paint", "red", "my paints"))).containsExactly("red");
    }

    @Test
    void leavesOutQueriesThatNameSomethingIfTheGateIsOpen() throws IOException {
        Theme theme = Theme.of(recipe("gate: []\n"));

        assertThat(theme.plain("red")).isEqualTo("red colour pictures");
        assertThat(theme.others(List.of("scarlet fever", "paint"))).containsExactly("paint");
    }

    @Test
    void writesALogAboutARecipe() throws IOException {
        Path file = recipe("gate: [paint]\n");
        SynthRequest request = SynthRequest.of(file).withImages(400).with(Knob.DOG_SHARE, 0.5);
        Path log = temp.resolve("log.tsv");
        Path truth = temp.resolve("truth.tsv");
        Logs.write(request, log, truth);

        Matcher matcher = Theme.of(file).recipe().newMatcher();
        long labelled = Logs.rows(log).stream()
                .map(row -> row.split("\t", -1)[1].getBytes(StandardCharsets.ISO_8859_1))
                .filter(query -> matcher.read(query, 0, query.length) && matcher.findLabels() > 0)
                .count();
        assertThat(labelled).isGreaterThan(500);
        assertThat(Logs.text(log)).doesNotContain("week old", " dog pictures");
        assertThat(Logs.rows(truth)).anyMatch(row -> row.contains("\tblue green\tbreed\t"));
        assertThat(Logs.rows(truth).get(0)).isEqualTo("image_key\tcolour\tsubject\tnoise\tnoise_colour");
    }

    @Test
    void asksForARecipeWhereALexiconIsNotAboutDogs() throws IOException {
        recipe("");

        assertThatThrownBy(() -> Theme.of(temp.resolve("l.tsv")))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining(
                        "l.tsv:1: no column `breed`, so it is no lexicon of dogs; for other things name a");
    }
}
