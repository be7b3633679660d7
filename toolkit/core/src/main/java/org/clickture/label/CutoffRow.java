package org.clickture.label;

/**
 * What is left when labels with fewer images are dropped.
 *
 * @param minImages the cut-off
 * @param breeds labels with at least {@code minImages} images
 * @param rows rows of the data set with such a label; an image with two of them counts twice
 */
public record CutoffRow(long minImages, long breeds, long rows) {}
