package org.clickture.scan;

import java.io.IOException;

/**
 * The measures of a row that is longer than what was read with its segment.
 *
 * @param bytes its length without the LF
 * @param fields how many fields it has
 */
record LongRow(long bytes, long fields) {

    private static final int PIECE_BYTES = 1 << 16;

    /** Reads a file at an offset. */
    @FunctionalInterface
    interface Source {

        /** Fills the piece from its start; returns how many bytes there were, 0 at the end of the file. */
        int read(long byteOffset, byte[] piece) throws IOException;
    }

    /**
     * Follows a row to its end.
     *
     * @param known holds the row's beginning in [from, to), without a LF
     * @param rowStart byte offset of known[from] in the file
     */
    static LongRow find(byte[] known, int from, int to, long rowStart, Source source) throws IOException {
        long fields = 1;
        for (int i = from; i < to; i++) {
            fields += known[i] == '\t' ? 1 : 0;
        }
        byte[] piece = new byte[PIECE_BYTES];
        long at = rowStart + to - from;
        for (int read = source.read(at, piece); read > 0; read = source.read(at, piece)) {
            for (int i = 0; i < read; i++) {
                if (piece[i] == '\n') {
                    return new LongRow(at + i - rowStart, fields);
                }
                fields += piece[i] == '\t' ? 1 : 0;
            }
            at += read;
        }
        return new LongRow(at - rowStart, fields);
    }
}
