package org.clickture.resolve;

/** How likely each candidate of each image is. For an image its candidates, none and elsewhere add up to 1. */
final class Posteriors {

    private final CandidateSets candidates;
    private final double[] labels;
    private final double[] none;
    private final double[] elsewhere;
    private final boolean clicksLeftOut;

    /** The arrays are kept: by candidate, by image, by image. */
    Posteriors(CandidateSets candidates, double[] labels, double[] none, double[] elsewhere, boolean clicksLeftOut) {
        this.candidates = candidates;
        this.labels = labels;
        this.none = none;
        this.elsewhere = elsewhere;
        this.clicksLeftOut = clicksLeftOut;
    }

    CandidateSets candidates() {
        return candidates;
    }

    /** How likely a candidate is the label of its image, in [0, 1]. */
    double label(int candidate) {
        return labels[candidate];
    }

    /** The likeliest candidate of an image; of equals the first. */
    int likeliest(int image) {
        int best = candidates.first(image);
        for (int i = best + 1; i < candidates.first(image + 1); i++) {
            best = labels[i] > labels[best] ? i : best;
        }
        return best;
    }

    /** How likely an image shows none of the labels, in [0, 1]. */
    double none(int image) {
        return none[image];
    }

    /** How likely an image shows a label that is no candidate of it, in [0, 1]. */
    double elsewhere(int image) {
        return elsewhere[image];
    }

    /** Whether the clicks say nothing here, since they have misled. */
    boolean clicksLeftOut() {
        return clicksLeftOut;
    }
}
