package org.clickture.label;

/**
 * The beginning of an image key as a number, so that most keys are put in order without looking at them: where two
 * numbers differ, the keys have the same order.
 */
public final class KeyPrefix {

    /** As many characters of 7 bits as a positive number holds. */
    private static final int CHARACTERS = 9;

    private KeyPrefix() {}

    /** The number of a key of printable ASCII characters; a shorter key counts as if NULs followed. */
    public static long of(String key) {
        long prefix = 0;
        for (int i = 0; i < CHARACTERS; i++) {
            prefix = prefix << 7 | (i < key.length() ? key.charAt(i) : 0);
        }
        return prefix;
    }
}
