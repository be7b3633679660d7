package org.clickture;

import java.util.EnumMap;
import java.util.Map;

/**
 * The counts that every run reports.
 *
 * @param rows all rows of the click log, malformed ones included
 * @param malformed malformed rows by the first reason that holds; has every reason, iterates in their order
 * @param invalidUtf8 gated rows whose query held malformed UTF-8
 * @param gated triads that pass the gate
 * @param matched triads that pass the gate and name at least one label
 * @param pairs rows of the data set: distinct (label, image key)
 * @param images distinct image keys with at least one label
 * @param breeds labels with at least one image
 * @param ambiguous images with two or more labels
 */
public record Counts(
        long rows,
        Map<MalformedReason, Long> malformed,
        long invalidUtf8,
        long gated,
        long matched,
        long pairs,
        long images,
        long breeds,
        long ambiguous) {

    public Counts {
        Map<MalformedReason, Long> complete = new EnumMap<>(MalformedReason.class);
        for (MalformedReason reason : MalformedReason.values()) {
            complete.put(reason, malformed.getOrDefault(reason, 0L));
        }
        malformed = java.util.Collections.unmodifiableMap(complete);
    }

    /** Malformed rows of all reasons. */
    public long malformedRows() {
        return malformed.values().stream().mapToLong(Long::longValue).sum();
    }
}
