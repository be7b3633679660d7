package org.clickture.lexicon;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntAVLTreeSet;
import it.unimi.dsi.fastutil.ints.IntSortedSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words that a lexicon itself writes in several ways: two names of one label are alike but for one word, and that is nearly the
 * same in both ("german sheperd", "german shepherd"). Then other names may be written so, too ("belgian sheperd"). Such words have
 * five or more letters, a to z, and are at most two edits apart (Levenshtein 1966). Immutable.
 */
final class Spellings {

    private static final int MOST_EDITS = 2;
    private static final int[] NONE = {};

    private final Vocabulary vocabulary;
    /** By the number of a word those of its other spellings, growing; null if it has none. */
    private final int[] @Nullable [] others;

    /**
     * Finds the spellings of a lexicon.
     *
     * @param names every name that is looked for, normalised
     * @param vocabulary knows all words of these
     */
    Spellings(Map<String, NameSource> names, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        Map<String, List<String[]>> namesOf = new HashMap<>();
        names.forEach((name, source) -> namesOf.computeIfAbsent(source.label(), label -> new ArrayList<>())
                .add(name.split(" ", -1)));
        Int2ObjectOpenHashMap<IntSortedSet> found = new Int2ObjectOpenHashMap<>();
        for (List<String[]> ofLabel : namesOf.values()) {
            for (String[] one : ofLabel) {
                ofLabel.forEach(other -> compare(one, other, found));
            }
        }
        others = new int[vocabulary.size()][];
        found.forEach((word, spellings) -> others[word] = spellings.toIntArray());
    }

    private void compare(String[] one, String[] other, Int2ObjectOpenHashMap<IntSortedSet> found) {
        int at = one.length == other.length ? Arrays.mismatch(one, other) : -1;
        if (at >= 0
                && Arrays.equals(one, at + 1, one.length, other, at + 1, other.length)
                && isSpelling(one[at], other[at])) {
            found.computeIfAbsent(number(one[at]), word -> new IntAVLTreeSet()).add(number(other[at]));
        }
    }

    private static boolean isSpelling(String word, String other) {
        return Corrections.isCorrectable(word)
                && Corrections.isCorrectable(other)
                && Nearest.distance(word, other) <= MOST_EDITS;
    }

    private int number(String word) {
        return vocabulary.addAll(Tokenizer.tokens(word))[0];
    }

    /** The numbers of the other spellings of a known word, growing; empty if it has none. */
    int[] of(int word) {
        int[] spellings = word < others.length ? others[word] : null;
        return spellings == null ? NONE : spellings;
    }
}
