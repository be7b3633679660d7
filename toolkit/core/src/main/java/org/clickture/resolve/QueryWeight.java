package org.clickture.resolve;

import java.util.List;

/**
 * What a query of an image says for one label and against another one.
 *
 * @param query normalised; untrusted text
 * @param clicks its clicks on the image, at least 1
 * @param labels the labels that it names
 * @param bits what it adds to what was said before it: a bit doubles the odds of the one label, a negative one halves them
 */
public record QueryWeight(String query, long clicks, List<String> labels, double bits) {

    public QueryWeight {
        labels = List.copyOf(labels);
    }
}
