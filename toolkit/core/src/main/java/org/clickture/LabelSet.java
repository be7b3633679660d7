package org.clickture;

import java.util.List;

/**
 * The labels of one image.
 *
 * @param imageKey 1 to 255 printable ASCII characters
 * @param labels at least one, sorted by label (UTF-16 code units)
 */
public record LabelSet(String imageKey, List<LabelCount> labels) {

    public LabelSet {
        labels = List.copyOf(labels);
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("an image in a label set has at least one label: " + imageKey);
        }
    }

    /** Whether the image has two or more labels. */
    public boolean ambiguous() {
        return labels.size() > 1;
    }
}
