package org.clickture.label;

import java.util.Optional;

/**
 * What one policy makes of a click log.
 *
 * @param policy its name
 * @param meaning what it is, in a few words
 * @param triads rows with at least one label
 * @param pairs distinct pairs of label and image
 * @param images images with at least one label
 * @param ambiguous images with two or more labels
 * @param added what it adds to the first policy
 * @param removed what it removes from the first policy
 * @param score how right its pairs are, if a truth was given
 */
public record PolicyRow(
        String policy,
        String meaning,
        long triads,
        long pairs,
        long images,
        long ambiguous,
        PolicyChange added,
        PolicyChange removed,
        Optional<PairScore> score) {}
