package org.clickture.resolve;

/**
 * A label that an image may truly have.
 *
 * @param label the label
 * @param share how likely it is ({@link Method#EM}), or its share of what the method counts; in [0, 1]
 */
public record CandidateShare(String label, double share) {}
