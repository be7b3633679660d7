package org.clickture.resolve;

/**
 * How fast one share is learned. Where what is learned is a little further than what was believed, pass after pass, much larger
 * steps come to the same end sooner: so large that by the secant through the last two passes nothing would be left to learn, in
 * log-odds. Not thread-safe.
 */
final class EmPace {

    /** How many times as far as what is learned a step leads, before two passes tell, or where they tell nothing. */
    private static final double FIRST = 2;
    /** How many times at most; it is once at least. */
    private static final double MOST = 8;
    /** Of steps shorter than that, in log-odds, the secant tells nothing. */
    private static final double LEAST_STEP = 1e-9;

    /** In log-odds; NaN before the first pass. */
    private double before = Double.NaN;

    private double leftBefore;

    /**
     * What to believe next.
     *
     * @param believed a share in (0, 1); need not be what was returned last
     * @param learned what believing that has led to, in (0, 1)
     * @return in [0, 1]: to be kept off both ends before it is believed
     */
    double next(double believed, double learned) {
        double at = logOdds(believed);
        double left = logOdds(learned) - at;
        double factor = FIRST;
        if (Math.abs(at - before) > LEAST_STEP) {
            double slope = (left - leftBefore) / (at - before);
            factor = slope > -1 / MOST ? MOST : Math.max(1, -1 / slope);
        }
        before = at;
        leftBefore = left;
        return 1 / (1 + StrictMath.exp(-at - factor * left));
    }

    private static double logOdds(double share) {
        return StrictMath.log(share / (1 - share));
    }
}
