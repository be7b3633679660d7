package org.clickture.label;

/**
 * One image as it comes out of the gathering: its totals and the triads behind them. A view that is reused for the next
 * image; read it, do not keep it. All arrays may be longer than what counts. Not thread-safe.
 */
public interface GatheredImage {

    /** The image key's bytes as they were gathered (that is, as the store keeps them). Valid in [0, keyLength()). */
    byte[] key();

    int keyLength();

    /** How many labels, at least 1. */
    int labels();

    /** Label id {@code i}, growing with {@code i}. */
    int labelId(int i);

    /** Exact sum of clicks of label {@code i}. */
    long clicks(int i);

    /** Distinct normalised queries of label {@code i}. */
    long queries(int i);

    /** How many triads, at least 1; they come by file, then byte offset. */
    int triads();

    /** Position of the triad's file in the list of files. */
    int file(int triad);

    long byteOffset(int triad);

    long triadClicks(int triad);

    /** Bit set or list: the number of labels the triad names, at least 1. */
    int triadLabels(int triad);

    /** The {@code i}th label id of the triad, growing with {@code i}. */
    int triadLabelId(int triad, int i);

    /** The array that holds the query's bytes as the log has them, from queryFrom(triad) to queryTo(triad). */
    byte[] queryBytes(int triad);

    int queryFrom(int triad);

    int queryTo(int triad);
}
