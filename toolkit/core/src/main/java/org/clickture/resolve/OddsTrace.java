package org.clickture.resolve;

/** The odds of one candidate of an image against another one: before its votes, then after each of them. */
final class OddsTrace {

    /** In the place of a candidate: the image shows none of them. */
    static final int NONE = -1;

    /** Keeps odds finite where something is thought to be impossible. */
    private static final double LEAST = 1e-300;

    private static final double LOG_2 = StrictMath.log(2);

    private final int one;
    private final int other;
    /** The logarithms: odds themselves would be too large where one is impossible and the other likely. */
    private final double[] logOdds;

    private int at;

    /**
     * @param one a place among the image's candidates, or {@link #NONE}
     * @param other the same
     * @param votes how many votes the image has
     */
    OddsTrace(int one, int other, int votes) {
        this.one = one;
        this.other = other;
        logOdds = new double[votes + 1];
    }

    /** Adds what is believed after one more vote: by state and candidate, and of none. */
    void add(double[][] states, double none) {
        logOdds[at++] = StrictMath.log(believed(one, states, none)) - StrictMath.log(believed(other, states, none));
    }

    private static double believed(int candidate, double[][] states, double none) {
        double sum = candidate == NONE ? none : 0;
        for (int state = 0; state < states.length && candidate != NONE; state++) {
            sum += states[state][candidate];
        }
        return Math.max(LEAST, sum);
    }

    /** What speaks for the one before any vote, in bits: a bit doubles its odds. */
    double bitsBefore() {
        return bits(logOdds[0]);
    }

    /** What a vote adds to that; what they all add makes up the odds in the end. */
    double bitsOf(int vote) {
        return bits(logOdds[vote + 1] - logOdds[vote]);
    }

    /** What speaks for the one after all votes. */
    double bitsAfter() {
        return bits(logOdds[at - 1]);
    }

    private static double bits(double logOdds) {
        return logOdds / LOG_2;
    }
}
