package org.clickture.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How good choices are whose truth is known, and how well their confidences say so.
 *
 * @param images how many choices
 * @param accuracy the share of them that is right, in [0, 1]
 * @param calibrationError the expected calibration error: over {@value #BINS} bins of equal size (Nguyen and O'Connor 2015)
 *     the mean distance between confidence and share of right ones, weighted by size
 * @param chanceError about what that is to be expected if each confidence is exactly how often such choices are right: in a
 *     few images that does not show. A calibration error near it tells of no fault
 * @param brier the mean squared distance between confidence and right (1) or wrong (0), after Brier 1950
 * @param bins the bins, the least sure first
 * @param coverage what is left from some confidences on
 */
public record Score(
        long images,
        double accuracy,
        double calibrationError,
        double chanceError,
        double brier,
        List<ReliabilityBin> bins,
        List<CoverageRow> coverage) {

    public static final int BINS = 15;

    private static final double[] MIN_CONFIDENCES = {0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99};

    public Score {
        bins = List.copyOf(bins);
        coverage = List.copyOf(coverage);
    }

    /** The score of choices; its shares are NaN without any. Equal confidences keep their order over a bin's edge. */
    static Score of(List<Outcome> outcomes) {
        List<Outcome> sorted = new ArrayList<>(outcomes);
        sorted.sort(Comparator.comparingDouble(Outcome::confidence));
        int count = sorted.size();
        double squares = 0;
        for (Outcome outcome : sorted) {
            double distance = outcome.confidence() - (outcome.right() ? 1 : 0);
            squares += distance * distance;
        }
        List<ReliabilityBin> bins = new ArrayList<>(BINS);
        double error = 0;
        double chance = 0;
        for (int bin = 0; bin < BINS; bin++) {
            List<Outcome> in = sorted.subList(edge(bin, count), edge(bin + 1, count));
            double confidence = in.stream().mapToDouble(Outcome::confidence).sum();
            bins.add(new ReliabilityBin(in.size(), confidence / in.size(), right(in)));
            error += in.isEmpty() ? 0 : Math.abs(confidence - right(in) * in.size());
            chance += distanceByChance(in);
        }
        return new Score(
                count,
                right(sorted),
                count == 0 ? Double.NaN : error / count,
                chance / count,
                squares / count,
                bins,
                coverage(sorted));
    }

    /**
     * About the mean distance of the number of right ones from the sum of confidences that are true: that of the normal
     * distribution of the same variance, and not more than twice the mean of what is rare.
     */
    private static double distanceByChance(List<Outcome> outcomes) {
        double right = 0;
        double wrong = 0;
        double variance = 0;
        for (Outcome outcome : outcomes) {
            right += outcome.confidence();
            wrong += 1 - outcome.confidence();
            variance += outcome.confidence() * (1 - outcome.confidence());
        }
        return Math.min(Math.sqrt(2 / Math.PI * variance), 2 * Math.min(right, wrong));
    }

    private static int edge(int bin, int count) {
        return (int) ((long) count * bin / BINS);
    }

    private static double right(List<Outcome> outcomes) {
        return (double) outcomes.stream().filter(Outcome::right).count() / outcomes.size();
    }

    private static List<CoverageRow> coverage(List<Outcome> sorted) {
        List<CoverageRow> rows = new ArrayList<>();
        for (double min : MIN_CONFIDENCES) {
            List<Outcome> kept = sorted.stream()
                    .filter(outcome -> outcome.confidence() >= min)
                    .toList();
            rows.add(new CoverageRow(min, kept.size(), (double) kept.size() / sorted.size(), right(kept)));
        }
        return rows;
    }
}
