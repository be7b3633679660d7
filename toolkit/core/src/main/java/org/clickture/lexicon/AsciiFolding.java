package org.clickture.lexicon;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Folds UTF-8 text to ASCII where that is all its characters come to: é to e, full-width letters to plain ones, the
 * typographic apostrophe to the typewriter's. Most queries beyond ASCII are such ones, and a table of single characters is
 * many times faster than the way by strings. Decomposition, dropping marks and lower case change each character by itself
 * but for the Greek sigma, which never becomes ASCII. Safe for use by several threads.
 */
final class AsciiFolding {

    static final int NOT_ASCII = -1;

    /** Longer texts are rare and not folded here. */
    private static final int MAX_TEXT_BYTES = 256;

    /** What a character of two bytes or more may become, at most; no character has more. */
    private static final int MAX_FOLDED_BYTES = 8;

    /** Room for every folded text. */
    static final int MAX_FOLDED_TEXT_BYTES = MAX_TEXT_BYTES / 2 * MAX_FOLDED_BYTES;

    private static final byte[] NO_ASCII = {};
    /** Made when they are first met; threads that make the same one at a time make equal ones. */
    private static final AtomicReferenceArray<byte @Nullable []> FOLDED =
            new AtomicReferenceArray<>(1 << Character.SIZE);

    private AsciiFolding() {}

    /**
     * Folds a text.
     *
     * @param out gets the folded text; {@link #MAX_FOLDED_TEXT_BYTES} long
     * @return how long it is, or {@link #NOT_ASCII} if the text is long, is not valid UTF-8, has characters beyond the basic
     *     plane, or does not become ASCII
     */
    static int fold(byte[] utf8, int from, int to, byte[] out) {
        if (to - from > MAX_TEXT_BYTES) {
            return NOT_ASCII;
        }
        int length = 0;
        int i = from;
        while (i < to) {
            byte lead = utf8[i];
            if (lead >= 0) {
                out[length++] = lead;
                i++;
                continue;
            }
            int size = lead >= (byte) 0xE0 ? 3 : 2;
            int c = i + size > to ? 0 : size == 2 ? two(lead, utf8[i + 1]) : three(lead, utf8[i + 1], utf8[i + 2]);
            byte[] folded = c == 0 ? NO_ASCII : folded((char) c);
            if (folded == NO_ASCII) {
                return NOT_ASCII;
            }
            for (byte b : folded) {
                out[length++] = b;
            }
            i += size;
        }
        return length;
    }

    /** The character of two bytes, 0 if they are none. */
    private static int two(byte lead, byte second) {
        int c = (lead & 0x1F) << 6 | (second & 0x3F);
        return (lead & 0xE0) == 0xC0 && isContinuation(second) && c >= 0x80 ? c : 0;
    }

    /** The character of three bytes, 0 if they are none. */
    private static int three(byte lead, byte second, byte third) {
        int c = (lead & 0xF) << 12 | (second & 0x3F) << 6 | (third & 0x3F);
        boolean formed = (lead & 0xF0) == 0xE0 && isContinuation(second) && isContinuation(third);
        return formed && c >= 0x800 && !Character.isSurrogate((char) c) ? c : 0;
    }

    private static boolean isContinuation(byte b) {
        return (b & 0xC0) == 0x80;
    }

    private static byte[] folded(char c) {
        byte[] folded = FOLDED.getAcquire(c);
        if (folded == null) {
            String text = Tokenizer.fold(String.valueOf(c));
            boolean ascii = text.length() <= MAX_FOLDED_BYTES && text.chars().allMatch(x -> x < 0x80);
            folded = ascii ? copy(text) : NO_ASCII;
            // After a plain store another thread might find an array without its bytes.
            FOLDED.setRelease(c, folded);
        }
        return folded;
    }

    /** A new array also for no bytes, which is what a mark becomes. */
    private static byte[] copy(String ascii) {
        return ascii.isEmpty() ? new byte[0] : ascii.getBytes(StandardCharsets.US_ASCII);
    }
}
