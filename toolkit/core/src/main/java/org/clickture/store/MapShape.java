package org.clickture.store;

import java.util.stream.LongStream;

/**
 * How a map is laid out so that its entries just fit: Chronicle Map is told the fullest segment's size instead of
 * averages, so that no segment ever overflows into an extra tier and the file is no larger than it must be.
 *
 * @param segments a power of two
 * @param imagesPerSegment images in the fullest segment, at least 1
 * @param chunksPerSegment chunks of {@link #CHUNK_BYTES} bytes in the fullest segment, at least imagesPerSegment
 */
record MapShape(int segments, long imagesPerSegment, long chunksPerSegment) {

    /** The unit in which Chronicle Map hands out space; entries have about 25 bytes. */
    static final int CHUNK_BYTES = 4;

    /** Up to about 6,000 images in a segment a slot of its hash table has 4 bytes, beyond it has 8. */
    private static final int MAX_MEAN_IMAGES_PER_SEGMENT = 5_000;

    /** Enough for 300 million images; with more of them segments are larger. */
    private static final int MAX_SEGMENTS = 1 << 16;

    private static final double MAX_UNEVENNESS = 1.25;

    /** How many bytes the file will have, about. */
    long fileBytes() {
        long slots = Math.max(64, ceilingPowerOfTwo(imagesPerSegment));
        if (imagesPerSegment * 3 > slots * 2) {
            slots *= 2;
        }
        int slotBits = bits(chunksPerSegment - 1) + bits(imagesPerSegment - 1) + 3;
        long slotBytes = slotBits <= 32 ? 4 : 8;
        long tierBytes = slots * slotBytes + chunksPerSegment / 8 + chunksPerSegment * CHUNK_BYTES + 256;
        return segments * (tierBytes + 192) + (16 << 10);
    }

    private static int bits(long value) {
        return Long.SIZE - Long.numberOfLeadingZeros(value);
    }

    private static long ceilingPowerOfTwo(long value) {
        return value <= 1 ? 1 : Long.highestOneBit(value - 1) << 1;
    }

    /**
     * Counts what will be in each segment, image by image, in as many segments as there can be; how many there are is
     * known at the end. Not thread-safe.
     */
    static final class Tally {

        private long[] images = new long[MAX_SEGMENTS];
        private long[] chunks = new long[MAX_SEGMENTS];
        private long imageCount;

        /** Counts one image by the hash of its key and the lengths of its key and value in bytes. */
        void add(long hash, int keyBytes, int valueBytes) {
            int segment = (int) hash & (MAX_SEGMENTS - 1);
            long entryBytes =
                    (long) ByteSink.numberBytes(keyBytes) + keyBytes + ByteSink.numberBytes(valueBytes) + valueBytes;
            images[segment]++;
            chunks[segment] += (entryBytes + CHUNK_BYTES - 1) / CHUNK_BYTES;
            imageCount++;
        }

        /**
         * The shape for what was counted. All segments get the size of the fullest one, so when they are uneven (a few
         * images with very many labels) there are fewer and larger ones. The tally is used up.
         */
        MapShape shape() {
            long wanted =
                    ceilingPowerOfTwo((imageCount + MAX_MEAN_IMAGES_PER_SEGMENT - 1) / MAX_MEAN_IMAGES_PER_SEGMENT);
            long allChunks = LongStream.of(chunks).sum();
            while (chunks.length > wanted
                    || (chunks.length > 1 && max(chunks) * chunks.length > MAX_UNEVENNESS * allChunks)) {
                images = halve(images);
                chunks = halve(chunks);
            }
            return new MapShape(chunks.length, Math.max(1, max(images)), Math.max(1, max(chunks)));
        }

        private static long max(long[] counts) {
            return LongStream.of(counts).max().orElseThrow();
        }

        /** With half as many segments, segment s holds what s and its counterpart in the upper half held. */
        private static long[] halve(long[] counts) {
            long[] half = new long[counts.length / 2];
            for (int i = 0; i < counts.length; i++) {
                half[i % half.length] += counts[i];
            }
            return half;
        }
    }
}
