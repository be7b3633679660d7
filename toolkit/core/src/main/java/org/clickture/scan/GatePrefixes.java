package org.clickture.scan;

import java.util.List;
import java.util.TreeSet;

/**
 * What is searched for in the bytes of a log to find rows whose query may pass a gate: the first one to three bytes of
 * each gate word, in upper or lower case. A gate word of other letters than ASCII's needs no prefix, for it is only found
 * in queries with a byte of 0x80 or more, and those are looked at in any case. Immutable.
 *
 * @param open whether every row is looked at: the gate is empty
 * @param prefixes distinct and sorted, none of them the beginning of another one; lower-case ASCII letters and digits
 */
record GatePrefixes(boolean open, List<String> prefixes) {

    /** Longer ones let fewer rows through that do not pass, but cost time for each byte of the log. */
    static final int MAX_BYTES = 3;

    /**
     * Set in every byte of a text before it is compared: it turns capitals to small letters, leaves digits alone, and
     * what else it makes a letter or digit of is settled behind the search.
     */
    static final byte CASE_BIT = 0x20;

    GatePrefixes {
        prefixes = List.copyOf(prefixes);
    }

    /** The prefixes of normalised gate words; no words = open. */
    static GatePrefixes of(List<String> gateWords) {
        TreeSet<String> prefixes = new TreeSet<>();
        for (String word : gateWords) {
            if (word.chars().allMatch(c -> c < 0x80)) {
                prefixes.add(word.substring(0, Math.min(word.length(), MAX_BYTES)));
            }
        }
        prefixes.removeIf(prefix ->
                prefixes.stream().anyMatch(other -> other.length() < prefix.length() && prefix.startsWith(other)));
        return new GatePrefixes(gateWords.isEmpty(), List.copyOf(prefixes));
    }

    int count() {
        return prefixes.size();
    }

    /** How many bytes a prefix has, 1 to {@link #MAX_BYTES}. */
    int length(int prefix) {
        return prefixes.get(prefix).length();
    }

    /** Byte {@code i} of a prefix; 0 where it has none. */
    byte value(int prefix, int i) {
        return i < length(prefix) ? (byte) prefixes.get(prefix).charAt(i) : 0;
    }

    /** Which bits of byte {@code i} matter: all, or none where the prefix has no such byte. */
    byte mask(int prefix, int i) {
        return i < length(prefix) ? (byte) 0xFF : 0;
    }
}
