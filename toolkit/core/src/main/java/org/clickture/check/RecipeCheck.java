package org.clickture.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clickture.ClicktureException;
import org.clickture.Recipe;
import org.clickture.lexicon.HomonymList;
import org.clickture.lexicon.Lexicon;
import org.clickture.lexicon.LexiconReader;
import org.clickture.lexicon.RecipeReader;
import org.clickture.lexicon.Tokenizer;
import org.jspecify.annotations.Nullable;

/** Checks a recipe: errors that a build would stop at, risks for the labels, and notes. */
public final class RecipeCheck {

    private RecipeCheck() {}

    /**
     * Checks a recipe and all that it names. There is an error among the findings if a build would refuse the recipe.
     *
     * @param recipe the recipe's file
     * @param homonyms a file of names with another meaning besides the one that the recipe names; or null
     * @param queries real queries about anything, to see which names are ordinary words
     * @return the errors first, then risks, then notes; of a kind by file and line
     */
    public static List<Finding> check(Path recipe, @Nullable Path homonyms, List<String> queries) {
        Findings findings = new Findings();
        RecipeReader.read(recipe, refusal -> findings.refused(Rule.RECIPE, recipe, refusal))
                .ifPresent(read -> check(read, homonyms, queries, findings));
        return findings.sorted();
    }

    private static void check(Recipe recipe, @Nullable Path homonyms, List<String> queries, Findings findings) {
        Optional<Lexicon> read = lexicon(recipe, findings);
        if (read.isEmpty()) {
            return;
        }
        Lexicon lexicon = read.get();
        RecipeLines lines = new RecipeLines(recipe.file());
        Names names = new Names(lexicon, recipe.plural());
        LexiconRows rows = LexiconRows.read(recipe);
        GateChecks gate = new GateChecks(recipe, lexicon, names, lines, findings);
        new RowChecks(recipe, rows, names, findings).run(lines);
        new CompilerChecks(recipe, lexicon, names, findings).run(lines);
        new NameChecks(recipe, lexicon, names, findings).run();
        gate.run();
        new WordChecks(lexicon, names, gate, listedHomonyms(recipe), findings).run(queries);
        new HomonymChecks(recipe, rows, names, gate, findings).run(homonyms);
    }

    /** The normalised terms that the recipe's own file lists. */
    private static Set<String> listedHomonyms(Recipe recipe) {
        Path file = recipe.homonyms();
        try {
            return file == null
                    ? Set.of()
                    : HomonymList.read(file).terms().stream()
                            .map(homonym -> Tokenizer.tokens(homonym.term()).toString())
                            .collect(Collectors.toSet());
        } catch (ClicktureException e) {
            // HomonymChecks tells what is wrong with it.
            return Set.of();
        }
    }

    private static Optional<Lexicon> lexicon(Recipe recipe, Findings findings) {
        try {
            return Optional.of(
                    LexiconReader.read(recipe, refusal -> findings.refused(Rule.LEXICON, recipe.lexicon(), refusal)));
        } catch (ClicktureException e) {
            findings.refused(Rule.LEXICON, recipe.lexicon(), e);
            return Optional.empty();
        }
    }
}
