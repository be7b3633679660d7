package org.clickture.lexicon;

/**
 * Tells quickly that a string is not among some: one bit for each hash of the first eight bytes, small enough for the
 * first-level cache (Bloom, Space/time trade-offs in hash coding with allowable errors, CACM 13(7), 1970, with one hash).
 * Asking is safe for several threads once nothing is added any more.
 */
final class BeginningFilter {

    private static final int LOG_BITS = 16;

    private final long[] bits = new long[1 << (LOG_BITS - 6)];

    void add(byte[] bytes, int from, int to) {
        int bit = bit(bytes, from, to);
        bits[bit >>> 6] |= 1L << bit;
    }

    /** Whether bytes[from, to) may be among those that were added; false is certain, true is not. */
    boolean mayHave(byte[] bytes, int from, int to) {
        int bit = bit(bytes, from, to);
        return ((bits[bit >>> 6] >>> bit) & 1) != 0;
    }

    private static int bit(byte[] bytes, int from, int to) {
        return (int) ((Words.read(bytes, from, to) * Vocabulary.MIXER) >>> (Long.SIZE - LOG_BITS));
    }
}
