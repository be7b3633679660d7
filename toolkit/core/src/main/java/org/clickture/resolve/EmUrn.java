package org.clickture.resolve;

/**
 * What the EM believes of wrong names of one image that are the same. Mostly they keep company: each repeats an earlier one or is
 * drawn anew (a Pólya urn). But on a page that lists each label once they shun each other: none repeats, and a name that was
 * taken is drawn anew less often. Which of both it is and how much is learned, with the rest, in a few passes. The order of the
 * names does not matter. Not thread-safe.
 *
 * <p>In all methods {@code drawn}, in (0, 1], is how likely the first wrong name of an image is a label, {@code same} how many
 * earlier ones are, and {@code all} how many earlier ones there are.
 */
final class EmUrn {

    private static final double LEAST_WEIGHT = 0.02;
    private static final double MOST_WEIGHT = 1000;
    /** Names shun each other if those that come again are fewer than by chance by so many standard deviations. */
    private static final double CLEARLY = 3;

    /** The weight of drawing anew; that of repeating each earlier name is 1. */
    private double weight = 2;
    /** The factor on how likely a name is drawn anew once an earlier one took it, in (0, 1]: below 1 if names shun each other. */
    private double again = 1;

    /**
     * How likely the next wrong name is a label. If names shun each other that adds up to less than 1: by scaling it up the order
     * would matter.
     */
    double likely(double drawn, int same, int all) {
        if (all == 0) {
            return drawn;
        }
        return shunned() ? fresh(drawn, same, all) : (weight * drawn + same) / (weight + all);
    }

    /** The part of {@link #likely} that is drawn anew. */
    double fresh(double drawn, int same, int all) {
        if (shunned()) {
            return same > 0 ? again * drawn : drawn;
        }
        return weight * drawn / (weight + all);
    }

    /** The share of {@link #fresh} in {@link #likely}. */
    double freshShare(double drawn, int same) {
        return shunned() ? 1 : weight * drawn / (weight * drawn + same);
    }

    private boolean shunned() {
        return again < 1;
    }

    /** Counts wrong votes for a label. */
    void count(double wrongVotes, double drawn, int same, int all, EmCounts counts) {
        counts.freshness += wrongVotes * drawn / (weight * drawn + same);
        counts.freshnessPossible += wrongVotes / (weight + all);
        counts.sameAgain += same > 0 ? wrongVotes : 0;
    }

    /** Believes what was counted. How much names shun each other is drawn towards not at all by as many as hold other weights. */
    void update(EmCounts counts) {
        double stepped = EmModel.stepped(weight, counts.freshness, counts.freshnessPossible, 1 / weight);
        weight = EmModel.within(LEAST_WEIGHT, stepped, MOST_WEIGHT);
        double fewer = counts.sameByChance - counts.sameAgain;
        again = fewer > CLEARLY * StrictMath.sqrt(counts.sameByChance)
                ? (counts.sameAgain + EmModel.HELD_BY) / (counts.sameByChance + EmModel.HELD_BY)
                : 1;
    }
}
