package org.clickture.scan;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Tells without a loop over rows whether a block's TABs and line feeds follow each other as they must, when all rows have
 * the same number of fields. Where it cannot tell, rows are to be counted one by one.
 *
 * <p>Ugly on purpose: {@code Long.compress} is one instruction on x86-64 and is younger than the JDK this is compiled for.
 */
final class FieldOrder {

    /** {@code Long.compress}, where it is fast. */
    private static final @Nullable MethodHandle COMPRESS = findCompress();

    static final int UNKNOWN = -1;

    /** For each number of TABs before a block, which of its field ends are line feeds, the first in the lowest bit. */
    private final long[] lineFeeds;

    FieldOrder(int fields) {
        lineFeeds = new long[fields];
        for (int tabs = 0; tabs < fields; tabs++) {
            for (int bit = fields - 1 - tabs; bit < Long.SIZE; bit += fields) {
                lineFeeds[tabs] |= 1L << bit;
            }
        }
    }

    private static @Nullable MethodHandle findCompress() {
        if (!System.getProperty("os.arch", "").equals("amd64")) {
            return null;
        }
        try {
            return MethodHandles.lookup()
                    .findStatic(Long.class, "compress", MethodType.methodType(long.class, long.class, long.class));
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    /**
     * Follows the field ends of a block.
     *
     * @param tabCount TABs of the current row before the block, any number
     * @return TABs of the current row behind the block if every row that ends in it has the right number of fields;
     *     {@link #UNKNOWN} if one has not or it cannot be told
     */
    int after(long lineFeedBits, long tabBits, int tabCount) {
        MethodHandle compress = COMPRESS;
        long fieldEnds = lineFeedBits | tabBits;
        if (compress == null || fieldEnds == 0 || tabCount >= lineFeeds.length) {
            return UNKNOWN;
        }
        int ends = Long.bitCount(fieldEnds);
        long rowEnds = compress(compress, lineFeedBits, fieldEnds);
        if (rowEnds != (lineFeeds[tabCount] & (-1L >>> -ends))) {
            return UNKNOWN;
        }
        int endsOfRows = Long.SIZE - Long.numberOfLeadingZeros(rowEnds);
        return ends - endsOfRows + (rowEnds == 0 ? tabCount : 0);
    }

    private static long compress(MethodHandle compress, long bits, long mask) {
        try {
            return (long) compress.invokeExact(bits, mask);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("Long.compress failed", e);
        }
    }
}
