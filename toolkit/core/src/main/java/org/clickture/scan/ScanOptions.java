package org.clickture.scan;

/**
 * How a scan goes about it; nothing here changes its answer.
 *
 * @param threads number of workers, at least 1
 * @param segmentBytes size of the pieces that workers claim, at least 1
 * @param strict whether the first malformed row is an error
 */
public record ScanOptions(int threads, int segmentBytes, boolean strict) {

    /** Large enough to make claiming free, small enough to stay in the second-level cache. */
    public static final int DEFAULT_SEGMENT_BYTES = 1 << 18;

    public ScanOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("a scan needs at least 1 thread, not " + threads);
        }
        if (segmentBytes < 1) {
            throw new IllegalArgumentException("a segment has at least 1 byte, not " + segmentBytes);
        }
    }
}
