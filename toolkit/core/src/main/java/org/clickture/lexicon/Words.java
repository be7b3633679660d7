package org.clickture.lexicon;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of a text in a {@code long}, the first one lowest (Warren, Hacker's Delight, 2nd ed., chapter 6). */
final class Words {

    static final int BYTES = Long.BYTES;

    /** Reads and writes a word at any place of a byte array. */
    static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    static final long ONES = 0x0101010101010101L;
    static final long HIGH_BITS = 0x8080808080808080L;

    /** Brings the lowest bits of eight bytes together in the highest one. */
    private static final long GATHER = 0x0102040810204080L;

    private Words() {}

    /** The bytes in [from, to), at most the first eight, with zeros behind them. */
    static long read(byte[] bytes, int from, int to) {
        int count = Math.min(to - from, BYTES);
        if (from + BYTES <= bytes.length) {
            return (long) WORD.get(bytes, from) & low(count);
        }
        long word = 0;
        for (int i = count - 1; i >= 0; i--) {
            word = word << Byte.SIZE | (bytes[from + i] & 0xFF);
        }
        return word;
    }

    /** All bits of the lowest bytes; {@code count} is 0 to 8. */
    static long low(int count) {
        return count == 0 ? 0 : -1L >>> -(count * Byte.SIZE);
    }

    /** 0x80 in every byte that is from {@code first} to {@code last}; all bytes and both ends are below 0x80. */
    static long inRange(long asciiWord, char first, char last) {
        return (asciiWord + (0x80 - first) * ONES) & ~(asciiWord + (0x7F - last) * ONES) & HIGH_BITS;
    }

    /** The high bits of the bytes, all other bits being 0, as a number of 8 bits. */
    static long gather(long highBits) {
        return ((highBits >>> 7) * GATHER) >>> 56;
    }
}
