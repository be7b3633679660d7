package org.clickture.label;

/** Is shown the triads that count for none of their labels: their names are misspelt, and no other triad supports them. */
public interface LostTriads {

    /**
     * A triad with bytes[queryFrom, queryTo) for its query, which stands at an offset of a file.
     *
     * @param bytes is used again for others; read it, do not keep it
     */
    void triad(byte[] bytes, int queryFrom, int queryTo, int file, long byteOffset);
}
