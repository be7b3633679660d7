package org.clickture.label;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.clickture.ClicktureException;

/**
 * The runs of all workers, put together partition by partition, sorted and grouped by image. What comes out depends
 * neither on which worker saw which triad nor on what is in the overflow. Safe for use by several threads.
 */
public final class GatheredTriads implements GatheredImages {

    /** More do not make sorting slower for each triad, but are harder to share out among threads. */
    private static final long MAX_PART_BYTES = 1 << 22;

    private static final int PARTS_PER_WORKER = 8;
    /** A part must be this often in the memory for each worker to have one at a time. */
    private static final int MEMORY_SHARE = 16;
    /** What a part takes while it is walked over, at most: its bytes, where they are, what is made of them. */
    private static final int HEAP_PER_BYTE = 3;

    private final List<EvidenceRun> runs;
    private final List<String> labels;
    private final int groupLabels;
    private final List<String> files;
    private final long memoryBytes;
    /** The first partition of each part; one more entry ends the last. */
    private final IntArrayList partStarts = new IntArrayList();

    private final LongAdder supported = new LongAdder();

    GatheredTriads(
            List<EvidenceRun> runs,
            List<String> labels,
            int groupLabels,
            List<String> files,
            long memoryBytes,
            int workers) {
        this.groupLabels = groupLabels;
        this.runs = runs;
        this.labels = labels;
        this.files = files;
        this.memoryBytes = memoryBytes;
        long[] bytes = new long[EvidenceRun.PARTITIONS];
        long allBytes = 0;
        for (EvidenceRun run : runs) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] += run.bytes(i, i + 1);
            }
            allBytes += run.bytes();
        }
        long partBytes = Math.min(
                MAX_PART_BYTES, Math.min(memoryBytes / MEMORY_SHARE / workers, allBytes / PARTS_PER_WORKER / workers));
        cut(bytes, partBytes);
    }

    /** Makes parts of neighbouring partitions, as many as have up to so many bytes together, at least one. */
    private void cut(long[] bytes, long partBytes) {
        long sum = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                continue;
            }
            if (partStarts.isEmpty() || sum + bytes[i] > partBytes) {
                partStarts.add(i);
                sum = 0;
            }
            sum += bytes[i];
        }
        partStarts.add(bytes.length);
    }

    @Override
    public int parts() {
        return partStarts.size() - 1;
    }

    @Override
    public long bytes(int part) {
        long bytes = 0;
        for (EvidenceRun run : runs) {
            bytes += run.bytes(partStarts.getInt(part), partStarts.getInt(part + 1));
        }
        return bytes;
    }

    @Override
    public void forEach(int part, Consumer<GatheredImage> visitor) {
        forEach(part, visitor, (bytes, from, to, file, byteOffset) -> {});
    }

    /** The same; the triads of the part that count for no label are shown to another visitor. */
    public void forEach(int part, Consumer<GatheredImage> visitor, LostTriads lost) {
        requireHeap(part);
        SortedRecords records = new SortedRecords();
        for (EvidenceRun run : runs) {
            run.records(partStarts.getInt(part), partStarts.getInt(part + 1), records);
        }
        records.sort();
        ImageView view = new ImageView(records, labels, groupLabels, files, lost);
        while (view.next()) {
            visitor.accept(view);
        }
        supported.add(view.supported());
    }

    /** Triads in the parts walked so far that count only for misspelt names, which other triads of their images support. */
    public long supported() {
        return supported.sum();
    }

    /** What does not fit into the memory, one image with very many triads, must fit into the rest of the heap. */
    private void requireHeap(int part) {
        long bytes = bytes(part);
        long heapBytes = Runtime.getRuntime().maxMemory();
        if (bytes > MAX_PART_BYTES && bytes > (heapBytes - memoryBytes) / HEAP_PER_BYTE) {
            throw new ClicktureException(String.format(
                    Locale.ROOT,
                    "%,d bytes of matched rows belong to one image, or to very few: too many for a heap of %,d bytes of"
                            + " which the run may fill %,d. Give it a larger heap (-Xmx) or less memory (--memory),"
                            + " or take the image out of the click log.",
                    bytes,
                    heapBytes,
                    memoryBytes));
        }
    }
}
