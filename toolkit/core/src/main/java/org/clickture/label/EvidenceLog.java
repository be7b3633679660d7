package org.clickture.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The matched triads that one worker has seen. They are gathered in batches; a full batch becomes a run, ordered by
 * partition; when all workers together have gathered more than the memory takes, the runs of the worker with more than
 * its share go to the overflow. Not thread-safe.
 */
public final class EvidenceLog {

    private static final int FIRST_BATCH_BYTES = 1 << 10;
    private static final long MAX_OVERFLOWING_BYTES = 1 << 30;

    private final GatheringMemory memory;
    private byte[] batch = new byte[FIRST_BATCH_BYTES];
    private int filled;
    private List<EvidenceRun> inHeap = new ArrayList<>();
    private final List<EvidenceRun> overflowed = new ArrayList<>();
    private long heapBytes;

    EvidenceLog(GatheringMemory memory) {
        this.memory = memory;
    }

    /**
     * Adds a triad.
     *
     * @param order what triads are grouped by, as an unsigned number; equal keys must have equal orders
     * @param key holds the image key in [0, keyLength); copied
     * @param labelIds holds the labels that the query names, growing, in [0, labelCount), at least one; copied. The number of
     *     all labels plus an id stands for a label whose name is misspelt: it counts if the image has the label otherwise. Twice
     *     that number plus an id stands for one whose name is inside a misspelt one: it counts if no misspelt one does
     * @param clicks at least 1
     * @param file position of the triad's file in the list of files
     * @param byteOffset where its row begins there
     * @param query holds the query's bytes in [queryFrom, queryTo); copied
     * @throws org.clickture.ClicktureException if the overflow cannot be written
     */
    public void add(
            long order,
            byte[] key,
            int keyLength,
            int[] labelIds,
            int labelCount,
            long clicks,
            int file,
            long byteOffset,
            byte[] query,
            int queryFrom,
            int queryTo) {
        int queryLength = queryTo - queryFrom;
        long follow = EvidenceRecord.varintBytes(keyLength)
                + keyLength
                + EvidenceRecord.varintBytes(file)
                + EvidenceRecord.varintBytes(byteOffset)
                + EvidenceRecord.varintBytes(clicks)
                + EvidenceRecord.varintBytes(labelCount)
                + labelBytes(labelIds, labelCount)
                + queryLength;
        reserve(Math.toIntExact(EvidenceRecord.bytes(follow)));
        int at = EvidenceRecord.writeHead(batch, filled, order, (int) follow);
        at = EvidenceRecord.writeVarint(batch, at, keyLength);
        System.arraycopy(key, 0, batch, at, keyLength);
        at = EvidenceRecord.writeVarint(batch, at + keyLength, file);
        at = EvidenceRecord.writeVarint(batch, at, byteOffset);
        at = EvidenceRecord.writeVarint(batch, at, clicks);
        at = EvidenceRecord.writeVarint(batch, at, labelCount);
        int previous = 0;
        for (int i = 0; i < labelCount; i++) {
            at = EvidenceRecord.writeVarint(batch, at, labelIds[i] - previous);
            previous = labelIds[i];
        }
        System.arraycopy(query, queryFrom, batch, at, queryLength);
        filled = at + queryLength;
    }

    private static long labelBytes(int[] labelIds, int labelCount) {
        long bytes = 0;
        int previous = 0;
        for (int i = 0; i < labelCount; i++) {
            bytes += EvidenceRecord.varintBytes(labelIds[i] - previous);
            previous = labelIds[i];
        }
        return bytes;
    }

    private void reserve(int bytes) {
        if (bytes <= batch.length - filled) {
            return;
        }
        long wanted = (long) filled + bytes;
        if (filled > 0 && wanted > memory.batchBytes()) {
            endBatch();
            wanted = bytes;
        }
        if (wanted > batch.length) {
            batch = Arrays.copyOf(batch, (int) Math.max(wanted, Math.min(2L * batch.length, memory.batchBytes())));
        }
    }

    /** Makes a run of what was added since the last one. */
    void endBatch() {
        if (filled == 0) {
            return;
        }
        EvidenceRun run = EvidenceRun.of(batch, filled);
        if (batch.length > memory.batchBytes()) {
            // It was made for one huge record.
            batch = new byte[FIRST_BATCH_BYTES];
        }
        filled = 0;
        inHeap.add(run);
        long taken = (long) run.bytes() + EvidenceRun.TABLE_BYTES;
        heapBytes += taken;
        if (memory.isFullAfter(taken) && heapBytes >= memory.shareBytes()) {
            overflow();
        }
    }

    private void overflow() {
        List<EvidenceRun> together = new ArrayList<>();
        long bytes = 0;
        for (EvidenceRun run : inHeap) {
            if (bytes > 0 && bytes + run.bytes() > MAX_OVERFLOWING_BYTES) {
                overflowed.add(EvidenceRun.overflowing(together, memory.overflow()));
                together.clear();
                bytes = 0;
            }
            together.add(run);
            bytes += run.bytes();
        }
        overflowed.add(EvidenceRun.overflowing(together, memory.overflow()));
        inHeap = new ArrayList<>();
        memory.giveBack(heapBytes);
        heapBytes = 0;
    }

    /** The runs; without the batch that has not ended. */
    List<EvidenceRun> runs() {
        List<EvidenceRun> runs = new ArrayList<>(overflowed);
        runs.addAll(inHeap);
        return runs;
    }
}
