package org.clickture.label;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records of one worker, ordered by partition and within each as they were added; in the heap or in the overflow. A
 * partition holds the records whose orders have the same high bits, so it holds all records of its images. Immutable,
 * safe for use by several threads.
 */
final class EvidenceRun {

    /**
     * At 200 million matches of 60 bytes a partition has 3 MB; many partitions cost little, since neighbours are read
     * together.
     */
    static final int PARTITIONS = 1 << 12;

    private static final int PARTITION_SHIFT = Long.SIZE - Integer.numberOfTrailingZeros(PARTITIONS);
    private static final int WRITE_BYTES = 1 << 18;

    /** Where each partition ends. */
    private final int[] ends;
    /** The records, or null if they are in the overflow. */
    private final byte @Nullable [] heap;

    private final @Nullable Overflow overflow;
    private final long byteOffset;

    private EvidenceRun(int[] ends, byte @Nullable [] heap, @Nullable Overflow overflow, long byteOffset) {
        this.ends = ends;
        this.heap = heap;
        this.overflow = overflow;
        this.byteOffset = byteOffset;
    }

    /** What a run takes in the heap beside its records, wherever they are. */
    static final int TABLE_BYTES = PARTITIONS * Integer.BYTES;

    /** A run of the records in bytes[0, to), in the heap; keeps no reference to them. */
    static EvidenceRun of(byte[] bytes, int to) {
        int[] ends = new int[PARTITIONS];
        for (int at = 0, next; at < to; at = next) {
            next = EvidenceRecord.end(bytes, at);
            ends[partition(bytes, at)] += next - at;
        }
        int[] places = new int[PARTITIONS];
        for (int i = 0, sum = 0; i < PARTITIONS; i++) {
            places[i] = sum;
            sum += ends[i];
            ends[i] = sum;
        }
        byte[] ordered = new byte[to];
        for (int at = 0, next; at < to; at = next) {
            next = EvidenceRecord.end(bytes, at);
            int partition = partition(bytes, at);
            System.arraycopy(bytes, at, ordered, places[partition], next - at);
            places[partition] += next - at;
        }
        return new EvidenceRun(ends, ordered, null, 0);
    }

    /** Writes runs of together less than 2 GiB as one run into the overflow. */
    static EvidenceRun overflowing(List<EvidenceRun> runs, Overflow overflow) {
        int[] ends = new int[PARTITIONS];
        for (EvidenceRun run : runs) {
            for (int i = 0; i < PARTITIONS; i++) {
                ends[i] = Math.addExact(ends[i], run.ends[i]);
            }
        }
        long byteOffset = overflow.reserve(ends[PARTITIONS - 1]);
        byte[] buffer = new byte[Math.min(WRITE_BYTES, ends[PARTITIONS - 1])];
        int filled = 0;
        long at = byteOffset;
        for (int partition = 0; partition < PARTITIONS; partition++) {
            for (EvidenceRun run : runs) {
                for (int from = run.start(partition), to = run.ends[partition]; from < to; ) {
                    int length = Math.min(to - from, buffer.length - filled);
                    System.arraycopy(run.inHeap(), from, buffer, filled, length);
                    from += length;
                    filled += length;
                    if (filled == buffer.length) {
                        overflow.write(at, buffer, 0, filled);
                        at += filled;
                        filled = 0;
                    }
                }
            }
        }
        overflow.write(at, buffer, 0, filled);
        return new EvidenceRun(ends, null, overflow, byteOffset);
    }

    private static int partition(byte[] bytes, int at) {
        return (int) (EvidenceRecord.order(bytes, at) >>> PARTITION_SHIFT);
    }

    /** How many bytes all records have. */
    int bytes() {
        return ends[PARTITIONS - 1];
    }

    /** How many bytes the records of the partitions [from, to) have. */
    int bytes(int from, int to) {
        return start(to) - start(from);
    }

    /** Shows the records of the partitions [from, to), one after the other. */
    void records(int from, int to, Records records) {
        int length = bytes(from, to);
        if (length == 0) {
            return;
        }
        byte[] bytes;
        int at;
        if (overflow == null) {
            bytes = inHeap();
            at = start(from);
        } else {
            bytes = new byte[length];
            at = 0;
            overflow.read(byteOffset + start(from), bytes, 0, length);
        }
        records.begin(bytes);
        for (int end = at + length; at < end; at = EvidenceRecord.end(bytes, at)) {
            records.add(EvidenceRecord.order(bytes, at), at);
        }
    }

    /** Takes the records of a run. */
    interface Records {

        /** The array that holds the records which follow; never changed. */
        void begin(byte[] bytes);

        /** A record that begins at a place in that array. */
        void add(long order, int place);
    }

    private int start(int partition) {
        return partition == 0 ? 0 : ends[partition - 1];
    }

    private byte[] inHeap() {
        if (heap == null) {
            throw new IllegalStateException("the run is in the overflow");
        }
        return heap;
    }
}
