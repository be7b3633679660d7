package org.clickture.lexicon;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tokens of one text: its normalised form in UTF-8, tokens joined by one space. Reused for the next text. Not
 * thread-safe.
 */
public final class Tokens {

    private byte[] bytes = new byte[256];
    private int length;
    private int[] ends = new int[32];
    private int count;
    private boolean invalidUtf8;

    /** How many tokens. */
    public int count() {
        return count;
    }

    /** The array that holds the normalised text in [0, {@link #length()}); replaced when it grows. */
    public byte[] bytes() {
        return bytes;
    }

    /** Length of the normalised text in bytes. */
    public int length() {
        return length;
    }

    /** Where token {@code i} begins in {@link #bytes()}. */
    int from(int i) {
        return i == 0 ? 0 : ends[i - 1] + 1;
    }

    /** Where token {@code i} ends, exclusive. */
    int to(int i) {
        return ends[i];
    }

    /** Whether the text held malformed UTF-8. */
    public boolean invalidUtf8() {
        return invalidUtf8;
    }

    /** The tokens as strings, for the edges of the program. */
    public List<String> toList() {
        List<String> tokens = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            tokens.add(new String(bytes, from(i), to(i) - from(i), StandardCharsets.UTF_8));
        }
        return tokens;
    }

    /** The normalised text: the tokens joined by one space. */
    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    void clear(int maxBytes) {
        length = 0;
        count = 0;
        invalidUtf8 = false;
        if (bytes.length < maxBytes) {
            bytes = new byte[Math.max(maxBytes, bytes.length * 2)];
        }
    }

    void markInvalidUtf8() {
        invalidUtf8 = true;
    }

    /** Appends a byte of the current token; room was made by {@link #clear}. */
    void append(byte b) {
        bytes[length++] = b;
    }

    /** Appends a character of the current token in UTF-8; surrogates are never letters, so none comes alone. */
    void appendCodePoint(int c) {
        if (c < 0x80) {
            append((byte) c);
        } else if (c < 0x800) {
            append((byte) (0xC0 | c >>> 6));
            append((byte) (0x80 | (c & 0x3F)));
        } else if (c < 0x10000) {
            append((byte) (0xE0 | c >>> 12));
            append((byte) (0x80 | (c >>> 6 & 0x3F)));
            append((byte) (0x80 | (c & 0x3F)));
        } else {
            append((byte) (0xF0 | c >>> 18));
            append((byte) (0x80 | (c >>> 12 & 0x3F)));
            append((byte) (0x80 | (c >>> 6 & 0x3F)));
            append((byte) (0x80 | (c & 0x3F)));
        }
    }

    /** Begins a token: writes the space before it. */
    void begin() {
        if (count > 0) {
            bytes[length++] = ' ';
        }
    }

    /** Ends the token begun last. */
    void end() {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
        }
        ends[count++] = length;
    }
}
