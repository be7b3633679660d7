package org.clickture.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.clickture.ClicktureException;
import org.clickture.MatchPolicy;
import org.clickture.Recipe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecipeReaderTest {

    @TempDir
    Path temp;

    private RecipeFolder folder;

    @BeforeEach
    void open() {
        folder = new RecipeFolder(temp);
    }

    @Test
    void readsEveryKey() {
        Recipe recipe = folder.recipe("""
                gate: [dog, NO, 010]
                label: breed
                lexicon: ../lexicons/dogs.tsv
                kinds: [pure]
                match: all
                plural: false
                exclude: [hot dog]
                homonyms: homonyms.tsv
                context: [dog, "* for sale"]
                reject: [mix]
                compounds: [x ray]
                spelling: 1
                """);
        assertThat(recipe.gate()).containsExactly("dog", "NO", "010");
        assertThat(recipe.label()).isEqualTo("breed");
        assertThat(recipe.lexicon()).isEqualTo(temp.resolve("../lexicons/dogs.tsv"));
        assertThat(recipe.kinds()).containsExactly("pure");
        assertThat(recipe.match()).isEqualTo(MatchPolicy.ALL);
        assertThat(recipe.plural()).isFalse();
        assertThat(recipe.exclude()).containsExactly("hot dog");
        assertThat(recipe.homonyms()).isEqualTo(temp.resolve("homonyms.tsv"));
        assertThat(recipe.context()).containsExactly("dog", "* for sale");
        assertThat(recipe.reject()).containsExactly("mix");
        assertThat(recipe.compounds()).containsExactly("x ray");
        assertThat(recipe.spelling()).isEqualTo(1);
        assertThat(recipe.sha256()).matches("[0-9a-f]{64}");
    }

    @Test
    void hasDefaults() {
        Recipe recipe = folder.recipe("label: breed\nlexicon: dogs.tsv\ngate:\n");
        assertThat(recipe.gate()).isEmpty();
        assertThat(recipe.kinds()).isEmpty();
        assertThat(recipe.match()).isEqualTo(MatchPolicy.LONGEST);
        assertThat(recipe.plural()).isTrue();
        assertThat(recipe.exclude()).isEmpty();
        assertThat(recipe.homonyms()).isNull();
        assertThat(recipe.hasNameRules()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lable: breed|recipe.yaml:1: unknown key `lable`; did you mean `label`?",
                "label: a\\nlabel: b|recipe.yaml:2: `label` stands also in line 1",
                "label: breed|recipe.yaml: `lexicon` is missing",
                "lexicon: x|recipe.yaml: `label` is missing",
                "lexicon: x\\nlabel: image_key|recipe.yaml:2: `label` is `image_key`, but a lexicon or a file that we write has "
                        + "another column `image_key`; choose another word, here and in the lexicon's header",
                "label: Clicks\\nlexicon: x|recipe.yaml:1: `label` is `Clicks`, but",
                "label: image\\nlexicon: x|has another column `images`",
                "label: query\\nlexicon: x|has another column `queries`",
                "label: aliases\\nlexicon: x|has another column `aliases`",
                "label: kind\\nlexicon: x|has another column `kind`",
                "label: parent\\nlexicon: x|has another column `parent`",
                "label: homonym\\nlexicon: x|has another column `homonym`",
                "label: [a]\\nlexicon: x|recipe.yaml:1: `label` must be one text",
                "label: a\\nlexicon: x\\ngate: dog|recipe.yaml:3: `gate` must be a list",
                "label: a\\nlexicon: x\\ngate: [[dog]]|recipe.yaml:3: `gate` must hold texts only",
                "label: a\\nlexicon: x\\nmatch: best|recipe.yaml:3: `match` must be `longest` or `all`",
                "label: a\\nlexicon: x\\nplural: yes|recipe.yaml:3: `plural` must be `true` or `false`",
                "label: a\\nlexicon: x\\nspelling: 2|recipe.yaml:3: `spelling` must be 0 or 1",
                "label: a\\nlexicon: x\\ncompounds: [x ray]|recipe.yaml:3: `compounds` are for the phrases of `context` and",
                "label: a\\nlexicon: x\\ncontext: [dog]|recipe.yaml:3: `context` is for homonyms",
                "label: 'a|recipe.yaml:1: not YAML",
                "- label|recipe.yaml:1: a recipe is a list of `key: value`"
            })
    void refusesWithFileLineAndWhatToDo(String yaml, String message) {
        assertThatThrownBy(() -> folder.recipe(yaml.replace("\\n", "\n")))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesAMissingFileAndForeignEncodings() throws Exception {
        assertThatThrownBy(() -> RecipeReader.read(temp.resolve("none.yaml")))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("there is no such recipe");
        assertThatThrownBy(() -> RecipeReader.read(temp))
                .isInstanceOf(ClicktureException.class)
                .hasMessageEndingWith(": this is a folder, not a recipe; name the file");
        Path latin = Files.write(temp.resolve("latin.yaml"), new byte[] {'#', '\n', 'a', (byte) 0xE4});
        assertThatThrownBy(() -> RecipeReader.read(latin))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("latin.yaml:2: the recipe is not UTF-8 at byte offset 3; save");
    }
}
