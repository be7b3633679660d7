package org.clickture.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clickture.ClicktureException;
import org.clickture.MatchPolicy;
import org.clickture.Recipe;
import org.clickture.lexicon.CompiledRecipe;
import org.clickture.lexicon.Homonym;
import org.clickture.lexicon.HomonymList;
import org.clickture.lexicon.Lexicon;
import org.clickture.lexicon.LexiconReader;
import org.clickture.lexicon.RecipeReader;

/**
 * One way to read queries.
 *
 * @param name what it is called in tables
 * @param meaning what it is, in a few words
 * @param recipe what it does
 */
record Policy(String name, String meaning, CompiledRecipe recipe) {

    /**
     * The policies that are compared: the seed comes first, an open recipe last.
     *
     * @throws ClicktureException if a recipe or a file that it names cannot be used, or the recipes call their labels
     *     differently
     */
    static List<Policy> of(Path seedFile, Optional<Path> openFile) {
        Recipe seed = RecipeReader.read(seedFile);
        Lexicon lexicon = LexiconReader.read(seed);
        List<Policy> policies = new ArrayList<>();
        policies.add(new Policy("seed", "the recipe as it is", CompiledRecipe.of(seed, lexicon)));
        if (seed.match() != MatchPolicy.ALL) {
            policies.add(new Policy(
                    "all",
                    "every name that occurs counts",
                    CompiledRecipe.of(seed.withNames(MatchPolicy.ALL, seed.plural(), seed.spelling()), lexicon)));
        }
        if (seed.plural()) {
            policies.add(new Policy(
                    "singular",
                    "no plurals",
                    CompiledRecipe.of(seed.withNames(seed.match(), false, seed.spelling()), lexicon)));
        }
        if (seed.spelling() == 0) {
            policies.add(new Policy(
                    "spelling",
                    "misspelt names that other clicks of the image support",
                    CompiledRecipe.of(seed.withNames(seed.match(), seed.plural(), 1), lexicon)));
        }
        openFile.map(RecipeReader::read).ifPresent(open -> addOpen(seed, lexicon, open, policies));
        return policies;
    }

    private static void addOpen(Recipe seed, Lexicon lexicon, Recipe open, List<Policy> policies) {
        if (!open.label().equals(seed.label())) {
            throw new ClicktureException(open.file() + " calls a label `" + open.label() + "`, " + seed.file() + " `"
                    + seed.label() + "`; compare recipes for the same thing");
        }
        CompiledRecipe compiled = CompiledRecipe.of(open);
        compiled.homonyms().ifPresent(homonyms -> {
            Recipe gateless = seed.withGate(List.of());
            policies.add(new Policy(
                    "homonym-gate",
                    "only homonyms need a word of the gate",
                    CompiledRecipe.of(
                            gateless.withHomonyms(homonyms.file(), seed.gate()),
                            lexicon,
                            Optional.of(gated(homonyms)))));
            policies.add(new Policy(
                    "homonym-context",
                    "strong homonyms need context, negative words reject",
                    CompiledRecipe.of(
                            gateless.withHomonyms(homonyms.file(), open.context()), lexicon, Optional.of(homonyms))));
        });
        policies.add(new Policy("open", String.valueOf(open.file().getFileName()), compiled));
    }

    /** The same terms, none of which counts alone, and no words against them. */
    private static HomonymList gated(HomonymList homonyms) {
        return new HomonymList(
                homonyms.file(),
                homonyms.sha256(),
                homonyms.terms().stream()
                        .map(homonym -> new Homonym(homonym.term(), true, List.of()))
                        .toList());
    }
}
