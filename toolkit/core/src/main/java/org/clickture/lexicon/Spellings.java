package org.clickture.lexicon;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntAVLTreeSet;
import it.unimi.dsi.fastutil.ints.IntSortedSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Words that a lexicon itself writes in several ways: two names of one label are alike but for one word, and that is nearly the
 * same in both ("german sheperd", "german shepherd"). Then other names may be written so, too ("belgian sheperd"). Such words have
 * five or more letters, a to z, and are at most two edits apart (Levenshtein 1966). Immutable.
 */
final class Spellings {

    private static final int MOST_EDITS = 2;
    private static final int[] NONE = {};

    private final Vocabulary vocabulary;
    /** The numbers of the other spellings of a word, growing, by its own. */
    private final Int2ObjectOpenHashMap<int[]> others = new Int2ObjectOpenHashMap<>();

    /**
     * Finds the spellings of a lexicon.
     *
     * @param names every name that is looked for, normalised
     * @param vocabulary knows all words of these
     */
    Spellings(Map<String, NameSource> names, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        Map<String, List<List<String>>> namesOf = new HashMap<>();
        names.forEach((name, source) -> namesOf.computeIfAbsent(source.label(), label -> new ArrayList<>())
                .add(List.of(name.split(" ", -1))));
        Int2ObjectOpenHashMap<IntSortedSet> found = new Int2ObjectOpenHashMap<>();
        namesOf.values()
                .forEach(ofLabel -> ofLabel.forEach(one -> ofLabel.forEach(other -> compare(one, other, found))));
        found.forEach((word, spellings) -> others.put(word, spellings.toIntArray()));
    }

    private void compare(List<String> one, List<String> other, Int2ObjectOpenHashMap<IntSortedSet> found) {
        if (one.size() != other.size()) {
            return;
        }
        int[] different = IntStream.range(0, one.size())
                .filter(i -> !one.get(i).equals(other.get(i)))
                .toArray();
        if (different.length == 1 && isSpelling(one.get(different[0]), other.get(different[0]))) {
            found.computeIfAbsent(number(one.get(different[0])), word -> new IntAVLTreeSet())
                    .add(number(other.get(different[0])));
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

    /** The numbers of the other spellings of a word, growing; empty if it has none. */
    int[] of(int word) {
        return others.getOrDefault(word, NONE);
    }
}
