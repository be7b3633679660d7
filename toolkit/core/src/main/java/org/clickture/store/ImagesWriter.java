package org.clickture.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.clickture.ClicktureException;
import org.clickture.label.GatheredImage;
import org.clickture.label.GatheredImages;

/** Writes the map and the evidence file: walks over the images to measure, then once more to write. */
final class ImagesWriter {

    private static final int BUFFER_BYTES = 1 << 20;

    /** Chronicle Map wants a tenth more to be free than its file takes. */
    private static final double MAP_SPACE_MARGIN = 1.1;

    private final GatheredImages images;
    private final ByteSink evidence = new ByteSink();
    private final ByteSink value = new ByteSink();
    private long seen;
    private long hash;
    private long evidenceOffset;

    ImagesWriter(GatheredImages images) {
        this.images = images;
    }

    /**
     * Writes both files into a folder; they are not forced to the disk.
     *
     * @param workers threads that put images into the map while this one encodes them
     * @throws ClicktureException if there is not enough space, this JVM does not let Chronicle Map write or the thread
     *     is interrupted
     */
    void write(Path folder, int workers) throws IOException {
        MapShape shape = measure();
        requireSpace(folder, (long) (MAP_SPACE_MARGIN * shape.fileBytes()) + evidenceOffset);
        begin();
        try (MapWriter map = new MapWriter(folder.resolve(StoreFolder.IMAGES), shape, workers);
                OutputStream evidenceFile = new BufferedOutputStream(
                        Files.newOutputStream(folder.resolve(StoreFolder.EVIDENCE)), BUFFER_BYTES)) {
            images.forEach(image -> {
                encode(image);
                map.put(
                        hash,
                        Arrays.copyOf(image.key(), image.keyLength()),
                        Arrays.copyOf(value.bytes(), value.length()));
                try {
                    evidenceFile.write(evidence.bytes(), 0, evidence.length());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            map.finish(images.images());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private MapShape measure() {
        MapShape.Tally tally = new MapShape.Tally(images.images());
        begin();
        images.forEach(image -> {
            encode(image);
            tally.add(hash, image.keyLength(), value.length());
        });
        if (seen != images.images()) {
            throw new IllegalArgumentException(seen + " images were shown of " + images.images());
        }
        return tally.shape();
    }

    private void begin() {
        seen = 0;
        hash = 0;
        evidenceOffset = 0;
    }

    /** Leaves what the files get for an image in {@link #evidence} and {@link #value}. */
    private void encode(GatheredImage image) {
        long before = hash;
        hash = Xxh64.hash(image.key(), 0, image.keyLength());
        if (Long.compareUnsigned(Long.reverse(before), Long.reverse(hash)) > 0) {
            throw new IllegalArgumentException("the images do not come by the reversed hash of their keys");
        }
        value.clear();
        ImageValue.write(image, evidenceOffset, value);
        evidence.clear();
        EvidenceRecord.write(image, evidence);
        if (evidence.length() > MappedFile.MAX_STRETCH) {
            throw new ClicktureException("image " + ImageKeys.unpack(image.key(), 0, image.keyLength())
                    + " has more than 1 GiB of evidence; remove it from the click log");
        }
        evidenceOffset += evidence.length();
        seen++;
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
