package org.clickture.label;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** How much heap the triads of all workers may take while they are gathered. Thread-safe. */
final class GatheringMemory {

    /** Fits into whole regions of the garbage collector, which gives arrays of this size regions of their own. */
    private static final int MAX_BATCH_BYTES = (1 << 22) - 64;

    private static final int MIN_BATCH_BYTES = 1 << 10;
    /** Batches that are being filled take so much of the memory. */
    private static final int BATCHES_SHARE = 8;

    private final long limitBytes;
    private final long shareBytes;
    private final int batchBytes;
    private final Supplier<Overflow> overflow;
    private final AtomicLong heapBytes = new AtomicLong();

    /** @param overflow asked when the memory is full for the first time, and again each time */
    GatheringMemory(long limitBytes, int workers, Supplier<Overflow> overflow) {
        this.limitBytes = limitBytes;
        this.shareBytes = limitBytes / workers;
        this.batchBytes = (int) Math.max(MIN_BATCH_BYTES, Math.min(MAX_BATCH_BYTES, shareBytes / BATCHES_SHARE));
        this.overflow = overflow;
    }

    /** How large a worker's batch may grow. */
    int batchBytes() {
        return batchBytes;
    }

    /** What a worker may keep when the memory is full. */
    long shareBytes() {
        return shareBytes;
    }

    /** Takes bytes and returns whether that is more than there is. */
    boolean isFullAfter(long bytes) {
        return heapBytes.addAndGet(bytes) > limitBytes;
    }

    void giveBack(long bytes) {
        heapBytes.addAndGet(-bytes);
    }

    Overflow overflow() {
        return overflow.get();
    }
}
