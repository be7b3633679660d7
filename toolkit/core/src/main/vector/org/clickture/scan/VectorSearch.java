package org.clickture.scan;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The search with the Vector API: as many bytes at a time as the processor takes. Compiled apart from the rest, for the
 * module is an incubator one, and loaded only where it is there.
 *
 * <p>Ugly on purpose: vectors stay local to a loop and masks become numbers at once, or the compiler would make objects of
 * them.
 */
final class VectorSearch extends BlockSearch {

    private static final VectorSpecies<Byte> SPECIES = species();
    private static final int LANES = SPECIES.length();

    private final GatePrefixes prefixes;

    VectorSearch(GatePrefixes prefixes) {
        this.prefixes = prefixes;
    }

    private static VectorSpecies<Byte> species() {
        VectorSpecies<Byte> preferred = ByteVector.SPECIES_PREFERRED;
        return preferred.length() > BLOCK_BYTES ? ByteVector.SPECIES_512 : preferred;
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
            for (int shift = 0; shift < BLOCK_BYTES; shift += LANES, at += LANES) {
                ByteVector text = ByteVector.fromArray(SPECIES, bytes, at);
                lineFeed |= text.compare(VectorOperators.EQ, (byte) '\n').toLong() << shift;
                tab |= text.compare(VectorOperators.EQ, (byte) '\t').toLong() << shift;
                high |= text.compare(VectorOperators.LT, (byte) 0).toLong() << shift;
            }
            lineFeeds[block] = lineFeed;
            tabs[block] = tab;
            hits[block] = high;
        }
    }

    /**
     * A hit is where a prefix ends: in the bits of its bytes, those of earlier bytes are moved up to it, and what falls off
     * a block is carried into the next one. Short prefixes begin with bytes that may be any.
     */
    private void searchPair(byte[] bytes, int from, int blocks, int prefixA, int prefixB) {
        byte a0 = fromEnd(prefixA, 2);
        byte a1 = fromEnd(prefixA, 1);
        byte a2 = fromEnd(prefixA, 0);
        long anyA0 = anyFromEnd(prefixA, 2);
        long anyA1 = anyFromEnd(prefixA, 1);
        byte b0 = fromEnd(prefixB, 2);
        byte b1 = fromEnd(prefixB, 1);
        byte b2 = fromEnd(prefixB, 0);
        long anyB0 = anyFromEnd(prefixB, 2);
        long anyB1 = anyFromEnd(prefixB, 1);
        // Bit 63: whether the byte before the block is the first one, and whether the two before are the first two.
        long firstA = from < 1 ? -1 : bit63(bytes[from - 1], a0) | anyA0;
        long bothA = from < 2 ? -1 : (bit63(bytes[from - 2], a0) | anyA0) & (bit63(bytes[from - 1], a1) | anyA1);
        long firstB = from < 1 ? -1 : bit63(bytes[from - 1], b0) | anyB0;
        long bothB = from < 2 ? -1 : (bit63(bytes[from - 2], b0) | anyB0) & (bit63(bytes[from - 1], b1) | anyB1);
        int at = from;
        for (int block = 0; block < blocks; block++) {
            long isA0 = anyA0;
            long isA1 = anyA1;
            long isA2 = 0;
            long isB0 = anyB0;
            long isB1 = anyB1;
            long isB2 = 0;
            for (int shift = 0; shift < BLOCK_BYTES; shift += LANES, at += LANES) {
                ByteVector text = ByteVector.fromArray(SPECIES, bytes, at).or(GatePrefixes.CASE_BIT);
                isA0 |= text.compare(VectorOperators.EQ, a0).toLong() << shift;
                isA1 |= text.compare(VectorOperators.EQ, a1).toLong() << shift;
                isA2 |= text.compare(VectorOperators.EQ, a2).toLong() << shift;
                isB0 |= text.compare(VectorOperators.EQ, b0).toLong() << shift;
                isB1 |= text.compare(VectorOperators.EQ, b1).toLong() << shift;
                isB2 |= text.compare(VectorOperators.EQ, b2).toLong() << shift;
            }
            long areA01 = (isA0 << 1 | firstA >>> 63) & isA1;
            long areB01 = (isB0 << 1 | firstB >>> 63) & isB1;
            hits[block] |= (areA01 << 1 | bothA >>> 63) & isA2 | (areB01 << 1 | bothB >>> 63) & isB2;
            firstA = isA0;
            firstB = isB0;
            bothA = areA01;
            bothB = areB01;
        }
    }

    private byte fromEnd(int prefix, int i) {
        return prefixes.value(prefix, Math.max(0, prefixes.length(prefix) - 1 - i));
    }

    private long anyFromEnd(int prefix, int i) {
        return i < prefixes.length(prefix) ? 0 : -1;
    }

    private static long bit63(byte text, byte value) {
        return (text | GatePrefixes.CASE_BIT) == value ? Long.MIN_VALUE : 0;
    }

    /** How many bits are searched at a time. */
    static int bits() {
        return SPECIES.vectorBitSize();
    }
}
