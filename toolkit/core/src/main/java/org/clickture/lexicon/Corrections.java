package org.clickture.lexicon;

import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds the words that are one edit away from a token: a letter more, a letter less, another letter, or two neighbours
 * swapped (Damerau, A technique for computer detection and correction of spelling errors, CACM 7(3), 1964). Words and tokens
 * have five or more letters, a to z. Two that are one edit apart become the same when one letter is deleted from one or
 * from both; words are found by those texts (Mor and Fraenkel, A hash code method for detecting and correcting spelling
 * errors, CACM 25(12), 1982). Looking up is safe for several threads once nothing is added any more.
 */
final class Corrections {

    static final int MIN_LETTERS = 5;

    private static final int MAX_LETTERS = 64;
    private static final int LOG_FILTER_BITS = 18;
    private static final long BASE = Vocabulary.MIXER;
    private static final long[] POWERS = new long[MAX_LETTERS + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * BASE;
        }
    }

    private static final int[] NONE = {};

    /** The numbers of the words that a text comes from, by the text's hash. */
    private final Long2ObjectOpenHashMap<int[]> words = new Long2ObjectOpenHashMap<>();

    private final long[] filter = new long[1 << (LOG_FILTER_BITS - 6)];
    private byte[][] texts = {};

    /** Adds a word by its number; one that is too short, or has other characters, is never found. */
    void add(int id, byte[] bytes, int from, int to) {
        if (!hasEnoughLetters(bytes, from, to) || (id < texts.length && texts[id] != null)) {
            return;
        }
        if (id >= texts.length) {
            texts = Arrays.copyOf(texts, Math.max(id + 1, 2 * texts.length));
        }
        texts[id] = Arrays.copyOfRange(bytes, from, to);
        for (int deleted = 0; deleted <= to - from; deleted++) {
            long hash = hash(bytes, from, to, deleted);
            filter[bit(hash) >>> 6] |= 1L << bit(hash);
            int[] ids = words.getOrDefault(hash, new int[0]);
            if (ids.length == 0 || ids[ids.length - 1] != id) {
                ids = Arrays.copyOf(ids, ids.length + 1);
                ids[ids.length - 1] = id;
                words.put(hash, ids);
            }
        }
    }

    /**
     * The numbers of the words that are one edit away from bytes[from, to), in no order, each once.
     *
     * @return empty if there are none
     */
    int[] of(byte[] bytes, int from, int to) {
        int[] found = NONE;
        if (!hasEnoughLetters(bytes, from, to)) {
            return found;
        }
        long prefix = 0;
        long suffix = hash(bytes, from, to, to - from);
        found = collect(suffix, bytes, from, to, found);
        for (int i = from; i < to; i++) {
            // As hash(bytes, from, to, i - from), without going over all of them again.
            suffix -= bytes[i] * POWERS[to - 1 - i];
            found = collect(prefix * POWERS[to - 1 - i] + suffix, bytes, from, to, found);
            prefix = prefix * BASE + bytes[i];
        }
        return found;
    }

    private int[] collect(long hash, byte[] bytes, int from, int to, int... found) {
        if (((filter[bit(hash) >>> 6] >>> bit(hash)) & 1) == 0) {
            return found;
        }
        int[] all = found;
        for (int id : words.getOrDefault(hash, NONE)) {
            if (Arrays.stream(all).noneMatch(known -> known == id) && oneEdit(texts[id], bytes, from, to)) {
                all = Arrays.copyOf(all, all.length + 1);
                all[all.length - 1] = id;
            }
        }
        return all;
    }

    /** Whether a word has so many letters, and nothing else, that it may be misspelt or meant. */
    static boolean isCorrectable(String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        return hasEnoughLetters(bytes, 0, bytes.length);
    }

    private static boolean hasEnoughLetters(byte[] bytes, int from, int to) {
        if (to - from < MIN_LETTERS || to - from > MAX_LETTERS) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] < 'a' || bytes[i] > 'z') {
                return false;
            }
        }
        return true;
    }

    /** A hash of the text without the letter at a place; of the whole text if the place is its end. */
    private static long hash(byte[] bytes, int from, int to, int deleted) {
        long hash = 0;
        for (int i = from; i < to; i++) {
            if (i - from != deleted) {
                hash = hash * BASE + bytes[i];
            }
        }
        return hash;
    }

    private static int bit(long hash) {
        return (int) (((hash ^ (hash >>> 31)) * Vocabulary.MIXER) >>> (Long.SIZE - LOG_FILTER_BITS));
    }

    /** Whether a word and bytes[from, to) are exactly one edit apart. */
    private static boolean oneEdit(byte[] word, byte[] bytes, int from, int to) {
        int same = Arrays.mismatch(word, 0, word.length, bytes, from, to);
        if (same < 0) {
            return false;
        }
        int length = to - from;
        return switch (length - word.length) {
            case 1 -> restIsSame(word, same, bytes, from + same + 1, to);
            case -1 -> restIsSame(word, same + 1, bytes, from + same, to);
            case 0 ->
                restIsSame(word, same + 1, bytes, from + same + 1, to)
                        || (same + 1 < length
                                && word[same] == bytes[from + same + 1]
                                && word[same + 1] == bytes[from + same]
                                && restIsSame(word, same + 2, bytes, from + same + 2, to));
            default -> false;
        };
    }

    private static boolean restIsSame(byte[] word, int wordFrom, byte[] bytes, int from, int to) {
        return Arrays.equals(word, wordFrom, word.length, bytes, from, to);
    }
}
