package org.clickture.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clickture.ClicktureException;
import org.clickture.Recipe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompiledRecipeTest {

    private static final String LEXICON = """
            breed\taliases
            poodle\tcaniche
            toy poodle\t
            german shepherd\tgsd;german shepherd dog;berger d'allemagne
            shepherd\t
            husky\t
            pug\tchinese pug
            boxer\t
            löwchen\tlittle lion dog
            """;

    @TempDir
    Path temp;

    private RecipeFolder folder;

    @BeforeEach
    void open() {
        folder = new RecipeFolder(temp);
    }

    private static List<String> labels(CompiledRecipe recipe, String query) {
        Matcher matcher = recipe.newMatcher();
        byte[] bytes = query.getBytes(StandardCharsets.UTF_8);
        matcher.read(bytes, 0, bytes.length);
        List<String> labels = new ArrayList<>();
        for (int i = 0, count = matcher.findLabels(); i < count; i++) {
            labels.add(recipe.labels().get(matcher.labelIds()[i]));
        }
        return labels;
    }

    private static boolean gate(CompiledRecipe recipe, String query) {
        byte[] bytes = query.getBytes(StandardCharsets.UTF_8);
        return recipe.newMatcher().read(bytes, 0, bytes.length);
    }

    @ParameterizedTest
    @CsvSource({
        "toy poodle, toy poodle",
        "poodle toy poodle, poodle;toy poodle",
        "toy poodles and poodles, poodle;toy poodle",
        "german shepherd dog, german shepherd",
        "german shepherds, german shepherd",
        "german shepherd shepherd, german shepherd;shepherd",
        "berger d'allemagne, german shepherd",
        "gsds, german shepherd",
        "two huskies, husky",
        "boxer's boxers' boxer, boxer",
        "chinese pugs, pug",
        "LOWCHEN, löwchen",
        "Löwchen, löwchen",
        "little lion dogs, löwchen",
        "little lion, ''",
        "toy, ''",
        "boxe rs, ''"
    })
    void findsTheLongestNames(String query, String labels) {
        CompiledRecipe recipe = folder.compile("", LEXICON);
        assertThat(String.join(";", labels(recipe, query))).isEqualTo(labels);
    }

    @Test
    void findsNestedAndOverlappingNamesWhenAllCount() {
        CompiledRecipe recipe = folder.compile("match: all", LEXICON);
        assertThat(labels(recipe, "toy poodles")).containsExactly("poodle", "toy poodle");
        assertThat(labels(recipe, "german shepherd dog")).containsExactly("german shepherd", "shepherd");
    }

    @Test
    void leavesPluralsOutOnRequest() {
        CompiledRecipe recipe = folder.compile("plural: false", LEXICON);
        assertThat(labels(recipe, "poodles huskies boxer")).containsExactly("boxer");
    }

    @Test
    void opensTheGateForWholeTokensOnly() {
        CompiledRecipe recipe = folder.compile("gate: [Dog, Puppy]\nexclude: [hot dog]", LEXICON);
        assertThat(gate(recipe, "my DOG's bowl")).isTrue();
        assertThat(gate(recipe, "Ｐｕｐｐｙ")).isTrue();
        assertThat(gate(recipe, "dogs")).isFalse();
        assertThat(gate(recipe, "hotdog")).isFalse();
        assertThat(gate(recipe, "a hot-dog puppy")).isFalse();
        assertThat(gate(recipe, "hot and dog")).isTrue();
        assertThat(gate(recipe, "")).isFalse();
        assertThat(gate(folder.compile("", LEXICON), "")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "breed~aliases/a~x/b~X|lexicon.tsv:3: the name \"x\" stands for \"b\" here and for \"a\" in line 2",
                "breed~aliases/Akita~/akita~|lexicon.tsv:3: the name \"akita\"",
                "breed~aliases/ab~pony;poni/b~ponie|lexicon.tsv:3: the plural \"ponies\" stands for \"b\" here",
                "breed~aliases/a~x;;y|lexicon.tsv:2: empty name \"\" of \"a\"",
                "breed~aliases/-~|lexicon.tsv:2: empty name \"-\""
            })
    void refusesNamesThatBelongToTwo(String lexicon, String message) {
        assertThatThrownBy(() -> folder.compile("", lexicon.replace('~', '\t').replace('/', '\n') + "\n"))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining(message);
    }

    @Test
    void givesAWrittenNameToItsOwnerBeforeAPlural() {
        CompiledRecipe recipe = folder.compile("", "breed\taliases\nboxer\t\nrebel\tboxers\n");
        assertThat(labels(recipe, "boxers")).containsExactly("rebel");
    }

    @Test
    void refusesGateWordsOfSeveralTokensAndEmptyExclusions() {
        assertThatThrownBy(() -> folder.compile("gate: [hot dog]", LEXICON))
                .hasMessageContaining("gate word \"hot dog\" has 2 tokens");
        assertThatThrownBy(() -> folder.compile("exclude: ['!']", LEXICON)).hasMessageContaining("exclusion \"!\"");
    }

    @Test
    void compilesTheDogRecipe() {
        Recipe recipe = RecipeReader.read(Path.of("../../data/recipes/dog.yaml"));
        CompiledRecipe compiled = CompiledRecipe.of(recipe, LexiconReader.read(recipe));
        assertThat(compiled.labels()).hasSize(621 + 81 + 63).isSorted();
        assertThat(labels(compiled, "labradoodle puppies")).isEmpty();
        assertThat(labels(compiled, "Golden Retriever's puppies")).containsExactly("golden retriever");
    }
}
