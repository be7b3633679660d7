package org.clickture.resolve;

/**
 * Searchers who come with the same query to the same image leave one vote. If right queries come by a Poisson law with the
 * mean x, the vote is seen with a probability that is proportional to exp(x) - 1 (the factor exp(-x) is the same for all
 * labels), and not to x.
 */
final class Repeats {

    /** Keeps a source that all share from drowning what is seen in what is not. */
    static final double MAX = 20;

    private Repeats() {}

    /** How much likelier a right vote is seen than x, when x searchers are expected. */
    static double gain(double expected) {
        double x = Math.min(expected, MAX);
        if (x > 0.1) {
            return StrictMath.expm1(x) / x;
        }
        return 1 + x / 2 * (1 + x / 3 * (1 + x / 4 * (1 + x / 5 * (1 + x / 6 * (1 + x / 7)))));
    }

    /** How many searchers are expected behind a right vote besides the first one. */
    static double further(double expected) {
        double x = Math.min(expected, MAX);
        return x + 1 / gain(x) - 1;
    }
}
