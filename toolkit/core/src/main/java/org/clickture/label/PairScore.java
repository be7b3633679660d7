package org.clickture.label;

/**
 * How right pairs of label and image are.
 *
 * @param right pairs with the image's true label
 * @param judged pairs of images that are in the truth
 * @param all images that truly have a label
 */
public record PairScore(long right, long judged, long all) {

    /** The share of right ones among the pairs, in [0, 1]; NaN if there are none. */
    public double precision() {
        return (double) right / judged;
    }

    /** The share of the images that have their true label, in [0, 1]; NaN if there are none. */
    public double recall() {
        return (double) right / all;
    }

    /** The harmonic mean of both, in [0, 1]; NaN if there is nothing to count. */
    public double f1() {
        return 2.0 * right / (judged + all);
    }
}
