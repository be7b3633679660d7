package org.clickture.lexicon;

import java.util.Arrays;

/**
 * Numbers byte strings, from 0 on, such as the tokens that a recipe knows or the normalised queries of an image. Open
 * addressing over one byte arena, so that looking one up makes no object. Looking up is safe for several threads once
 * nothing is added any more.
 */
public final class Vocabulary {

    static final int UNKNOWN = -1;

    private static final int SMALL_TABLE = 64;
    /** A larger one is given back when it is cleared, so that one huge content does not make all later ones slow. */
    private static final int LARGE_TABLE = 1 << 12;

    private byte[] arena = new byte[1 << 10];
    private int[] ends = new int[32];
    private int[] hashes = new int[32];
    private int size;
    private int[] table = newTable(SMALL_TABLE);

    private static int[] newTable(int capacity) {
        int[] table = new int[capacity];
        Arrays.fill(table, UNKNOWN);
        return table;
    }

    /** How many different strings were added. */
    public int size() {
        return size;
    }

    /** Forgets all strings. */
    public void clear() {
        if (table.length > LARGE_TABLE) {
            arena = new byte[1 << 10];
            ends = new int[32];
            hashes = new int[32];
            table = newTable(SMALL_TABLE);
        } else if (size > 0) {
            Arrays.fill(table, UNKNOWN);
        }
        size = 0;
    }

    /** The number of bytes[from, to), or {@link #UNKNOWN}. */
    int id(byte[] bytes, int from, int to) {
        return id(bytes, from, to, hash(bytes, from, to));
    }

    /**
     * The number of bytes[from, to), or {@link #UNKNOWN}.
     *
     * @param hash {@link #hash(int, byte)} over all of them
     */
    int id(byte[] bytes, int from, int to, int hash) {
        return table[slot(bytes, from, to, hash)];
    }

    /** The hash of a string and one more byte; that of the empty string is 0. */
    static int hash(int hash, byte next) {
        return 31 * hash + next;
    }

    /** The number of bytes[from, to), which is given the next one if it has none. */
    public int add(byte[] bytes, int from, int to) {
        int hash = hash(bytes, from, to);
        int slot = slot(bytes, from, to, hash);
        if (table[slot] != UNKNOWN) {
            return table[slot];
        }
        int start = start(size);
        int end = Math.addExact(start, to - from);
        if (end > arena.length) {
            arena = Arrays.copyOf(arena, Math.max(end, arena.length * 2));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        System.arraycopy(bytes, from, arena, start, to - from);
        ends[size] = end;
        hashes[size] = hash;
        table[slot] = size++;
        if (size * 2 > table.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        table = newTable(table.length * 2);
        for (int id = 0; id < size; id++) {
            table[slot(arena, start(id), ends[id], hashes[id])] = id;
        }
    }

    private int start(int id) {
        return id == 0 ? 0 : ends[id - 1];
    }

    /** The slot that holds the string, or the free one where it belongs. */
    private int slot(byte[] bytes, int from, int to, int hash) {
        int mask = table.length - 1;
        int slot = (hash ^ hash >>> 15) & mask;
        while (table[slot] != UNKNOWN) {
            int id = table[slot];
            if (hashes[id] == hash && Arrays.equals(arena, start(id), ends[id], bytes, from, to)) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash(hash, bytes[i]);
        }
        return hash;
    }
}
