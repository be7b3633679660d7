package org.clickture.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.clickture.ClicktureException;
import org.jspecify.annotations.Nullable;

/** Claims segments and reads their rows until there are none left. */
final class ScanWorker implements Runnable {

    /** Read behind a segment at once, for the end of its last row. */
    private static final int LOOK_AHEAD_BYTES = 1 << 12;

    /** Rows longer than this are not read, but their fields are counted. */
    private static final int MAX_ROW_BYTES = 1 << 30;

    /** What is kept of a long row to show it. */
    private static final int ROW_HEAD_BYTES = 1 << 8;

    private final SegmentQueue queue;
    private final RowScanner scanner;
    private final StreamScan streams;
    private byte[] buffer = {};
    private @Nullable FileChannel channel;
    private int channelFile = -1;

    ScanWorker(SegmentQueue queue, RowScanner scanner) {
        this.queue = queue;
        this.scanner = scanner;
        this.streams = new StreamScan(queue, scanner);
    }

    RowScanner scanner() {
        return scanner;
    }

    @Override
    public void run() {
        try {
            for (SegmentQueue.Segment segment = queue.claim(); segment != null; segment = queue.claim()) {
                scan(segment);
            }
        } catch (Throwable e) {
            queue.cancel();
            throw e;
        } finally {
            closeChannel();
        }
    }

    private void scan(SegmentQueue.Segment segment) {
        scanner.begin(segment.file(), segment.index());
        try {
            if (segment.log().isCompressed()) {
                streams.scan(segment);
            } else {
                scanPlain(segment);
            }
        } catch (StrictStop e) {
            // Earlier segments were claimed before; they are read on, for the first malformed row may be theirs.
            queue.close();
        } catch (IOException e) {
            throw unreadable(segment.log(), segment.from(), e);
        }
    }

    private void scanPlain(SegmentQueue.Segment segment) throws IOException {
        FileChannel file = channel(segment);
        // The byte before tells whether a row begins with the segment.
        long base = Math.max(0, segment.from() - 1);
        int wanted = Math.toIntExact(
                Math.min(segment.to() + LOOK_AHEAD_BYTES, segment.log().bytes()) - base);
        if (buffer.length < wanted + BlockSearch.SLACK_BYTES) {
            buffer = new byte[wanted + BlockSearch.SLACK_BYTES];
        }
        read(segment.log(), file, base, buffer, wanted);
        int from = Math.toIntExact(segment.from() - base);
        int to = Math.toIntExact(segment.to() - base);
        CRC32C crc = new CRC32C();
        crc.update(buffer, from, to - from);

        int rowStart = firstRow(segment, base, from, to);
        if (rowStart < to) {
            int end = indexOfLineFeed(to - 1, wanted);
            int limit = end < 0 ? wanted : end + 1;
            int unfinished = scanner.rows(buffer, rowStart, limit, base);
            if (unfinished < limit) {
                unfinishedRow(segment, file, base, unfinished, limit);
            }
        }
        queue.done(segment, scanner.rowsInSegment(), (int) crc.getValue());
        queue.advance(to - from, scanner.rowsInSegment());
    }

    /** Where in the buffer the first row of the segment begins; {@code to} if none does. */
    private int firstRow(SegmentQueue.Segment segment, long base, int from, int to) {
        if (segment.from() <= segment.textStart()) {
            long start = segment.textStart() - base;
            return start < to ? (int) start : to;
        }
        int lineFeed = indexOfLineFeed(from - 1, to - 1);
        return lineFeed < 0 ? to : lineFeed + 1;
    }

    private int indexOfLineFeed(int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Reads the row that begins at buffer[start] and does not end before buffer[limit]. */
    private void unfinishedRow(SegmentQueue.Segment segment, FileChannel file, long base, int start, int limit)
            throws IOException {
        long rowStart = base + start;
        long size = segment.log().bytes();
        if (base + limit == size) {
            scanner.lastRow(buffer, start, limit, base);
            return;
        }
        byte[] head = Arrays.copyOfRange(buffer, start, Math.min(limit, start + ROW_HEAD_BYTES));
        LongRow row = LongRow.find(buffer, start, limit, rowStart, (at, piece) -> {
            int bytes = (int) Math.min(piece.length, size - at);
            read(segment.log(), file, at, piece, bytes);
            return bytes;
        });
        if (row.fields() != scanner.fields()) {
            scanner.tooManyOrTooFewFields(head, 0, head.length, rowStart);
            return;
        }
        if (row.bytes() > MAX_ROW_BYTES) {
            throw tooLong(segment.log(), rowStart);
        }
        byte[] whole = new byte[(int) row.bytes()];
        read(segment.log(), file, rowStart, whole, whole.length);
        scanner.lastRow(whole, 0, whole.length, rowStart);
    }

    private FileChannel channel(SegmentQueue.Segment segment) throws IOException {
        FileChannel open = channel;
        if (open == null || channelFile != segment.file()) {
            closeChannel();
            open = FileChannel.open(segment.log().path(), StandardOpenOption.READ);
            channel = open;
            channelFile = segment.file();
        }
        return open;
    }

    private void closeChannel() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // It was only read from: nothing can be lost.
        }
        channel = null;
    }

    private static void read(LogFile log, FileChannel file, long offset, byte[] target, int bytes) throws IOException {
        ByteBuffer view = ByteBuffer.wrap(target, 0, bytes);
        while (view.hasRemaining()) {
            if (file.read(view, offset + view.position()) < 0) {
                throw new ClicktureException(log.name() + ": the file ends at byte offset " + (offset + view.position())
                        + ", it had " + log.bytes() + " bytes when the scan began; do not change it during a scan");
            }
        }
    }

    static ClicktureException unreadable(LogFile log, long byteOffset, IOException e) {
        return new ClicktureException(
                log.name() + ": cannot be read on from byte offset " + byteOffset
                        + (log.isCompressed() ? " of its decompressed text" : "") + ": "
                        + (e.getMessage() == null ? "it ends too early" : withoutFullStop(e.getMessage()))
                        + (log.isCompressed() ? "; test the file with its own program and make it again" : ""),
                e);
    }

    private static String withoutFullStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    static ClicktureException tooLong(LogFile log, long byteOffset) {
        return new ClicktureException(
                log.name() + ": the row at byte offset " + byteOffset + " is longer than 1 GiB; this is no click log");
    }
}
