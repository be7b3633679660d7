package org.clickture.resolve;

import java.util.Arrays;

/**
 * The wrong votes of an image so far, if it shows what it is supposed to show: what one person took it for, another one does,
 * or shuns, see {@link EmUrn}. Filled again for each image and label. Not thread-safe.
 */
final class Strayed {

    private final int[] counts;
    private int all;

    /** @param most the most labels that an image has votes for */
    Strayed(int most) {
        counts = new int[most];
    }

    void clear(int labels) {
        Arrays.fill(counts, 0, labels, 0);
        all = 0;
    }

    /** Adds a wrong vote for the label at a place among the image's labels. */
    void add(int label) {
        counts[label]++;
        all++;
    }

    /** Adds a wrong vote that names several: those at {@code labels[from]} until {@code labels[to - 1]}. */
    void addAll(int[] labels, int from, int to) {
        for (int i = from; i < to; i++) {
            add(labels[i]);
        }
    }

    int of(int label) {
        return counts[label];
    }

    int all() {
        return all;
    }
}
