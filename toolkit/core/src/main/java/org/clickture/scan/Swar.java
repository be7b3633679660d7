package org.clickture.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes in a {@code long} (SIMD within a register; Warren, Hacker's Delight, 2nd ed., section 6-1). */
final class Swar {

    /** Reads a {@code long} from a byte array at any place, its lowest byte first. */
    static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    static final long ONES = 0x0101010101010101L;
    static final long HIGH_BITS = 0x8080808080808080L;
    static final long TABS = 0x0909090909090909L;
    static final long LINE_FEEDS = 0x0A0A0A0A0A0A0A0AL;

    private static final long LOW_BITS = ~HIGH_BITS;

    private Swar() {}

    static long spread(byte value) {
        return (value & 0xFF) * ONES;
    }

    /** 0x80 in every byte of the word that is 0, exactly. */
    static long zeroBytes(long word) {
        return ~((word & LOW_BITS) + LOW_BITS | word | LOW_BITS);
    }

    /** The bytes in [from, to), at most the first eight, with zeros behind them. */
    static long read(byte[] bytes, int from, int to) {
        if (from + Long.BYTES <= bytes.length) {
            long word = (long) WORD.get(bytes, from);
            return to - from < Long.BYTES ? word & ((1L << ((to - from) * Byte.SIZE)) - 1) : word;
        }
        long word = 0;
        for (int i = to - 1; i >= from; i--) {
            word = word << Byte.SIZE | (bytes[i] & 0xFF);
        }
        return word;
    }

    /**
     * The high bits of eight words' bytes as one word: bit {@code 8 * i + j} is that of byte {@code j} of word {@code i}.
     *
     * @param rows bit {@code 8 * j + i} is what bit {@code 8 * i + j} is to become: a matrix of 8 rows, transposed
     */
    static long transpose(long rows) {
        long bits = rows;
        long moved = (bits ^ bits >>> 7) & 0x00AA00AA00AA00AAL;
        bits ^= moved ^ moved << 7;
        moved = (bits ^ bits >>> 14) & 0x0000CCCC0000CCCCL;
        bits ^= moved ^ moved << 14;
        moved = (bits ^ bits >>> 28) & 0x00000000F0F0F0F0L;
        return bits ^ moved ^ moved << 28;
    }
}
