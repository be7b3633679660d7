package org.clickture.label;

import java.util.List;

/**
 * An image with two or more labels.
 *
 * @param imageKey the image key
 * @param labels its labels, most clicks first, then by label
 * @param clicks sum of the clicks of its labels; clicks of a query that names two labels count for both
 * @param entropyBits Shannon entropy of the labels' shares of the clicks, in bits: 0 = one label has all clicks, log2 of
 *     the number of labels = all have the same
 */
public record AmbiguousRow(String imageKey, List<LabelShare> labels, long clicks, double entropyBits) {

    public AmbiguousRow {
        labels = List.copyOf(labels);
    }
}
