package org.clickture.label;

/**
 * One label of an ambiguous image.
 *
 * @param label the label
 * @param clicks its clicks on this image
 * @param queries its distinct normalised queries on this image
 * @param share its clicks as a share of the clicks of all labels of the image, in (0, 1]
 */
public record LabelShare(String label, long clicks, long queries, double share) {}
