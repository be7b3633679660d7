package org.clickture.scan;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The segments of all files, claimed one after the other, and what was learned about each. A compressed file is one
 * segment. Segments of a plain file cover it from its first byte; rows are looked for behind a byte order mark only. Safe
 * for all workers; the results of a segment are written by its claimer and read after all have ended.
 */
final class SegmentQueue {

    /** A claimed piece of a file, half-open. For a compressed file {@code to} is its size on disk. */
    record Segment(int file, LogFile log, long index, int textStart, long from, long to) {}

    private final List<LogFile> files;
    private final List<Integer> textStarts;
    private final int segmentBytes;
    /** Number of the first segment of each file in the order of claims; one more for the end. */
    private final long[] firstSegment;

    private final int[][] crcs;
    private final long[][] rows;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong bytesDone = new AtomicLong();
    private final LongAdder rowsDone = new LongAdder();
    private final Semaphore idleWorkers = new Semaphore(0);
    private volatile boolean closed;
    private volatile boolean cancelled;

    SegmentQueue(List<LogFile> files, List<Integer> textStarts, int segmentBytes) {
        this.files = files;
        this.textStarts = textStarts;
        this.segmentBytes = segmentBytes;
        firstSegment = new long[files.size() + 1];
        crcs = new int[files.size()][];
        rows = new long[files.size()][];
        for (int i = 0; i < files.size(); i++) {
            long bytes = files.get(i).bytes();
            long segments = files.get(i).isCompressed() ? 1 : (bytes + segmentBytes - 1) / segmentBytes;
            firstSegment[i + 1] = firstSegment[i] + segments;
            crcs[i] = new int[Math.toIntExact(segments)];
            rows[i] = new long[Math.toIntExact(segments)];
        }
    }

    /** The next segment nobody has; null when there is none or the queue was closed. */
    @Nullable
    Segment claim() {
        if (closed) {
            return null;
        }
        long number = next.getAndIncrement();
        if (number >= firstSegment[files.size()]) {
            idleWorkers.release();
            return null;
        }
        int file = java.util.Arrays.binarySearch(firstSegment, number);
        if (file < 0) {
            file = -file - 2;
        }
        // Empty files have no segment: the last file that begins here is the one that has it.
        while (firstSegment[file + 1] == firstSegment[file]) {
            file++;
        }
        LogFile log = files.get(file);
        long index = number - firstSegment[file];
        long from = log.isCompressed() ? 0 : index * segmentBytes;
        long to = log.isCompressed() ? log.bytes() : Math.min(from + segmentBytes, log.bytes());
        return new Segment(file, log, index, textStarts.get(file), from, to);
    }

    /** Whether a worker has come for a segment in vain, so that its processor is free; said once for each worker. */
    boolean takeIdleWorker() {
        return idleWorkers.tryAcquire();
    }

    /** No further segment is given out; what was claimed is still read. */
    void close() {
        closed = true;
    }

    /** No further segment is given out, and nobody needs what was claimed. */
    void cancel() {
        closed = true;
        cancelled = true;
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** Notes what a segment held; called once for each. */
    void done(Segment segment, long rowsOfSegment, int crc32c) {
        int index = Math.toIntExact(segment.index());
        rows[segment.file()][index] = rowsOfSegment;
        crcs[segment.file()][index] = crc32c;
    }

    /** Adds to the progress of the scan. */
    void advance(long bytes, long moreRows) {
        bytesDone.addAndGet(bytes);
        rowsDone.add(moreRows);
    }

    long bytesDone() {
        return bytesDone.get();
    }

    long bytesTotal() {
        return files.stream().mapToLong(LogFile::bytes).sum();
    }

    long rowsDone() {
        return rowsDone.sum();
    }

    /** Rows of a file before a segment of it. */
    long rowsBefore(int file, long segment) {
        long sum = 0;
        for (int i = 0; i < segment; i++) {
            sum += rows[file][i];
        }
        return sum;
    }

    /** CRC-32C of a whole file on disk. */
    int crc32c(int file) {
        int[] pieces = crcs[file];
        if (pieces.length == 0) {
            return 0;
        }
        Crc32c full = new Crc32c(segmentBytes);
        int crc = pieces[0];
        for (int i = 1; i < pieces.length - 1; i++) {
            crc = full.append(crc, pieces[i]);
        }
        if (pieces.length > 1) {
            long lastBytes = files.get(file).bytes() - (pieces.length - 1L) * segmentBytes;
            crc = new Crc32c(lastBytes).append(crc, pieces[pieces.length - 1]);
        }
        return crc;
    }
}
