package org.clickture.scan;

/**
 * Looks at every byte of a log once and says in bits what is where, without knowing rows: line feeds, TABs, and the places
 * that make a row worth a look. Blocks of 64 bytes make one {@code long} of each kind, whose bit {@code i} is byte
 * {@code i}. Line feeds and TABs are exact; hits may be too many, never too few. Each search serves one worker.
 */
abstract class BlockSearch {

    static final int BLOCK_BYTES = Long.SIZE;

    /** Blocks that are searched at a time: they and their bits stay in the first-level cache. */
    static final int MAX_BLOCKS = 128;

    /** What an array has behind its text: the last block may reach behind it, and a prefix behind that. */
    static final int SLACK_BYTES = BLOCK_BYTES + GatePrefixes.MAX_BYTES;

    final long[] lineFeeds = new long[MAX_BLOCKS];
    final long[] tabs = new long[MAX_BLOCKS];
    /** Bytes of 0x80 or more, and those where a prefix begins. */
    final long[] hits = new long[MAX_BLOCKS];

    /**
     * Fills the bits of the first {@code blocks} blocks.
     *
     * @param bytes has at least {@link GatePrefixes#MAX_BYTES} bytes behind the last block, whatever they hold
     * @param from where the first block begins
     * @param blocks 0 to {@link #MAX_BLOCKS}
     */
    abstract void search(byte[] bytes, int from, int blocks);
}
