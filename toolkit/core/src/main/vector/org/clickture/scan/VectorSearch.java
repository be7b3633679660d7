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
final class VectorSearch extends PairSearch {

    static final VectorSpecies<Byte> SPECIES = species();
    private static final int LANES = SPECIES.length();

    VectorSearch(GatePrefixes prefixes) {
        super(prefixes);
    }

    private static VectorSpecies<Byte> species() {
        VectorSpecies<Byte> preferred = ByteVector.SPECIES_PREFERRED;
        return preferred.length() > BLOCK_BYTES ? ByteVector.SPECIES_512 : preferred;
    }

    @Override
    void searchStructure(byte[] bytes, int from, int blocks) {
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

    /** Bytes that a short prefix has not are replaced by its last one, which is then compared again. */
    @Override
    void searchPair(byte[] bytes, int from, int blocks, int prefixA, int prefixB) {
        int a1 = prefixes.place(prefixA, 1);
        int a2 = prefixes.place(prefixA, 2);
        int b1 = prefixes.place(prefixB, 1);
        int b2 = prefixes.place(prefixB, 2);
        byte valueA0 = prefixes.value(prefixA, 0);
        byte valueA1 = prefixes.value(prefixA, a1);
        byte valueA2 = prefixes.value(prefixA, a2);
        byte valueB0 = prefixes.value(prefixB, 0);
        byte valueB1 = prefixes.value(prefixB, b1);
        byte valueB2 = prefixes.value(prefixB, b2);
        int at = from;
        for (int block = 0; block < blocks; block++) {
            long hit = 0;
            for (int shift = 0; shift < BLOCK_BYTES; shift += LANES, at += LANES) {
                ByteVector first = folded(bytes, at);
                ByteVector a = differs(first, valueA0)
                        .or(differs(folded(bytes, at + a1), valueA1))
                        .or(differs(folded(bytes, at + a2), valueA2));
                ByteVector b = differs(first, valueB0)
                        .or(differs(folded(bytes, at + b1), valueB1))
                        .or(differs(folded(bytes, at + b2), valueB2));
                hit |= a.compare(VectorOperators.EQ, (byte) 0)
                                .or(b.compare(VectorOperators.EQ, (byte) 0))
                                .toLong()
                        << shift;
            }
            hits[block] |= hit;
        }
    }

    private static ByteVector folded(byte[] bytes, int at) {
        return ByteVector.fromArray(SPECIES, bytes, at).or(GatePrefixes.CASE_BIT);
    }

    private static ByteVector differs(ByteVector text, byte value) {
        return text.lanewise(VectorOperators.XOR, value);
    }

    /** How many bits are searched at a time. */
    static int bits() {
        return SPECIES.vectorBitSize();
    }
}
