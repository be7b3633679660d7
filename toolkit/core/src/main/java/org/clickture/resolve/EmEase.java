package org.clickture.resolve;

import java.util.Arrays;

/**
 * How easily images of each label are named rightly: people know some things better than others, whatever the wording of their
 * query. By that factor the odds of a right vote are higher than those of its source. What is known of a label is drawn towards
 * what is known of those that are named about as often, since people may know frequent things better or worse than rare ones.
 * How strongly is learned: the more labels differ from what is usual of their sources, the less.
 */
final class EmEase {

    /**
     * The least weight of what holds for those that are named about as often, in votes for images of one label. With less, labels
     * whose names mean other things, too, would swallow the images that these name: as if they were hard to name.
     */
    private static final double LEAST_WEIGHT = 1000;
    /** The largest factor; the least is its inverse. */
    private static final double MOST = 20;

    /** The weight of what holds for all labels, in votes, for those that are named about as often. */
    private static final double BAND_WEIGHT = 50;

    /** One for each power of 2 that a number of votes reaches. */
    private static final int BANDS = 31;

    private final double[] factors;
    /** By label its band: n if 2^n votes or more, but fewer than 2^(n + 1), name it; 0 also if fewer than one does. */
    private final int[] band;

    /** @param named for each label how many votes name it, below 2^31; one that names several counts in parts */
    EmEase(double... named) {
        factors = new double[named.length];
        band = new int[named.length];
        Arrays.fill(factors, 1);
        Arrays.setAll(band, label -> Math.max(0, Math.getExponent(named[label])));
    }

    /** How likely a vote for an image of a label is right, what images spoil apart; in [0, 1]. */
    double reliability(double ofSource, int label) {
        return eased(ofSource, factors[label]);
    }

    private static double eased(double share, double factor) {
        double odds = share * factor;
        return odds / (odds + 1 - share);
    }

    /** Believes what was counted. */
    void update(EmCounts counts) {
        Overdispersion differences = new Overdispersion();
        for (int label = 0; label < factors.length; label++) {
            if (counts.votesOf[label] > 1) {
                double usual = counts.usuallyHeldOf[label] / counts.votesOf[label];
                differences.add(counts.heldOf[label], counts.votesOf[label], usual);
            }
        }
        double weight = differences.weight(LEAST_WEIGHT, EmModel.MAX_WEIGHT);
        double mean = (EmModel.sum(counts.heldOf) + 8) / (EmModel.sum(counts.votesOf) + 10);
        double[] bandFactors = bandFactors(counts, mean);
        for (int label = 0; label < factors.length; label++) {
            double votes = counts.votesOf[label];
            double odds = odds(counts.heldOf[label], votes, weight, eased(mean, bandFactors[band[label]]));
            double usualOdds = odds(counts.usuallyHeldOf[label], votes, weight, mean);
            factors[label] = EmModel.within(1 / MOST, odds / usualOdds, MOST);
        }
    }

    private double[] bandFactors(EmCounts counts, double mean) {
        double[] votes = new double[BANDS];
        double[] held = new double[BANDS];
        double[] usuallyHeld = new double[BANDS];
        for (int label = 0; label < factors.length; label++) {
            votes[band[label]] += counts.votesOf[label];
            held[band[label]] += counts.heldOf[label];
            usuallyHeld[band[label]] += counts.usuallyHeldOf[label];
        }
        double[] bandFactors = new double[BANDS];
        Arrays.setAll(
                bandFactors,
                i -> odds(held[i], votes[i], BAND_WEIGHT, mean) / odds(usuallyHeld[i], votes[i], BAND_WEIGHT, mean));
        return bandFactors;
    }

    /** The odds of a right vote among some, with the weight of a share of right ones that is expected. */
    private static double odds(double held, double votes, double weight, double expected) {
        return (held + weight * expected) / (votes - held + weight * (1 - expected));
    }

    /**
     * For each label how many times as often a vote for an image of it is wrong as one for any image.
     *
     * @param ofSource how likely a vote is right whatever the label, below 1
     * @param prior for each label how likely an image shows it
     */
    double[] hardness(double ofSource, double... prior) {
        double[] hardness = new double[factors.length];
        double mean = 0;
        for (int label = 0; label < factors.length; label++) {
            hardness[label] = 1 - reliability(ofSource, label);
            mean += prior[label] * hardness[label];
        }
        for (int label = 0; label < factors.length; label++) {
            hardness[label] /= mean;
        }
        return hardness;
    }

    /** By what the odds of a right vote are higher for a label than those of its source. */
    double factor(int label) {
        return factors[label];
    }

    /** Sets a factor and returns what it was. */
    double set(int label, double factor) {
        double before = factors[label];
        factors[label] = factor;
        return before;
    }
}
