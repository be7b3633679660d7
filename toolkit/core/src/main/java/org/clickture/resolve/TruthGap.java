package org.clickture.resolve;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Images of a truth that cannot be compared as they should.
 *
 * @param images how many
 * @param firstKey the first of their keys, by UTF-16 code units; empty without any
 * @param firstLabel what that image truly shows, empty for no label
 */
public record TruthGap(long images, String firstKey, String firstLabel) {

    static TruthGap of(List<Map.Entry<String, String>> images) {
        return images.stream()
                .min(Comparator.comparing(Map.Entry::getKey))
                .map(first -> new TruthGap(images.size(), first.getKey(), first.getValue()))
                .orElseGet(() -> new TruthGap(0, "", ""));
    }
}
