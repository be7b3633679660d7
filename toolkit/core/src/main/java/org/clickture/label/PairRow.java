package org.clickture.label;

/**
 * Two labels that share images.
 *
 * @param first a label
 * @param second another label, behind {@code first} (UTF-16 code units)
 * @param sharedImages images that have both, at least 1
 * @param firstImages images that have the first
 * @param secondImages images that have the second
 */
public record PairRow(String first, String second, long sharedImages, long firstImages, long secondImages) {

    /** Shared images as a share of the images that have at least one of the two (Jaccard index), in (0, 1]. */
    public double jaccard() {
        return (double) sharedImages / (firstImages + secondImages - sharedImages);
    }
}
