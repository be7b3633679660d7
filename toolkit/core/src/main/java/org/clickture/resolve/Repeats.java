package org.clickture.resolve;

/**
 * Searchers who come with the same query to the same image leave one vote. If right queries come by a Poisson law with the
 * mean x, the vote is seen with a probability that is proportional to exp(x) - 1 (the factor exp(-x) is the same for all
 * labels), and not to x.
 */
final class Repeats {

    /** Keeps a source that all share from drowning what is seen in what is not. */
    static final double MAX = 20;

    /** Up to here the first terms of a series are exact to nine digits. */
    private static final double SMALL = 0.1;

    private Repeats() {}

    /** How much likelier a right vote is seen than x, when x searchers are expected. */
    static double gain(double expected) {
        double x = Math.min(expected, MAX);
        if (x > SMALL) {
            return StrictMath.expm1(x) / x;
        }
        return 1 + x * (1.0 / 2 + x * (1.0 / 6 + x * (1.0 / 24 + x * (1.0 / 120 + x * (1.0 / 720)))));
    }

    /** How many searchers are expected behind a right vote besides the first one. */
    static double further(double expected) {
        double x = Math.min(expected, MAX);
        return x > SMALL ? x + 1 / gain(x) - 1 : x * (1.0 / 2 + x * (1.0 / 12 - x * x * (1.0 / 720)));
    }
}
