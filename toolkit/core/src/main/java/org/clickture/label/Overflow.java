package org.clickture.label;

/**
 * Where gathered triads go when they have outgrown the memory: a file that goes when the run ends. Safe for use by several threads.
 */
public interface Overflow {

    /** Makes room behind all that was reserved before and returns the byte offset where it begins. */
    long reserve(long bytes);

    /**
     * Writes bytes[from, to) at a byte offset.
     *
     * @throws org.clickture.ClicktureException if it cannot, for example because the disk is full
     */
    void write(long byteOffset, byte[] bytes, int from, int to);

    /**
     * Fills bytes[from, to) with what was written at a byte offset.
     *
     * @throws org.clickture.ClicktureException if it cannot
     */
    void read(long byteOffset, byte[] bytes, int from, int to);
}
