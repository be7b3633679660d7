package org.clickture.label;

import java.util.List;

/**
 * What a policy adds to another one, or what it removes.
 *
 * @param triads rows that gain, or lose, at least one label
 * @param pairs distinct pairs of label and image
 * @param images images with at least one label
 * @param ambiguous images with two or more labels
 * @param examples the first rows in the order in which images are walked, each query once
 */
public record PolicyChange(long triads, long pairs, long images, long ambiguous, List<PolicyExample> examples) {

    public PolicyChange {
        examples = List.copyOf(examples);
    }
}
