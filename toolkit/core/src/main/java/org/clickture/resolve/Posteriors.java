package org.clickture.resolve;

/**
 * How likely each candidate of each image is. For an image the candidates, {@code none} and {@code elsewhere} add up to 1.
 *
 * @param candidates the candidates
 * @param labels for each candidate, in [0, 1]
 * @param none for each image how likely it shows none of the labels
 * @param elsewhere for each image how likely it shows a label that is no candidate
 */
record Posteriors(CandidateSets candidates, double[] labels, double[] none, double[] elsewhere) {}
