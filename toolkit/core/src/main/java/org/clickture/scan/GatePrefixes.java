package org.clickture.scan;

import java.util.List;
import java.util.TreeSet;

/**
 * What is searched for in the bytes of a log to find rows whose query may pass a gate: the first one to three bytes of
 * each gate word, in upper or lower case (or those of an image key, to find its rows). A gate word of other letters than
 * ASCII's needs no prefix, for it is only found in queries with a byte of 0x80 or more, and those are looked at in any
 * case. Immutable.
 *
 * @param open whether every row is looked at: the gate is empty
 * @param prefixes distinct and sorted, none of them the beginning of another one; ASCII with {@link #CASE_BIT} set, such as
 *     lower-case letters and digits
 */
record GatePrefixes(boolean open, List<String> prefixes) {

    /** Longer ones let fewer rows through that do not pass, but cost time for each byte of the log. */
    static final int MAX_BYTES = 3;

    /**
     * Set in every byte of a text before it is compared: it turns capitals to small letters, leaves digits alone, and
     * what else it makes a letter or digit of is settled behind the search.
     */
    static final byte CASE_BIT = 0x20;

    /** Nothing to find but bytes of 0x80 or more. */
    static final GatePrefixes NONE = new GatePrefixes(false, List.of());

    GatePrefixes {
        prefixes = List.copyOf(prefixes);
    }

    /** The prefixes of normalised gate words, or of other words of ASCII characters above the space; no words = open. */
    static GatePrefixes of(List<String> gateWords) {
        TreeSet<String> prefixes = new TreeSet<>();
        for (String word : gateWords) {
            if (word.chars().allMatch(c -> c < 0x80)) {
                prefixes.add(folded(word.substring(0, Math.min(word.length(), MAX_BYTES))));
            }
        }
        prefixes.removeIf(prefix ->
                prefixes.stream().anyMatch(other -> other.length() < prefix.length() && prefix.startsWith(other)));
        return new GatePrefixes(gateWords.isEmpty(), List.copyOf(prefixes));
    }

    private static String folded(String ascii) {
        StringBuilder folded = new StringBuilder();
        ascii.chars().forEach(c -> folded.append((char) (c | CASE_BIT)));
        return folded.toString();
    }

    int count() {
        return prefixes.size();
    }

    /** Which byte of a prefix stands for byte {@code i}: that one, or the last one of a shorter prefix. */
    int place(int prefix, int i) {
        return Math.min(i, prefixes.get(prefix).length() - 1);
    }

    /** The place of a prefix's last byte: 0 to {@link #MAX_BYTES} - 1. */
    int last(int prefix) {
        return prefixes.get(prefix).length() - 1;
    }

    /** Whether a prefix is at a place of a text, in upper or lower case. */
    boolean isAt(byte[] text, int at, int prefix) {
        String wanted = prefixes.get(prefix);
        for (int i = 0; i < wanted.length(); i++) {
            if ((text[at + i] | CASE_BIT) != wanted.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Byte {@code i} of a prefix. */
    byte value(int prefix, int i) {
        return (byte) prefixes.get(prefix).charAt(i);
    }
}
