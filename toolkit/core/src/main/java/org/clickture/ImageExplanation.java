package org.clickture;

import java.util.List;

/**
 * Why an image has its labels.
 *
 * @param labelName what a label is called, such as {@code breed}
 * @param image its labels
 * @param triads the triads behind them, by file and byte offset
 */
public record ImageExplanation(String labelName, LabelSet image, List<ExplainedTriad> triads) {

    public ImageExplanation {
        triads = List.copyOf(triads);
    }

    /** The triads behind a label. */
    public List<ExplainedTriad> triadsOf(String label) {
        return triads.stream()
                .filter(triad -> triad.triad().labels().contains(label))
                .toList();
    }
}
