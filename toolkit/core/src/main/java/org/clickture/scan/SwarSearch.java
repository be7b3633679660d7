package org.clickture.scan;

/**
 * The search for every JDK: eight bytes at a time in a {@code long} (SIMD within a register).
 *
 * <p>Ugly on purpose: loops run over whole words, with a branch only for what is rare, and prefixes have passes of their own,
 * two at a time, so that the compiler keeps what a loop needs in registers.
 */
final class SwarSearch extends PairSearch {

    private static final long CASE_BITS = Swar.spread(GatePrefixes.CASE_BIT);

    SwarSearch(GatePrefixes prefixes) {
        super(prefixes);
    }

    @Override
    void searchStructure(byte[] bytes, int from, int blocks) {
        int at = from;
        for (int block = 0; block < blocks; block++, at += BLOCK_BYTES) {
            long w0 = (long) Swar.WORD.get(bytes, at);
            long w1 = (long) Swar.WORD.get(bytes, at + 8);
            long w2 = (long) Swar.WORD.get(bytes, at + 16);
            long w3 = (long) Swar.WORD.get(bytes, at + 24);
            long w4 = (long) Swar.WORD.get(bytes, at + 32);
            long w5 = (long) Swar.WORD.get(bytes, at + 40);
            long w6 = (long) Swar.WORD.get(bytes, at + 48);
            long w7 = (long) Swar.WORD.get(bytes, at + 56);
            long high = (w0 | w1 | w2 | w3 | w4 | w5 | w6 | w7) & Swar.HIGH_BITS;
            if (high != 0) {
                high = Swar.transpose((w0 & Swar.HIGH_BITS) >>> 7
                        | (w1 & Swar.HIGH_BITS) >>> 6
                        | (w2 & Swar.HIGH_BITS) >>> 5
                        | (w3 & Swar.HIGH_BITS) >>> 4
                        | (w4 & Swar.HIGH_BITS) >>> 3
                        | (w5 & Swar.HIGH_BITS) >>> 2
                        | (w6 & Swar.HIGH_BITS) >>> 1
                        | (w7 & Swar.HIGH_BITS));
            }
            lineFeeds[block] = find(w0, w1, w2, w3, w4, w5, w6, w7, Swar.LINE_FEEDS);
            tabs[block] = find(w0, w1, w2, w3, w4, w5, w6, w7, Swar.TABS);
            hits[block] = high;
        }
    }

    private static long find(long w0, long w1, long w2, long w3, long w4, long w5, long w6, long w7, long what) {
        return Swar.transpose(Swar.zeroBytes(w0 ^ what) >>> 7
                | Swar.zeroBytes(w1 ^ what) >>> 6
                | Swar.zeroBytes(w2 ^ what) >>> 5
                | Swar.zeroBytes(w3 ^ what) >>> 4
                | Swar.zeroBytes(w4 ^ what) >>> 3
                | Swar.zeroBytes(w5 ^ what) >>> 2
                | Swar.zeroBytes(w6 ^ what) >>> 1
                | Swar.zeroBytes(w7 ^ what));
    }

    /** Finds prefixes by their first and last byte; those in between are looked at where both are found. */
    @Override
    void searchPair(byte[] bytes, int from, int blocks, int prefixA, int prefixB) {
        int lastA = prefixes.last(prefixA);
        int lastB = prefixes.last(prefixB);
        long firstOfA = Swar.spread(prefixes.value(prefixA, 0));
        long lastOfA = Swar.spread(prefixes.value(prefixA, lastA));
        long firstOfB = Swar.spread(prefixes.value(prefixB, 0));
        long lastOfB = Swar.spread(prefixes.value(prefixB, lastB));
        int at = from;
        for (int block = 0; block < blocks; block++, at += BLOCK_BYTES) {
            long found = 0;
            for (int i = 0; i < Long.BYTES; i++) {
                int word = at + i * Long.BYTES;
                long first = folded(bytes, word);
                long a = (first ^ firstOfA) | (folded(bytes, word + lastA) ^ lastOfA);
                long b = (first ^ firstOfB) | (folded(bytes, word + lastB) ^ lastOfB);
                found |= ((((a - Swar.ONES) & ~a) | ((b - Swar.ONES) & ~b)) & Swar.HIGH_BITS) >>> (7 - i);
            }
            if (found != 0) {
                hits[block] |= confirmed(bytes, at, Swar.transpose(found), prefixA, prefixB);
            }
        }
    }

    /** Those of the bits at which a whole prefix is. */
    private long confirmed(byte[] bytes, int at, long found, int prefixA, int prefixB) {
        long confirmed = 0;
        for (long rest = found; rest != 0; rest &= rest - 1) {
            int start = at + Long.numberOfTrailingZeros(rest);
            if (prefixes.isAt(bytes, start, prefixA) || prefixes.isAt(bytes, start, prefixB)) {
                confirmed |= rest & -rest;
            }
        }
        return confirmed;
    }

    private static long folded(byte[] bytes, int at) {
        return (long) Swar.WORD.get(bytes, at) | CASE_BITS;
    }
}
