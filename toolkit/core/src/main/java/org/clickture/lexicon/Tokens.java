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
    private int[] hashes = new int[32];
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

    /** {@link Vocabulary#hash} over the bytes of token {@code i}. */
    int hash(int i) {
        return hashes[i];
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

    /** Begins a token: writes the space before it. */
    void begin() {
        if (count > 0) {
            bytes[length++] = ' ';
        }
    }

    /** Appends a character of the current token in UTF-8; surrogates are never letters, so none comes alone. */
    void append(int c) {
        if (c < 0x80) {
            bytes[length++] = (byte) c;
        } else if (c < 0x800) {
            bytes[length++] = (byte) (0xC0 | c >>> 6);
            bytes[length++] = continuation(c);
        } else if (c < 0x10000) {
            bytes[length++] = (byte) (0xE0 | c >>> 12);
            bytes[length++] = continuation(c >>> 6);
            bytes[length++] = continuation(c);
        } else {
            bytes[length++] = (byte) (0xF0 | c >>> 18);
            bytes[length++] = continuation(c >>> 12);
            bytes[length++] = continuation(c >>> 6);
            bytes[length++] = continuation(c);
        }
    }

    private static byte continuation(int c) {
        return (byte) (0x80 | (c & 0x3F));
    }

    /** Ends the token begun last. */
    void end() {
        int hash = 0;
        for (int i = count == 0 ? 0 : ends[count - 1] + 1; i < length; i++) {
            hash = Vocabulary.hash(hash, bytes[i]);
        }
        end(length, hash);
    }

    /** Ends a token that was written into {@link #bytes()} up to {@code end} from outside. */
    void end(int end, int hash) {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
            hashes = Arrays.copyOf(hashes, count * 2);
        }
        hashes[count] = hash;
        ends[count++] = end;
        length = end;
    }
}
