package org.clickture.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clickture.LabelCount;
import org.clickture.label.LabelShare;

/**
 * The labels of an image in JSON, the same for every command and recipe: {@code label}, {@code clicks}, {@code queries}, and
 * where it is known {@code share}, of the clicks.
 */
final class LabelJson {

    private LabelJson() {}

    static List<Map<String, Object>> counts(List<LabelCount> labels) {
        return labels.stream()
                .map(label -> object(label.label(), label.clicks(), label.queries()))
                .toList();
    }

    static List<Map<String, Object>> shares(List<LabelShare> labels) {
        return labels.stream()
                .map(label -> {
                    Map<String, Object> object = object(label.label(), label.clicks(), label.queries());
                    object.put("share", label.share());
                    return object;
                })
                .toList();
    }

    private static Map<String, Object> object(String label, long clicks, long queries) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("label", label);
        object.put("clicks", clicks);
        object.put("queries", queries);
        return object;
    }
}
