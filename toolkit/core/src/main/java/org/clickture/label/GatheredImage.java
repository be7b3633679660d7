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

    /** Triad {@code i}; the view is the same for all of them. */
    GatheredTriad triad(int i);
}
