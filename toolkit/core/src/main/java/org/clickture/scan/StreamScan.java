package org.clickture.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.clickture.ClicktureException;

/** Reads the rows of one compressed file from front to back. One for each worker; not thread-safe. */
final class StreamScan {

    /** Longer rows are refused: unlike those of a plain file they would have to be kept in memory. */
    private static final int MAX_ROW_BYTES = 1 << 30;

    private static final int PIECE_BYTES = 1 << 20;

    private final SegmentQueue queue;
    private final RowScanner scanner;

    StreamScan(SegmentQueue queue, RowScanner scanner) {
        this.queue = queue;
        this.scanner = scanner;
    }

    /**
     * Reads the file. As soon as a worker has nothing left to do, another thread decompresses while this one looks at rows.
     *
     * @param segment the whole file; the scanner has begun it
     * @throws ClicktureException if it cannot be read to its end
     */
    void scan(SegmentQueue.Segment segment) throws IOException {
        LogFile log = segment.log();
        try (RawBytes raw = new RawBytes(log.openRaw());
                InputStream decompressed = log.bytes() == 0 ? raw : log.decompress(raw);
                ReadAhead text = new ReadAhead(decompressed)) {
            scan(segment, raw, text);
        }
    }

    private void scan(SegmentQueue.Segment segment, RawBytes raw, ReadAhead text) throws IOException {
        byte[] piece = new byte[PIECE_BYTES + BlockSearch.SLACK_BYTES];
        long pieceOffset = 0;
        long rowsAdvanced = 0;
        int filled = 0;
        int start = segment.textStart();
        boolean atEnd = false;
        while (!atEnd) {
            if (queue.isCancelled()) {
                return;
            }
            if (!text.isStarted() && queue.takeIdleWorker()) {
                text.start();
            }
            filled += read(segment.log(), text, piece, filled, pieceOffset);
            atEnd = filled < room(piece);
            int unfinished = scanner.rows(piece, Math.min(start, filled), filled, pieceOffset);
            if (atEnd && unfinished < filled) {
                scanner.lastRow(piece, unfinished, filled, pieceOffset);
            }
            queue.advance(raw.takeCount(), scanner.rowsInSegment() - rowsAdvanced);
            rowsAdvanced = scanner.rowsInSegment();
            System.arraycopy(piece, unfinished, piece, 0, filled - unfinished);
            filled -= unfinished;
            pieceOffset += unfinished;
            start = 0;
            if (filled == room(piece)) {
                piece = grown(segment.log(), piece, pieceOffset);
            }
        }
        raw.transferTo(OutputStream.nullOutputStream());
        queue.advance(raw.takeCount(), 0);
        queue.done(segment, scanner.rowsInSegment(), raw.crc32c());
    }

    /** Fills the piece, or less at the end of the text. */
    private static int read(LogFile log, InputStream text, byte[] piece, int filled, long pieceOffset) {
        try {
            return text.readNBytes(piece, filled, room(piece) - filled);
        } catch (IOException e) {
            throw ScanWorker.unreadable(log, pieceOffset + filled, e);
        }
    }

    /** Twice the room for a row that fills all there is. */
    private static byte[] grown(LogFile log, byte[] piece, long pieceOffset) {
        if (room(piece) >= MAX_ROW_BYTES) {
            throw ScanWorker.tooLong(log, pieceOffset);
        }
        return Arrays.copyOf(piece, room(piece) * 2 + BlockSearch.SLACK_BYTES);
    }

    /** How much text fits into a piece. */
    private static int room(byte[] piece) {
        return piece.length - BlockSearch.SLACK_BYTES;
    }
}
