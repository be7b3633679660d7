package org.clickture.lexicon;

import java.util.BitSet;
import java.util.List;

/** Phrases that are one word to the reader: in "x ray" there is no x of a mix, in "hot dog" no dog. Immutable. */
final class Compounds {

    private final PhraseTrie phrases = new PhraseTrie();

    /** @param texts each with a letter or digit */
    Compounds(Vocabulary vocabulary, List<String> texts) {
        texts.forEach(text -> phrases.add(vocabulary.addAll(Tokenizer.tokens(text)), 0));
    }

    /**
     * Finds the tokens of compounds that touch no name.
     *
     * @param ids the numbers of the query's tokens in [0, count)
     * @param names the names in it, indexed
     * @param tokens gets them, and loses what it had
     */
    void find(int[] ids, int count, FoundNames names, BitSet tokens) {
        tokens.clear();
        if (phrases.isEmpty()) {
            return;
        }
        for (int start = 0; start < count; start++) {
            int node = PhraseTrie.ROOT;
            for (int i = start; i < count && ids[i] != Vocabulary.UNKNOWN && names.holder(i) == FoundNames.NONE; i++) {
                node = phrases.child(node, ids[i]);
                if (node == PhraseTrie.NONE) {
                    break;
                }
                if (phrases.value(node) != PhraseTrie.NONE) {
                    tokens.set(start, i + 1);
                }
            }
        }
    }
}
