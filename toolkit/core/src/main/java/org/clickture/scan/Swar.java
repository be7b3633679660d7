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
    private static final long GATHER = 0x0102040810204080L;

    private Swar() {}

    static long spread(byte value) {
        return (value & 0xFF) * ONES;
    }

    /** 0x80 in every byte of the word that is 0, exactly. */
    static long zeroBytes(long word) {
        return ~((word & LOW_BITS) + LOW_BITS | word | LOW_BITS);
    }

    /** The high bits of the bytes, all other bits being 0, as a number of 8 bits, that of the lowest byte first. */
    static long gather(long highBits) {
        return ((highBits >>> 7) * GATHER) >>> 56;
    }
}
