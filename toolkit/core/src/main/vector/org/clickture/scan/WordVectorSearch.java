package org.clickture.scan;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The search with the Vector API before Java 21, whose compiler makes objects of masks: vectors of words of eight bytes, and
 * the arithmetic of {@link SwarSearch}.
 *
 * <p>Ugly on purpose, and more than {@link VectorSearch}: a helper that takes a vector may not be inlined, and would be
 * given objects.
 */
final class WordVectorSearch extends PairSearch {

    private static final VectorSpecies<Byte> SPECIES = VectorSearch.SPECIES;
    private static final VectorSpecies<Long> WORDS = SPECIES.withLanes(long.class);
    private static final int LANES = WORDS.length();
    private static final int WORDS_OF_BLOCK = BLOCK_BYTES / Long.BYTES;
    private static final long LOW_BITS = ~Swar.HIGH_BITS;
    private static final long CASE_BITS = Swar.spread(GatePrefixes.CASE_BIT);
    /** How far a word's high bits go down before the words of a block are put together: 7, 6, 5, … */
    private static final LongVector ROWS =
            LongVector.broadcast(WORDS, 7).sub(LongVector.zero(WORDS).addIndex(1));

    WordVectorSearch(GatePrefixes prefixes) {
        super(prefixes);
    }

    @Override
    void searchStructure(byte[] bytes, int from, int blocks) {
        int at = from;
        for (int block = 0; block < blocks; block++) {
            long lineFeed = 0;
            long tab = 0;
            long high = 0;
            for (int word = 0; word < WORDS_OF_BLOCK; word += LANES, at += LANES * Long.BYTES) {
                LongVector text = ByteVector.fromArray(SPECIES, bytes, at).reinterpretAsLongs();
                LongVector noLineFeed = text.lanewise(VectorOperators.XOR, Swar.LINE_FEEDS);
                LongVector noTab = text.lanewise(VectorOperators.XOR, Swar.TABS);
                lineFeed |= noLineFeed
                                .and(LOW_BITS)
                                .add(LOW_BITS)
                                .or(noLineFeed)
                                .or(LOW_BITS)
                                .not()
                                .lanewise(VectorOperators.LSHR, ROWS)
                                .reduceLanes(VectorOperators.OR)
                        << word;
                tab |= noTab.and(LOW_BITS)
                                .add(LOW_BITS)
                                .or(noTab)
                                .or(LOW_BITS)
                                .not()
                                .lanewise(VectorOperators.LSHR, ROWS)
                                .reduceLanes(VectorOperators.OR)
                        << word;
                high |= text.and(Swar.HIGH_BITS)
                                .lanewise(VectorOperators.LSHR, ROWS)
                                .reduceLanes(VectorOperators.OR)
                        << word;
            }
            lineFeeds[block] = Swar.transpose(lineFeed);
            tabs[block] = Swar.transpose(tab);
            hits[block] = high == 0 ? 0 : Swar.transpose(high);
        }
    }

    /** As in {@link VectorSearch}. */
    @Override
    void searchPair(byte[] bytes, int from, int blocks, int prefixA, int prefixB) {
        int a1 = prefixes.place(prefixA, 1);
        int a2 = prefixes.place(prefixA, 2);
        int b1 = prefixes.place(prefixB, 1);
        int b2 = prefixes.place(prefixB, 2);
        long valueA0 = Swar.spread(prefixes.value(prefixA, 0));
        long valueA1 = Swar.spread(prefixes.value(prefixA, a1));
        long valueA2 = Swar.spread(prefixes.value(prefixA, a2));
        long valueB0 = Swar.spread(prefixes.value(prefixB, 0));
        long valueB1 = Swar.spread(prefixes.value(prefixB, b1));
        long valueB2 = Swar.spread(prefixes.value(prefixB, b2));
        int at = from;
        for (int block = 0; block < blocks; block++) {
            long hit = 0;
            for (int word = 0; word < WORDS_OF_BLOCK; word += LANES, at += LANES * Long.BYTES) {
                LongVector first =
                        ByteVector.fromArray(SPECIES, bytes, at).reinterpretAsLongs().or(CASE_BITS);
                LongVector secondA = ByteVector.fromArray(SPECIES, bytes, at + a1)
                        .reinterpretAsLongs()
                        .or(CASE_BITS);
                LongVector thirdA = ByteVector.fromArray(SPECIES, bytes, at + a2)
                        .reinterpretAsLongs()
                        .or(CASE_BITS);
                LongVector secondB = ByteVector.fromArray(SPECIES, bytes, at + b1)
                        .reinterpretAsLongs()
                        .or(CASE_BITS);
                LongVector thirdB = ByteVector.fromArray(SPECIES, bytes, at + b2)
                        .reinterpretAsLongs()
                        .or(CASE_BITS);
                LongVector a = first.lanewise(VectorOperators.XOR, valueA0)
                        .or(secondA.lanewise(VectorOperators.XOR, valueA1))
                        .or(thirdA.lanewise(VectorOperators.XOR, valueA2));
                LongVector b = first.lanewise(VectorOperators.XOR, valueB0)
                        .or(secondB.lanewise(VectorOperators.XOR, valueB1))
                        .or(thirdB.lanewise(VectorOperators.XOR, valueB2));
                LongVector noA = a.and(LOW_BITS).add(LOW_BITS).or(a);
                LongVector noB = b.and(LOW_BITS).add(LOW_BITS).or(b);
                LongVector found = noA.and(noB).or(LOW_BITS).not();
                hit |= found.lanewise(VectorOperators.LSHR, ROWS).reduceLanes(VectorOperators.OR) << word;
            }
            if (hit != 0) {
                hits[block] |= Swar.transpose(hit);
            }
        }
    }
}
