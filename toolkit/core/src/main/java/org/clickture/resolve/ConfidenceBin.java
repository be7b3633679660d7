package org.clickture.resolve;

import java.util.ArrayList;
import java.util.List;

/**
 * How many choices have a confidence in a range.
 *
 * @param from the least confidence, belongs to the range
 * @param to the end of the range, belongs to it only if it is 1
 * @param oneLabel choices for images whose queries name one label
 * @param severalLabels choices for ambiguous images
 */
public record ConfidenceBin(double from, double to, long oneLabel, long severalLabels) {

    private static final int BINS = 20;

    /** Twenty ranges of the same width from 0 to 1, choices of no label included. */
    public static List<ConfidenceBin> of(Resolutions resolutions) {
        long[][] counts = new long[BINS][2];
        for (int image = 0; image < resolutions.images(); image++) {
            int bin = Math.min(BINS - 1, (int) (resolutions.confidence(image) * BINS));
            counts[bin][resolutions.ambiguous(image) ? 1 : 0]++;
        }
        List<ConfidenceBin> bins = new ArrayList<>(BINS);
        for (int bin = 0; bin < BINS; bin++) {
            bins.add(new ConfidenceBin((double) bin / BINS, (double) (bin + 1) / BINS, counts[bin][0], counts[bin][1]));
        }
        return bins;
    }
}
