package org.clickture.lexicon;

import java.util.Arrays;
import java.util.Locale;
import org.clickture.ClicktureException;

/**
 * Numbers byte strings, from 0 on, such as the tokens that a recipe knows or the normalised queries of an image. Open
 * addressing over one byte arena, so that looking one up makes no object. Looking up is safe for several threads once
 * nothing is added any more.
 */
public final class Vocabulary {

    /** The number of what was not added. */
    public static final int UNKNOWN = -1;

    /** The golden ratio's bits, odd. */
    static final long MIXER = 0x9E3779B97F4A7C15L;

    private static final int SMALL_TABLE = 128;

    /** Many, for most tokens of a log are in no lexicon and are told soonest by a free slot. */
    private static final int SLOTS_PER_STRING = 4;

    /** A larger one is given back when it is cleared, so that one huge content does not make all later ones slow. */
    private static final int LARGE_TABLE = 1 << 12;

    private static final int LARGE_ARENA_BYTES = 1 << 20;

    /** The longest array that every JVM makes. */
    private static final int MAX_LENGTH = Integer.MAX_VALUE - 8;

    private static final int MAX_SLOTS = 1 << 30;

    /** So many leave half of the largest table free. */
    static final int MAX_STRINGS = MAX_SLOTS / 2;

    /** The first byte of the UTF-8 of U+E000 and U+10000. */
    private static final int FIRST_OF_U_E000 = 0xEE;

    private static final int FIRST_OF_U_10000 = 0xF0;

    private byte[] arena = new byte[1 << 10];
    private int[] ends = new int[32];
    /** The first eight bytes of each string: all there is of most tokens. */
    private long[] beginnings = new long[32];

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
        if (table.length > LARGE_TABLE || arena.length > LARGE_ARENA_BYTES) {
            arena = new byte[1 << 10];
            ends = new int[32];
            beginnings = new long[32];
            table = newTable(SMALL_TABLE);
        } else if (size > 0) {
            Arrays.fill(table, UNKNOWN);
        }
        size = 0;
    }

    /** The number of bytes[from, to), or {@link #UNKNOWN}. */
    public int id(byte[] bytes, int from, int to) {
        return table[slot(bytes, from, to, Words.read(bytes, from, to))];
    }

    /** Compares two strings by number, as Java compares strings: by UTF-16 code units. */
    public int compare(int one, int other) {
        int from = start(one);
        int otherFrom = start(other);
        int at = Arrays.mismatch(arena, from, ends[one], arena, otherFrom, ends[other]);
        if (at < 0 || at == Math.min(ends[one] - from, ends[other] - otherFrom)) {
            return Integer.compare(ends[one] - from, ends[other] - otherFrom);
        }
        int a = arena[from + at] & 0xFF;
        int b = arena[otherFrom + at] & 0xFF;
        // Surrogates come before U+E000, and so do here the characters that have them.
        boolean surrogates =
                a >= FIRST_OF_U_E000 && b >= FIRST_OF_U_E000 && a >= FIRST_OF_U_10000 != b >= FIRST_OF_U_10000;
        return surrogates ? b - a : a - b;
    }

    /**
     * The number of bytes[from, to), which is given the next one if it has none.
     *
     * @throws ClicktureException if it would be one too many, see {@link #MAX_STRINGS}, or all together have 2 GiB
     */
    public int add(byte[] bytes, int from, int to) {
        long beginning = Words.read(bytes, from, to);
        int slot = slot(bytes, from, to, beginning);
        if (table[slot] != UNKNOWN) {
            return table[slot];
        }
        int start = start(size);
        long end = (long) start + to - from;
        if (end > arena.length) {
            arena = Arrays.copyOf(arena, largerArena(arena.length, end));
        }
        if (size == ends.length) {
            int larger = moreStrings(size);
            ends = Arrays.copyOf(ends, larger);
            beginnings = Arrays.copyOf(beginnings, larger);
        }
        System.arraycopy(bytes, from, arena, start, to - from);
        ends[size] = (int) end;
        beginnings[size] = beginning;
        table[slot] = size++;
        int slots = slotsFor(size, table.length);
        if (slots > table.length) {
            grow(slots);
        }
        return size - 1;
    }

    /** How long an arena becomes that is too short for so many bytes. */
    static int largerArena(int length, long needed) {
        if (needed > MAX_LENGTH) {
            throw tooMuch("2 GiB of different texts, such as queries");
        }
        return (int) Math.max(needed, Math.min(2L * length, MAX_LENGTH));
    }

    /** For how many strings there will be room when there is none left. */
    static int moreStrings(int count) {
        if (count >= MAX_STRINGS) {
            throw tooMuch(String.format(Locale.ROOT, "%,d different texts, such as queries", MAX_STRINGS));
        }
        return Math.min(2 * count, MAX_STRINGS);
    }

    /** How many slots so many strings want, a power of two; as many as there are if those will do. */
    static int slotsFor(int count, int slots) {
        return slots < MAX_SLOTS && count > slots / SLOTS_PER_STRING ? 2 * slots : slots;
    }

    private static ClicktureException tooMuch(String what) {
        return new ClicktureException("there are more than " + what
                + ", which is too much for one run: make several stores, each of a part of the click log");
    }

    /** The numbers of all tokens of a text. */
    int[] addAll(Tokens tokens) {
        int[] ids = new int[tokens.count()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = add(tokens.characters(), tokens.from(i), tokens.to(i));
        }
        return ids;
    }

    /** The numbers of all tokens of a text, {@link #UNKNOWN} for those that have none. */
    int[] idsOf(Tokens tokens) {
        int[] ids = new int[tokens.count()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = id(tokens.characters(), tokens.from(i), tokens.to(i));
        }
        return ids;
    }

    private void grow(int slots) {
        table = newTable(slots);
        for (int id = 0; id < size; id++) {
            table[slot(arena, start(id), ends[id], beginnings[id])] = id;
        }
    }

    private int start(int id) {
        return id == 0 ? 0 : ends[id - 1];
    }

    /** The slot that holds the string, or the free one where it belongs. */
    private int slot(byte[] bytes, int from, int to, long beginning) {
        int mask = table.length - 1;
        int slot = hash(bytes, from, to, beginning) & mask;
        while (table[slot] != UNKNOWN) {
            int id = table[slot];
            if (beginnings[id] == beginning && hasRest(id, bytes, from, to)) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Whether two strings that begin alike are the same. */
    private boolean hasRest(int id, byte[] bytes, int from, int to) {
        int start = start(id);
        int length = to - from;
        return ends[id] - start == length
                && (length <= Words.BYTES
                        || Arrays.equals(arena, start + Words.BYTES, ends[id], bytes, from + Words.BYTES, to));
    }

    private static int hash(byte[] bytes, int from, int to, long beginning) {
        long hash = beginning * MIXER;
        for (int at = from + Words.BYTES; at < to; at += Words.BYTES) {
            hash = (hash ^ hash >>> 29 ^ Words.read(bytes, at, to)) * MIXER;
        }
        return (int) (((hash ^ (to - from)) * MIXER) >>> 32);
    }
}
