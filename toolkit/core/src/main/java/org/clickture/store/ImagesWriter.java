package org.clickture.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.clickture.ClicktureException;
import org.clickture.Progress;
import org.clickture.label.GatheredImages;
import org.clickture.label.Overflow;
import org.clickture.manifest.InputFile;

/** Writes the evidence file and the map: encodes all images, then fills a map that just holds them. */
final class ImagesWriter {

    /** Chronicle Map wants a tenth more to be free than its file takes. */
    private static final double MAP_SPACE_MARGIN = 1.1;

    /** The memory is for what was gathered (half of it), for the parts at work and for entries. */
    private static final int PARTS_SHARE = 4;

    private static final int ENTRIES_SHARE = 8;

    private static final int STRETCHES_PER_THREAD = 8;
    private static final int PUTS_BETWEEN_LOOKS = 1 << 10;

    private final Path folder;
    private final long memoryBytes;
    private final int threads;
    private final Progress progress;

    /** @param memoryBytes how much heap the run may take for triads, in whatever form */
    ImagesWriter(Path folder, long memoryBytes, int threads, Progress progress) {
        this.folder = folder;
        this.memoryBytes = memoryBytes;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * What was written.
     *
     * @param evidence the evidence file
     */
    record Written(ImageTotals totals, InputFile evidence) {}

    /**
     * Writes both files; they are not forced to the disk.
     *
     * @param overflow gives the place for what the memory does not take; asked when it is needed
     * @throws ClicktureException if there is not enough space, this JVM does not let Chronicle Map write or the thread
     *     is interrupted
     */
    Written write(GatheredImages images, Supplier<? extends Overflow> overflow) throws IOException {
        ImageEntries entries = new ImageEntries(memoryBytes / ENTRIES_SHARE, overflow);
        Encoding encoding;
        try (FileChannel evidence = FileChannel.open(
                folder.resolve(StoreFolder.EVIDENCE), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            encoding = new Encoding(images, memoryBytes / PARTS_SHARE, evidence, entries);
            encoding.run(threads, progress);
        }
        fill(encoding.shape(), entries, encoding.totals().images(), encoding.triads());
        return new Written(
                encoding.totals(),
                new InputFile(StoreFolder.EVIDENCE, encoding.evidenceBytes(), InputFile.hex(encoding.evidenceCrc())));
    }

    /** Puts all entries into a new map. Each thread takes stretches of whole segments, so that a segment has one. */
    private void fill(MapShape shape, ImageEntries entries, long images, long triads) throws IOException {
        requireSpace(folder, (long) (MAP_SPACE_MARGIN * shape.fileBytes()));
        try (MapWriter map = new MapWriter(folder.resolve(StoreFolder.IMAGES), shape)) {
            int stretches = (int) Math.min(shape.segments(), (long) STRETCHES_PER_THREAD * threads);
            AtomicInteger nextStretch = new AtomicInteger();
            AtomicLong done = new AtomicLong();
            Crew.run(
                    Math.min(threads, stretches),
                    crew -> {
                        int stretch = nextStretch.getAndIncrement();
                        while (stretch < stretches) {
                            put(
                                    entries.cursor(
                                            begin(shape, stretch, stretches), begin(shape, stretch + 1, stretches) - 1),
                                    map,
                                    done,
                                    crew);
                            stretch = nextStretch.getAndIncrement();
                        }
                    },
                    () -> progress.update(
                            "store",
                            (long) (shape.fileBytes() * share(done.get(), images)),
                            shape.fileBytes(),
                            triads));
            map.finish(images);
        }
    }

    private static double share(long done, long all) {
        return all == 0 ? 1 : (double) done / all;
    }

    /** The first order of a stretch; where the last one ends, that of the first one, as numbers of 64 bits have it. */
    private static long begin(MapShape shape, int stretch, int stretches) {
        long segment = (long) shape.segments() * stretch / stretches;
        int segmentBits = Integer.numberOfTrailingZeros(shape.segments());
        // In the order in which images come, segments come by their bits reversed.
        return segmentBits == 0 ? 0 : segment << (Long.SIZE - segmentBits);
    }

    private static void put(ImageEntries.Cursor cursor, MapWriter map, AtomicLong done, Crew crew) throws IOException {
        long put = 0;
        while (cursor.next()) {
            map.put(cursor.entry().key(), cursor.entry().value());
            if (++put % PUTS_BETWEEN_LOOKS == 0) {
                done.addAndGet(PUTS_BETWEEN_LOOKS);
                crew.check();
            }
        }
        done.addAndGet(put % PUTS_BETWEEN_LOOKS);
    }

    static void requireSpace(Path folder, long neededBytes) throws IOException {
        long usableBytes = Files.getFileStore(folder).getUsableSpace();
        if (usableBytes < neededBytes) {
            throw new ClicktureException(String.format(
                    Locale.ROOT,
                    "not enough space on the disk of %s: the store needs about %,d bytes, %,d are free",
                    folder,
                    neededBytes,
                    usableBytes));
        }
    }
}
