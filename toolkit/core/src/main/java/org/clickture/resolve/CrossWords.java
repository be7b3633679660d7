package org.clickture.resolve;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.clickture.lexicon.LexiconHints;
import org.clickture.lexicon.QueryTemplates;
import org.clickture.lexicon.Tokenizer;
import org.clickture.lexicon.Vocabulary;

/**
 * Tells queries that speak of a cross of two labels: by a word ("husky lab mix", "pug cross"), by an x between two names, or
 * by the name of a cross in the lexicon ("labradoodle"). A word that goes on as a usual compound does not count: "cross eyed".
 * Immutable; makes no objects.
 */
final class CrossWords {

    private static final String CROSS_KIND = "cross";

    private static final List<String> WORDS = List.of(
            "mix", "mixed", "mixes", "cross", "crossed", "crosses", "crossbreed", "crossbred", "hybrid", "hybrids");

    private static final String BETWEEN_NAMES = "x";

    /** What stands behind a word of {@link #WORDS} that means something else. */
    private static final List<String> FOLLOWERS = List.of(
            "eyed", "country", "section", "sections", "legged", "stitch", "stitched", "stitching", "training", "media");

    private final Vocabulary followers = new Vocabulary();

    /** The words, then the x, then the tokens that names of crosses begin with. */
    private final Vocabulary telling = new Vocabulary();

    private final int between;
    private final BitSet firstTokens = new BitSet();

    /** Normalised names of crosses, and the most tokens that one has. */
    private final Vocabulary names = new Vocabulary();

    private int mostTokens;

    CrossWords(List<LexiconHints.Hint> hints) {
        WORDS.forEach(word -> add(telling, word));
        between = add(telling, BETWEEN_NAMES);
        FOLLOWERS.forEach(word -> add(followers, word));
        for (LexiconHints.Hint hint : hints) {
            if (hint.kind().equals(CROSS_KIND)) {
                Stream.concat(Stream.of(hint.label()), hint.aliases().stream()).forEach(this::addName);
            }
        }
    }

    private void addName(String name) {
        List<String> tokens = Tokenizer.tokens(name).toList();
        if (!tokens.isEmpty()) {
            add(names, String.join(" ", tokens));
            firstTokens.set(add(telling, tokens.get(0)));
            mostTokens = Math.max(mostTokens, tokens.size());
        }
    }

    private static int add(Vocabulary vocabulary, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return vocabulary.add(utf8, 0, utf8.length);
    }

    /** Whether the query that was read last speaks of a cross. A cross within a longer name of the recipe does not count. */
    boolean spokenOf(QueryTemplates query) {
        for (int i = 0; i < query.tokens(); i++) {
            int id = telling.id(query.normalisedBytes(), query.from(i), query.to(i));
            if (id != Vocabulary.UNKNOWN && (isWord(id, query, i) || (firstTokens.get(id) && crossBegins(query, i)))) {
                return true;
            }
        }
        return false;
    }

    private boolean isWord(int id, QueryTemplates query, int token) {
        return !query.inName(token)
                && ((id < between && !goesOn(query, token + 1))
                        || (id == between && query.inName(token - 1) && query.inName(token + 1)));
    }

    private boolean goesOn(QueryTemplates query, int next) {
        return next < query.tokens()
                && !query.inName(next)
                && followers.id(query.normalisedBytes(), query.from(next), query.to(next)) != Vocabulary.UNKNOWN;
    }

    /** Whether the name of a cross begins at a token and cuts no name of the recipe. */
    private boolean crossBegins(QueryTemplates query, int first) {
        if (query.joinsWithPrevious(first)) {
            return false;
        }
        int end = Math.min(query.tokens(), first + mostTokens);
        for (int last = first; last < end; last++) {
            boolean cut = query.joinsWithPrevious(last + 1);
            if (!cut && names.id(query.normalisedBytes(), query.from(first), query.to(last)) != Vocabulary.UNKNOWN) {
                return true;
            }
        }
        return false;
    }
}
