package org.clickture.resolve;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.clickture.lexicon.LexiconHints;
import org.clickture.lexicon.QueryTemplates;
import org.clickture.lexicon.Tokenizer;

/**
 * Tells queries that speak of a cross of two labels: by a word ("husky lab mix", "pug cross"), by an x between two names, or
 * by the name of a cross in the lexicon ("labradoodle"). Immutable.
 */
final class CrossWords {

    private static final String CROSS_KIND = "cross";

    private static final Set<String> WORDS = Set.of(
            "mix", "mixed", "mixes", "cross", "crossed", "crosses", "crossbreed", "crossbred", "hybrid", "hybrids");

    private static final String X_BETWEEN_NAMES = QueryTemplates.PLACEHOLDER + " x " + QueryTemplates.PLACEHOLDER;

    /** Normalised names of crosses, the tokens that they begin with, and the most tokens that one has. */
    private final Set<String> names = new HashSet<>();

    private final Set<String> firstTokens = new HashSet<>();

    private int mostTokens;

    CrossWords(List<LexiconHints.Hint> hints) {
        for (LexiconHints.Hint hint : hints) {
            if (hint.kind().equals(CROSS_KIND)) {
                Stream.concat(Stream.of(hint.label()), hint.aliases().stream()).forEach(this::add);
            }
        }
    }

    private void add(String name) {
        String normalised = Tokenizer.tokens(name).toString();
        String[] tokens = normalised.split(" ", -1);
        names.add(normalised);
        firstTokens.add(tokens[0]);
        mostTokens = Math.max(mostTokens, tokens.length);
    }

    /** Whether the query that was read last speaks of a cross. A cross within a longer name of the recipe does not count. */
    boolean spokenOf(QueryTemplates query) {
        return query.template().contains(X_BETWEEN_NAMES)
                || Arrays.stream(query.template().split(" ", -1)).anyMatch(WORDS::contains)
                || namesACross(query);
    }

    private boolean namesACross(QueryTemplates query) {
        String[] tokens = query.normalised().split(" ", -1);
        for (int from = 0; from < tokens.length; from++) {
            if (!firstTokens.contains(tokens[from]) || query.joinsWithPrevious(from)) {
                continue;
            }
            StringBuilder phrase = new StringBuilder();
            for (int to = from; to < Math.min(tokens.length, from + mostTokens); to++) {
                phrase.append(to > from ? " " : "").append(tokens[to]);
                boolean cut = to + 1 < tokens.length && query.joinsWithPrevious(to + 1);
                if (!cut && names.contains(phrase.toString())) {
                    return true;
                }
            }
        }
        return false;
    }
}
