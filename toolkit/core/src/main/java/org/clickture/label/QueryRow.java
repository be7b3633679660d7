package org.clickture.label;

import java.util.List;

/**
 * What people typed before they clicked. Untrusted text.
 *
 * @param query the query as the log has it; two spellings of one normalised query are two rows
 * @param clicks exact sum of the clicks of its triads
 * @param images images of the image or label asked for that it was clicked on
 * @param labels all labels the query names, sorted (UTF-16 code units)
 */
public record QueryRow(String query, long clicks, long images, List<String> labels) {

    public QueryRow {
        labels = List.copyOf(labels);
    }
}
