package org.clickture.resolve;

/**
 * One of the bins of equal size into which choices fall by their confidence, the least sure first.
 *
 * @param images choices in the bin
 * @param confidence their mean confidence, in [0, 1]; NaN without images
 * @param right the share of them that is right, in [0, 1]; NaN without images
 */
public record ReliabilityBin(long images, double confidence, double right) {}
