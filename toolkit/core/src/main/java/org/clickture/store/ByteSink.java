package org.clickture.store;

import java.util.Arrays;

/** A buffer that grows and is used again. Numbers are unsigned LEB128: 7 bits a byte, the low ones first. */
final class ByteSink {

    private byte[] bytes = new byte[256];
    private int length;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    /** Appends a number of at least 0: 1 to 9 bytes. */
    void number(long value) {
        reserve(9);
        length = number(bytes, length, value);
    }

    /** Writes a number of at least 0 to bytes[at] and returns where it ends. */
    static int number(byte[] bytes, int at, long value) {
        if (value < 0) {
            throw new IllegalArgumentException("negative: " + value);
        }
        int end = at;
        long rest = value;
        while (rest > 127) {
            bytes[end++] = (byte) (rest | 128);
            rest >>>= 7;
        }
        bytes[end++] = (byte) rest;
        return end;
    }

    /** How many bytes a number of at least 0 takes. */
    static int numberBytes(long value) {
        return (Long.SIZE + 6 - Long.numberOfLeadingZeros(value | 1)) / 7;
    }

    void bytes(byte[] from, int start, int end) {
        reserve(end - start);
        System.arraycopy(from, start, bytes, length, end - start);
        length += end - start;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, more), 2 * length));
        }
    }
}
