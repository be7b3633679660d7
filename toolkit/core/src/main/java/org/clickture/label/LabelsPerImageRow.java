package org.clickture.label;

/**
 * How many images have a certain number of labels.
 *
 * @param labels number of labels, at least 1
 * @param images images with exactly so many labels, may be 0
 */
public record LabelsPerImageRow(int labels, long images) {}
