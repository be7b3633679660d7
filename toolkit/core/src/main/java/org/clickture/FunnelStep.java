package org.clickture;

import java.util.List;

/**
 * One step from the click log to the data set, with what fell out at it.
 *
 * @param step its word, such as {@code gate}
 * @param meaning what falls out at it, or what is counted, in words
 * @param fell rows of the log that fell out here
 * @param left what is left: rows of the log up to the step {@code name}, then distinct (label, image), then images
 * @param sample some of the rows that fell, the same ones however the log is cut into files; each content once. Rows with nothing but
 *     misspelt names that no other row supports are counted, but not sampled
 */
public record FunnelStep(String step, String meaning, long fell, long left, List<DroppedRow> sample) {

    public FunnelStep {
        sample = List.copyOf(sample);
    }
}
