package org.clickture.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32C;
import org.clickture.Progress;
import org.clickture.label.GatheredImages;

/**
 * Encodes all images, part by part, by several threads: their evidence goes to its file, their entries to {@link
 * ImageEntries}. A part is taken when the parts at work leave enough memory for it; what came of it is put behind that
 * of the parts before, which the thread waits for.
 */
final class Encoding {

    /** How much heap a part takes for each of its bytes: read, sorted, encoded. */
    private static final int HEAP_PER_BYTE = 4;

    /** Nobody notifies when the crew is to end. */
    private static final long WAIT_MILLIS = 100;

    private final GatheredImages images;
    private final long memoryBytes;
    private final FileChannel evidenceFile;
    private final ImageEntries entries;

    private int nextPart;
    private long heapAtWork;
    private int partsDone;

    // Of the parts done; touched only by the thread whose part is the next.
    private final CRC32C evidenceCrc = new CRC32C();
    private final MapShape.Tally shape = new MapShape.Tally();
    private final ImageTotals.Tally totals = new ImageTotals.Tally();
    private long evidenceBytes;
    private long lastOrder;

    private final AtomicLong bytesDone = new AtomicLong();
    private final AtomicLong triadsDone = new AtomicLong();

    /**
     * @param memoryBytes for all parts at work together; one is always worked at
     * @param evidenceFile gets the evidence
     * @param entries get the entries
     */
    Encoding(GatheredImages images, long memoryBytes, FileChannel evidenceFile, ImageEntries entries) {
        this.images = images;
        this.memoryBytes = memoryBytes;
        this.evidenceFile = evidenceFile;
        this.entries = entries;
    }

    /** Encodes all. */
    void run(int threads, Progress progress) throws IOException {
        long allBytes = 0;
        for (int part = 0; part < images.parts(); part++) {
            allBytes += images.bytes(part);
        }
        long bytes = allBytes;
        Crew.run(
                Math.max(1, Math.min(threads, images.parts())),
                this::encodeParts,
                () -> progress.update("sort", bytesDone.get(), bytes, triadsDone.get()));
    }

    private void encodeParts(Crew crew) throws IOException, InterruptedException {
        EncodedPart encoded = new EncodedPart();
        for (int part = take(crew); part >= 0; part = take(crew)) {
            encoded.encode(images, part, crew);
            awaitTurn(part, crew);
            append(encoded);
            bytesDone.addAndGet(images.bytes(part));
            triadsDone.addAndGet(encoded.triads());
            endTurn(part);
        }
    }

    /** The next part, when there is memory for it; -1 if there is nothing left to do. */
    private synchronized int take(Crew crew) throws InterruptedException {
        while (nextPart < images.parts()) {
            long heap = HEAP_PER_BYTE * images.bytes(nextPart);
            if (heapAtWork == 0 || heapAtWork + heap <= memoryBytes) {
                heapAtWork += heap;
                return nextPart++;
            }
            crew.check();
            wait(WAIT_MILLIS);
        }
        return -1;
    }

    private synchronized void awaitTurn(int part, Crew crew) throws InterruptedException {
        while (partsDone != part) {
            crew.check();
            wait(WAIT_MILLIS);
        }
    }

    private synchronized void endTurn(int part) {
        partsDone++;
        heapAtWork -= HEAP_PER_BYTE * images.bytes(part);
        notifyAll();
    }

    private void append(EncodedPart part) throws IOException {
        if (part.totals().images() == 0) {
            return;
        }
        if (totals.images() > 0) {
            EncodedPart.requireOrder(lastOrder, part.firstOrder());
        }
        lastOrder = part.lastOrder();
        ImageEntries.Reader entry =
                new ImageEntries.Reader(part.entries().bytes(), part.entries().length(), evidenceBytes);
        while (entry.next()) {
            shape.add(entry.hash(), entry.keyLength(), entry.valueLength());
        }
        entries.add(part.entries(), part.firstOrder(), part.lastOrder(), evidenceBytes);
        part.evidence().writeTo(evidenceFile, evidenceCrc);
        evidenceBytes += part.evidence().length();
        totals.add(part.totals());
    }

    /** The checksum of the evidence file. */
    CRC32C evidenceCrc() {
        return evidenceCrc;
    }

    long evidenceBytes() {
        return evidenceBytes;
    }

    ImageTotals totals() {
        return totals.totals();
    }

    long triads() {
        return triadsDone.get();
    }

    /** How the map must be laid out; to be called once. */
    MapShape shape() {
        return shape.shape();
    }
}
