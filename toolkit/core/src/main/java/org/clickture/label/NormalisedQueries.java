package org.clickture.label;

import java.util.Arrays;

/** A set of byte strings that is filled and cleared again for every image. Open addressing over one arena. */
final class NormalisedQueries {

    private static final int SMALL_TABLE = 32;
    /** A larger one is given back, so that one huge image does not make all later ones slow. */
    private static final int LARGE_TABLE = 1 << 12;

    private byte[] arena = new byte[1 << 10];
    private int[] ends = new int[16];
    private int size;
    /** Number of a string + 1; 0 is free. */
    private int[] table = new int[SMALL_TABLE];

    void clear() {
        if (table.length > LARGE_TABLE) {
            table = new int[SMALL_TABLE];
        } else if (size > 0) {
            Arrays.fill(table, 0);
        }
        size = 0;
    }

    /** Adds bytes[0, length); false if it was there. */
    boolean add(byte[] bytes, int length) {
        int slot = slot(bytes, 0, length);
        if (table[slot] != 0) {
            return false;
        }
        int start = start(size);
        if (arena.length - start < length) {
            arena = Arrays.copyOf(arena, Math.max(start + length, arena.length * 2));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
        }
        System.arraycopy(bytes, 0, arena, start, length);
        ends[size] = start + length;
        table[slot] = ++size;
        if (size * 2 > table.length) {
            grow();
        }
        return true;
    }

    private void grow() {
        table = new int[table.length * 2];
        for (int i = 0; i < size; i++) {
            table[slot(arena, start(i), ends[i])] = i + 1;
        }
    }

    private int start(int i) {
        return i == 0 ? 0 : ends[i - 1];
    }

    private int slot(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        int mask = table.length - 1;
        int slot = (hash ^ hash >>> 15) & mask;
        while (table[slot] != 0) {
            int i = table[slot] - 1;
            if (Arrays.equals(arena, start(i), ends[i], bytes, from, to)) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
