package org.clickture.synth;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.clickture.ClicktureException;
import org.clickture.MatchPolicy;
import org.clickture.Recipe;
import org.clickture.TextFile;
import org.clickture.lexicon.CompiledRecipe;
import org.clickture.lexicon.LexiconReader;
import org.clickture.lexicon.Matcher;
import org.clickture.lexicon.RecipeReader;

/**
 * What a log is about: dogs, as Clickture-Dog has them, or what a recipe describes. Only about dogs are there queries for
 * the other sense of names and for things with a dog word. Immutable.
 *
 * @param recipe how queries are read
 * @param dogs whether it is about dogs
 * @param words what people add to a name so that it passes the gate, the most frequent first; at least one
 * @param before what stands before a name
 * @param after what stands behind a name, the most frequent first
 */
record Theme(CompiledRecipe recipe, boolean dogs, Words words, Words before, Words after) {

    private static final List<String> GATE = List.of("dog", "dogs", "puppy", "puppies");
    private static final String BREED = "breed";
    private static final List<String> KINDS = List.of("pure", "type", "extinct");
    private static final Set<String> DOG_WORDS = Set.copyOf(GATE);

    /**
     * Reads a theme.
     *
     * @param file a lexicon of dogs, or a recipe: a file whose name ends in {@code .yaml} or {@code .yml}
     * @throws ClicktureException if it cannot be used
     */
    static Theme of(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".yaml") || name.endsWith(".yml") ? ofRecipe(RecipeReader.read(file)) : ofDogs(file);
    }

    private static Theme ofDogs(Path lexicon) {
        String header =
                TextFile.read(lexicon, "lexicon").text().lines().findFirst().orElse("");
        if (!List.of(header.split("\t", -1)).contains(BREED)) {
            throw new ClicktureException(lexicon + ":1: no column `" + BREED
                    + "`, so it is no lexicon of dogs; for other things name a recipe (.yaml)");
        }
        Recipe recipe = new Recipe(lexicon, "", GATE, BREED, lexicon, KINDS, MatchPolicy.LONGEST, true, List.of());
        return new Theme(
                compile(recipe),
                true,
                Words.of("dog", "puppies", "puppy", "dogs"),
                Words.resource("dog-prefixes.txt"),
                Words.resource("dog-suffixes.txt"));
    }

    private static Theme ofRecipe(Recipe recipe) {
        CompiledRecipe compiled = compile(recipe);
        List<String> modifiers = Words.lines("modifiers.txt");
        List<String> words = compiled.gateWords().isEmpty() ? List.of(recipe.label()) : compiled.gateWords();
        return new Theme(
                compiled,
                false,
                Words.of(words),
                Words.of(modifiers.stream()
                        .filter(modifier -> modifier.endsWith(" *"))
                        .map(modifier -> modifier.substring(0, modifier.length() - 2))
                        .toList()),
                Words.of(modifiers.stream()
                        .filter(modifier -> modifier.startsWith("* "))
                        .map(modifier -> modifier.substring(2))
                        .toList()));
    }

    private static CompiledRecipe compile(Recipe recipe) {
        return CompiledRecipe.of(recipe, LexiconReader.read(recipe));
    }

    /** The plainest query that names something. */
    String plain(String name) {
        return name + " " + new String(words.get(0), StandardCharsets.UTF_8) + " pictures";
    }

    /** Whether a row of a lexicon of that kind can be what an image shows. */
    boolean shows(String kind) {
        List<String> kinds = recipe.recipe().kinds();
        return dogs ? kind.equals("pure") : kinds.isEmpty() || kinds.contains(kind);
    }

    /** Those of the queries that are about other things. */
    List<String> others(List<String> queries) {
        if (dogs) {
            return queries.stream()
                    .filter(query -> Arrays.stream(query.split("[^a-z0-9]+")).noneMatch(DOG_WORDS::contains))
                    .toList();
        }
        Matcher matcher = recipe.newMatcher();
        boolean open = recipe.gateWords().isEmpty();
        return queries.stream()
                .filter(query -> {
                    byte[] bytes = query.getBytes(StandardCharsets.UTF_8);
                    boolean passes = matcher.read(bytes, 0, bytes.length);
                    return !passes || (open && matcher.findLabels() == 0);
                })
                .toList();
    }
}
