package org.clickture.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clickture.ClicktureException;
import org.clickture.Recipe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LexiconReaderTest {

    @TempDir
    Path temp;

    private RecipeFolder folder;

    @BeforeEach
    void open() {
        folder = new RecipeFolder(temp);
    }

    private Lexicon read(String lexicon, String yaml) {
        folder.write("lexicon.tsv", lexicon);
        return LexiconReader.read(folder.recipe("label: breed\nlexicon: lexicon.tsv\n" + yaml));
    }

    @Test
    void readsTheColumnsItNeedsInAnyOrder() {
        Lexicon lexicon =
                read("\uFEFFkind\taliases\tbreed\r\npure\tgsd;alsatian\tgerman shepherd\r\n\r\nx\t\tAkita", "");
        assertThat(lexicon.entries())
                .containsExactly(
                        new Lexicon.Entry("german shepherd", List.of("gsd", "alsatian"), 2),
                        new Lexicon.Entry("Akita", List.of(), 4));
        assertThat(lexicon.labels()).containsExactly("Akita", "german shepherd");
    }

    @Test
    void leavesOutOtherKinds() {
        Lexicon lexicon = read("breed\taliases\tkind\npoodle\t\tpure\nlabradoodle\t\tcross\n", "kinds: [pure]");
        assertThat(lexicon.labels()).containsExactly("poodle");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name~aliases|lexicon.tsv:1: no column `breed`",
                "breed~kind|lexicon.tsv:1: no column `aliases`",
                "breed~breed~aliases|lexicon.tsv:1: two columns `breed`",
                "breed~aliases/a~/b|lexicon.tsv:3: 1 field, the header has 2",
                "breed~aliases/a~/b~/a~x|lexicon.tsv:4: breed \"a\" stands also in line 2",
                "breed~aliases|no line takes part",
                "breed~aliases/a~/clown;fish~x|lexicon.tsv:3: breed \"clown;fish\" holds `;` or a control character; write",
                "breed~aliases/a\u0007b~|lexicon.tsv:2: breed \"a\u0007b\" holds `;` or a control character; write",
            })
    void refusesWithFileLineAndWhatToDo(String lexicon, String message) {
        assertThatThrownBy(() -> read(lexicon.replace('~', '\t').replace('/', '\n') + "\n", ""))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesForeignEncodings() throws IOException {
        byte[] latin1 = "breed\taliases\npug\t\nb\u00e9arn\t\n".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(temp.resolve("lexicon.tsv"), latin1);
        Recipe recipe = folder.recipe("label: breed\nlexicon: lexicon.tsv\n");

        assertThatThrownBy(() -> LexiconReader.read(recipe))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("lexicon.tsv:3: the lexicon is not UTF-8 at byte offset 20; save");
    }

    @Test
    void acceptsLabelsWithColons() {
        assertThat(read("breed\taliases\na:b fish\t\n", "").labels()).containsExactly("a:b fish");
    }

    @Test
    void refusesKindsWithoutTheirColumn() {
        assertThatThrownBy(() -> read("breed\taliases\na\t\n", "kinds: [pure]"))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("no column `kind`");
    }
}
