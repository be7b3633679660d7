package org.clickture.lexicon;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Phrases in which {@code *} stands for a name: "how big do * get". A phrase without it may stand anywhere in a query. Words
 * of a phrase are never found inside a name, nor inside a compound. Immutable once all phrases are added; what one query holds
 * is in {@link Marks}.
 */
final class SlottedPhrases {

    private static final String SLOT = "*";

    private final PhraseTrie phrases = new PhraseTrie();
    private final Vocabulary vocabulary;
    private final int slot;

    SlottedPhrases(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        // No token has this character, so that no query has this number.
        byte[] bytes = {(byte) SLOT.charAt(0)};
        slot = vocabulary.add(bytes, 0, bytes.length);
    }

    /**
     * Adds a phrase.
     *
     * @param phrase with a letter or digit
     */
    void add(String phrase) {
        int[] path = {};
        String[] parts = phrase.split("\\*", -1);
        for (int i = 0; i < parts.length; i++) {
            int[] ids = vocabulary.addAll(Tokenizer.tokens(parts[i]));
            int length = path.length;
            path = Arrays.copyOf(path, length + (i > 0 ? 1 : 0) + ids.length);
            if (i > 0) {
                path[length++] = slot;
            }
            System.arraycopy(ids, 0, path, length, ids.length);
        }
        phrases.add(path, 0);
    }

    /** What the phrases say about the names of one query. Reused for the next query. Not thread-safe. */
    static final class Marks {

        private final SlottedPhrases phrases;
        private boolean anywhere;
        private boolean[] slotted = new boolean[8];
        private boolean[] behind = new boolean[8];
        /** The names in the slots of the path that is walked. */
        private int[] path = new int[8];

        private int[] ids = {};
        private int tokens;
        private FoundNames names = new FoundNames();
        private BitSet closed = new BitSet();

        Marks(SlottedPhrases phrases) {
            this.phrases = phrases;
        }

        /**
         * Looks at a query.
         *
         * @param tokenIds the numbers of its tokens in [0, tokens)
         * @param found the names in it, indexed
         * @param closedTokens those that are no words of a phrase, as those of names
         */
        void read(int[] tokenIds, int tokenCount, FoundNames found, BitSet closedTokens) {
            closed = closedTokens;
            ids = tokenIds;
            tokens = tokenCount;
            names = found;
            anywhere = false;
            if (slotted.length < found.count()) {
                slotted = new boolean[2 * found.count()];
                behind = new boolean[2 * found.count()];
            }
            Arrays.fill(slotted, 0, found.count(), false);
            Arrays.fill(behind, 0, found.count(), false);
            for (int start = 0; start < tokens; start++) {
                walk(PhraseTrie.ROOT, start, start, 0);
            }
        }

        /** Whether a phrase speaks of a name: it stands in the phrase's slot, or the phrase has none. */
        boolean speakOf(int name) {
            return anywhere || slotted[name];
        }

        /** Whether a phrase without a slot stands right behind a name. */
        boolean standBehind(int name) {
            return behind[name];
        }

        private void walk(int node, int start, int at, int slots) {
            if (phrases.phrases.value(node) != PhraseTrie.NONE) {
                mark(start, slots);
            }
            if (at == tokens) {
                return;
            }
            for (int name = names.firstStarting(at); name != FoundNames.NONE; name = names.nextStarting(name)) {
                int child = phrases.phrases.child(node, phrases.slot);
                if (child != PhraseTrie.NONE) {
                    if (path.length == slots) {
                        path = Arrays.copyOf(path, 2 * slots);
                    }
                    path[slots] = name;
                    walk(child, start, names.end(name), slots + 1);
                }
            }
            if (names.holder(at) == FoundNames.NONE && !closed.get(at) && ids[at] != Vocabulary.UNKNOWN) {
                int child = phrases.phrases.child(node, ids[at]);
                if (child != PhraseTrie.NONE) {
                    walk(child, start, at + 1, slots);
                }
            }
        }

        private void mark(int start, int slots) {
            for (int i = 0; i < slots; i++) {
                slotted[path[i]] = true;
            }
            if (slots > 0) {
                return;
            }
            anywhere = true;
            for (int name = names.firstEnding(start); name != FoundNames.NONE; name = names.nextEnding(name)) {
                behind[name] = true;
            }
        }
    }
}
