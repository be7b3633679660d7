package org.clickture.resolve;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clickture.lexicon.CompiledRecipe;
import org.clickture.lexicon.HomonymList;
import org.clickture.lexicon.LexiconHints;
import org.clickture.lexicon.Tokenizer;

/** Names that have another common meaning, and the words that speak for that one. Immutable. */
public final class Homonyms {

    /** A name with the words that speak against it, all normalised and with a space before and behind. */
    private record Term(String text, List<String> against) {}

    private final Set<String> labels = new HashSet<>();
    private final List<Term> terms = new ArrayList<>();

    private Homonyms(List<LexiconHints.Hint> hints) {
        hints.stream()
                .filter(LexiconHints.Hint::homonym)
                .map(LexiconHints.Hint::label)
                .forEach(labels::add);
    }

    /** What a lexicon says in its column {@code homonym}. */
    public static Homonyms of(List<LexiconHints.Hint> hints) {
        return new Homonyms(hints);
    }

    /**
     * The same, and the names of a recipe that a list speaks of, see {@link CompiledRecipe#homonymNames}.
     *
     * @throws org.clickture.ClicktureException if the file cannot be used, see {@link HomonymList#read}
     */
    public static Homonyms of(List<LexiconHints.Hint> hints, CompiledRecipe recipe, Path file) {
        Homonyms homonyms = new Homonyms(hints);
        recipe.homonymNames(HomonymList.read(file))
                .forEach((name, homonym) -> homonyms.terms.add(new Term(
                        spaced(name),
                        homonym.against().stream().map(Homonyms::spaced).toList())));
        return homonyms;
    }

    private static String spaced(String text) {
        return " " + Tokenizer.tokens(text) + " ";
    }

    /** Whether the label, standing alone, often means something else. */
    boolean doubtful(String label) {
        return labels.contains(label);
    }

    /** Whether a query holds one of the list's names together with a word that speaks for its other meaning. */
    boolean deceives(String query) {
        String spaced = spaced(query);
        return terms.stream()
                .anyMatch(term ->
                        spaced.contains(term.text()) && term.against().stream().anyMatch(spaced::contains));
    }
}
