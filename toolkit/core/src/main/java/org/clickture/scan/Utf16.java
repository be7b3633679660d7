package org.clickture.scan;

/**
 * Tells UTF-16 from UTF-8: a click log in it can pass for one whose rows all lack a gate word, for its TABs and line feeds
 * are there.
 */
final class Utf16 {

    private Utf16() {}

    /**
     * Whether a text seems to be UTF-16: it begins with such a byte order mark, or at least three of four pairs of bytes hold a
     * NUL on the same side, as Latin letters do.
     *
     * @param head the first bytes of the text
     */
    static boolean seems(byte[] head) {
        if (hasMark(head)) {
            return true;
        }
        int pairs = head.length / 2;
        int low = 0;
        int high = 0;
        for (int i = 0; i < pairs; i++) {
            low += head[2 * i] == 0 && head[2 * i + 1] != 0 ? 1 : 0;
            high += head[2 * i] != 0 && head[2 * i + 1] == 0 ? 1 : 0;
        }
        return pairs > 0 && 4 * Math.max(low, high) >= 3 * pairs;
    }

    private static boolean hasMark(byte[] head) {
        if (head.length < 2) {
            return false;
        }
        int mark = (head[0] & 0xFF) << 8 | (head[1] & 0xFF);
        return mark == 0xFEFF || mark == 0xFFFE;
    }
}
