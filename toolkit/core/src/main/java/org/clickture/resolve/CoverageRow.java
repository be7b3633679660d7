package org.clickture.resolve;

/**
 * What is left if only choices with some confidence are kept.
 *
 * @param minConfidence the confidence that they have at least
 * @param images how many there are
 * @param coverage their share of all choices, in [0, 1]; NaN if there are none at all
 * @param precision the share of them that is right, in [0, 1]; NaN without images
 */
public record CoverageRow(double minConfidence, long images, double coverage, double precision) {}
