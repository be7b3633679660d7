package org.clickture.resolve;

import java.util.Arrays;

/**
 * How easily images of each label are named rightly: people know some things better than others, whatever the wording of their
 * query. By that factor the odds of a right vote are higher than those of its source. How much labels differ is learned, too:
 * where they do not, all factors are nearly 1.
 */
final class EmEase {

    /** The least weight of what holds for all labels, in votes for images of one. */
    private static final double LEAST_WEIGHT = 5;
    /** The largest factor; the least is its inverse. */
    private static final double MOST = 20;

    private final double[] factors;

    EmEase(int labels) {
        factors = new double[labels];
        Arrays.fill(factors, 1);
    }

    /** How likely a vote for an image of a label is right, what images spoil apart; in [0, 1]. */
    double reliability(double ofSource, int label) {
        double odds = ofSource * factors[label];
        return odds / (odds + 1 - ofSource);
    }

    /** Believes what was counted. */
    void update(EmCounts counts) {
        double votes = 0;
        double held = 0;
        Overdispersion differences = new Overdispersion();
        for (int label = 0; label < factors.length; label++) {
            if (counts.votesOf[label] > 1) {
                double usual = counts.usuallyHeldOf[label] / counts.votesOf[label];
                differences.add(counts.heldOf[label], counts.votesOf[label], usual);
            }
            votes += counts.votesOf[label];
            held += counts.heldOf[label];
        }
        double weight = differences.weight(LEAST_WEIGHT, EmModel.MAX_WEIGHT);
        double rights = weight * (held + 8) / (votes + 10);
        double wrongs = weight - rights;
        for (int label = 0; label < factors.length; label++) {
            double odds = (counts.heldOf[label] + rights) / (counts.votesOf[label] - counts.heldOf[label] + wrongs);
            double usualOdds = (counts.usuallyHeldOf[label] + rights)
                    / (counts.votesOf[label] - counts.usuallyHeldOf[label] + wrongs);
            factors[label] = EmModel.within(1 / MOST, odds / usualOdds, MOST);
        }
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
