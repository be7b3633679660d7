package org.clickture.scan;

/**
 * The search for every JDK: eight bytes at a time in a {@code long} (SIMD within a register).
 *
 * <p>Ugly on purpose: loops run over whole words, with a branch only for what is rare, and prefixes have passes of their own,
 * two at a time, so that the compiler keeps what a loop needs in registers.
 */
final class SwarSearch extends BlockSearch {

    private final GatePrefixes prefixes;

    SwarSearch(GatePrefixes prefixes) {
        this.prefixes = prefixes;
    }

    @Override
    void search(byte[] bytes, int from, int blocks) {
        searchStructure(bytes, from, blocks);
        for (int prefix = 0; prefix < prefixes.count(); prefix += 2) {
            searchPair(bytes, from, blocks, prefix, Math.min(prefix + 1, prefixes.count() - 1));
        }
    }

    private void searchStructure(byte[] bytes, int from, int blocks) {
        int at = from;
        for (int block = 0; block < blocks; block++) {
            long lineFeed = 0;
            long tab = 0;
            long high = 0;
            for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE, at += Long.BYTES) {
                long word = (long) Swar.WORD.get(bytes, at);
                lineFeed |= Swar.gather(Swar.zeroBytes(word ^ Swar.LINE_FEEDS)) << shift;
                tab |= Swar.gather(Swar.zeroBytes(word ^ Swar.TABS)) << shift;
                long highBits = word & Swar.HIGH_BITS;
                if (highBits != 0) {
                    high |= Swar.gather(highBits) << shift;
                }
            }
            lineFeeds[block] = lineFeed;
            tabs[block] = tab;
            hits[block] = high;
        }
    }

    private void searchPair(byte[] bytes, int from, int blocks, int prefixA, int prefixB) {
        long a0 = Swar.spread(prefixes.value(prefixA, 0));
        long a1 = Swar.spread(prefixes.value(prefixA, 1));
        long a2 = Swar.spread(prefixes.value(prefixA, 2));
        long maskA1 = Swar.spread(prefixes.mask(prefixA, 1));
        long maskA2 = Swar.spread(prefixes.mask(prefixA, 2));
        long b0 = Swar.spread(prefixes.value(prefixB, 0));
        long b1 = Swar.spread(prefixes.value(prefixB, 1));
        long b2 = Swar.spread(prefixes.value(prefixB, 2));
        long maskB1 = Swar.spread(prefixes.mask(prefixB, 1));
        long maskB2 = Swar.spread(prefixes.mask(prefixB, 2));
        long caseBits = Swar.spread(GatePrefixes.CASE_BIT);
        int at = from;
        for (int block = 0; block < blocks; block++) {
            for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE, at += Long.BYTES) {
                long word0 = (long) Swar.WORD.get(bytes, at) | caseBits;
                long word1 = (long) Swar.WORD.get(bytes, at + 1) | caseBits;
                long word2 = (long) Swar.WORD.get(bytes, at + 2) | caseBits;
                long a = (word0 ^ a0) | ((word1 ^ a1) & maskA1) | ((word2 ^ a2) & maskA2);
                long b = (word0 ^ b0) | ((word1 ^ b1) & maskB1) | ((word2 ^ b2) & maskB2);
                long found = (((a - Swar.ONES) & ~a) | ((b - Swar.ONES) & ~b)) & Swar.HIGH_BITS;
                if (found != 0) {
                    hits[block] |= Swar.gather(found) << shift;
                }
            }
        }
    }
}
