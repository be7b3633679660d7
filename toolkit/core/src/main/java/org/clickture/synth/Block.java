package org.clickture.synth;

import java.util.Arrays;

/** The rows of some consecutive images, and what is true of these. Reused. Not thread-safe. */
final class Block {

    private final boolean scattered;
    private final ByteText rows = new ByteText(1 << 20);
    private final ByteText shuffled;
    private final ByteText truth = new ByteText(1 << 16);
    private int[] rowEnds = new int[1 << 12];
    private int[] imageEnds = new int[1 << 10];
    private int rowCount;
    private int imageCount;

    long malformedRows;
    long breedImages;
    long severalBreedsImages;

    Block(boolean scattered) {
        this.scattered = scattered;
        shuffled = scattered ? new ByteText(1 << 20) : rows;
    }

    void clear() {
        rows.truncate(0);
        shuffled.truncate(0);
        truth.truncate(0);
        rowCount = 0;
        imageCount = 0;
        malformedRows = 0;
        breedImages = 0;
        severalBreedsImages = 0;
    }

    /** Where rows are written. */
    ByteText rows() {
        return rows;
    }

    /** Where the truth is written. */
    ByteText truth() {
        return truth;
    }

    void endRow() {
        if (rowCount == rowEnds.length) {
            rowEnds = Arrays.copyOf(rowEnds, rowCount * 2);
        }
        rowEnds[rowCount++] = rows.length();
    }

    void endImage() {
        if (imageCount == imageEnds.length) {
            imageEnds = Arrays.copyOf(imageEnds, imageCount * 2);
        }
        imageEnds[imageCount++] = rows.length();
    }

    int rowCount() {
        return rowCount;
    }

    int imageCount() {
        return imageCount;
    }

    /** Ends the block: shuffles its rows if the log is scattered. */
    void finish(Rng rng) {
        if (!scattered) {
            return;
        }
        int[] order = new int[rowCount];
        for (int i = 0; i < rowCount; i++) {
            int j = rng.below(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        int[] shuffledEnds = new int[rowEnds.length];
        for (int i = 0; i < rowCount; i++) {
            int row = order[i];
            shuffled.append(rows.bytes(), row == 0 ? 0 : rowEnds[row - 1], rowEnds[row]);
            shuffledEnds[i] = shuffled.length();
        }
        rowEnds = shuffledEnds;
    }

    /** The text of the rows, in their order in the log. */
    ByteText text() {
        return shuffled;
    }

    /**
     * Where the text is cut so that {@code images} of its images lie before the cut: before the next image's first row, or
     * behind that part of the rows if they are scattered.
     */
    int cut(int images) {
        if (images == 0) {
            return 0;
        }
        if (!scattered) {
            return imageEnds[images - 1];
        }
        int before = Math.toIntExact((long) rowCount * images / imageCount);
        return before == 0 ? 0 : rowEnds[before - 1];
    }
}
