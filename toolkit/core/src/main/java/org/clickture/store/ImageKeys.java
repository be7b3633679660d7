package org.clickture.store;

/** How image keys are kept in the map. */
public final class ImageKeys {
    /** Bytes that a packed key needs at most. */
    public static final int MAX_PACKED_BYTES = 255;

    private ImageKeys() {}

    /** Packs key[from, to) into packed and returns its length there. */
    public static int pack(byte[] key, int from, int to, byte[] packed) {
        throw new UnsupportedOperationException();
    }
}
