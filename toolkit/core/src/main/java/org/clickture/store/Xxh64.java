package org.clickture.store;

/** The hash by which Chronicle Map places its keys. */
public final class Xxh64 {
    private Xxh64() {}

    /** XXH64 with seed 0 of bytes[from, to). */
    public static long hash(byte[] bytes, int from, int to) {
        throw new UnsupportedOperationException();
    }
}
