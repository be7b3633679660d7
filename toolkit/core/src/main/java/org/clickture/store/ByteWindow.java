package org.clickture.store;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Locale;
import org.clickture.ClicktureException;

/**
 * Reads a stretch of a store's file, forwards and never beyond its end: whatever the bytes are, a read gives a value or
 * a {@link ClicktureException} with file and byte offset. Made once and set to one stretch after the other. Not
 * thread-safe.
 */
final class ByteWindow {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Path file;
    private ByteBuffer bytes = NOTHING;
    private long bytesOffset;
    private int position;
    private int end;

    ByteWindow(Path file) {
        this.file = file;
    }

    /**
     * Moves to another stretch.
     *
     * @param bytes a part of the file
     * @param bytesOffset where that part begins in the file
     * @param from first byte of the stretch in {@code bytes}
     * @param to end of the stretch in {@code bytes}, exclusive
     */
    void set(ByteBuffer bytes, long bytesOffset, int from, int to) {
        this.bytes = bytes;
        this.bytesOffset = bytesOffset;
        this.position = from;
        this.end = to;
    }

    int position() {
        return position;
    }

    /** How many bytes are left. */
    int remaining() {
        return end - position;
    }

    /** The next number: unsigned LEB128 of at most 63 bits, as {@link ByteSink#number} writes it. */
    long number() {
        long value = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            if (position >= end) {
                throw damaged("a number is cut off");
            }
            byte next = bytes.get(position++);
            value |= (next & 127L) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw damaged("a number has more than 63 bits");
    }

    /** The next number, which counts things that take at least one byte each of what follows. */
    int count() {
        long count = number();
        if (count > remaining()) {
            throw damaged(String.format(
                    Locale.ROOT, "a length of %,d runs beyond the %,d bytes that are left", count, remaining()));
        }
        return (int) count;
    }

    /** Ends the stretch so many bytes from here, a number that {@link #count()} gave. */
    void limit(int byteCount) {
        end = position + byteCount;
    }

    void skip(int byteCount) {
        position += byteCount;
    }

    /** Copies the next bytes, at most {@link #remaining()}, to the beginning of an array. */
    void bytes(byte[] into, int byteCount) {
        bytes.get(position, into, 0, byteCount);
        position += byteCount;
    }

    /** Whether the next bytes are those of expected[0, byteCount); does not move. */
    boolean startsWith(byte[] expected, int byteCount) {
        for (int i = 0; i < byteCount; i++) {
            if (bytes.get(position + i) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether one of two bytes is among the next ones, at most {@link #remaining()}; does not move. */
    boolean findsEither(char one, char other, int byteCount) {
        for (int i = position; i < position + byteCount; i++) {
            byte next = bytes.get(i);
            if (next == one || next == other) {
                return true;
            }
        }
        return false;
    }

    /** What to throw when the bytes cannot be what a build wrote. */
    ClicktureException damaged(String what) {
        return damaged(file, bytesOffset + position, what);
    }

    static ClicktureException damaged(Path file, long byteOffset, String what) {
        return new ClicktureException(String.format(
                Locale.ROOT,
                "%s is damaged at byte offset %,d: %s. Check the store with 'clickture verify' and build it again.",
                file,
                byteOffset,
                what));
    }
}
