package org.clickture.synth;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing text of bytes: a StringBuilder for rows that are never strings. Not thread-safe. */
final class ByteText {

    private byte[] bytes;
    private int length;

    ByteText(int capacity) {
        bytes = new byte[capacity];
    }

    /** The array that holds the text in [0, {@link #length()}); replaced when the text grows. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Cuts the text off behind {@code newLength} bytes. */
    void truncate(int newLength) {
        length = newLength;
    }

    ByteText append(byte[] text) {
        return append(text, 0, text.length);
    }

    /** Appends text[from, to). */
    ByteText append(byte[] text, int from, int to) {
        reserve(to - from);
        System.arraycopy(text, from, bytes, length, to - from);
        length += to - from;
        return this;
    }

    ByteText append(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    /** Appends the UTF-8 of a text; for rare rows. */
    ByteText append(String text) {
        return append(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Appends a number that is not negative, in decimal digits. */
    ByteText append(int number) {
        reserve(10);
        int digits = 1;
        for (long limit = 10; limit <= number; limit *= 10) {
            digits++;
        }
        int rest = number;
        for (int i = length + digits - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        return this;
    }

    /** Puts a byte at {@code index}, moving what stands there and behind. */
    void insert(int index, int b) {
        reserve(1);
        System.arraycopy(bytes, index, bytes, index + 1, length - index);
        bytes[index] = (byte) b;
        length++;
    }

    /** Removes the byte at {@code index}. */
    void remove(int index) {
        System.arraycopy(bytes, index + 1, bytes, index, length - index - 1);
        length--;
    }

    /** A hash of the text from {@code from} on. */
    long hashFrom(int from) {
        long hash = 0;
        for (int i = from; i < length; i++) {
            hash = hash * 0x100000001B3L + bytes[i];
        }
        return hash;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }
}
