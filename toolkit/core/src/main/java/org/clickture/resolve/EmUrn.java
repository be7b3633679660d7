package org.clickture.resolve;

/**
 * What the EM believes of wrong votes for one image that name the same label. Where they keep company, each repeats an earlier
 * one or is drawn anew (a Pólya urn). Where they shun each other, as names on a page that lists each of them once, one that an
 * earlier vote took is drawn less often: no urn knows that. Which of both it is and how much is learned. The order of the votes
 * does not matter. Not thread-safe.
 */
final class EmUrn {

    private static final double LEAST_WEIGHT = 0.02;
    private static final double MOST_WEIGHT = 1000;

    /** The weight of drawing anew; that of repeating each earlier vote is 1. */
    private double weight = 2;
    /** How many times as often as another a name is drawn anew that an earlier vote took; in (0, 1]. */
    private double again = 1;

    /**
     * How likely the next wrong vote names a label. If names are shunned, that adds up to less than 1: by scaling it up the order
     * would matter.
     *
     * @param drawn how likely the first one does so
     * @param same how many earlier ones do
     * @param all how many earlier ones there are
     */
    double likely(double drawn, int same, int all) {
        return (anew(drawn, same) + same) / (weight + all);
    }

    /** The part of {@link #likely} that is drawn anew. */
    double fresh(double drawn, int same, int all) {
        return anew(drawn, same) / (weight + all);
    }

    /** The weight of drawing a label anew; that of repeating each earlier vote is 1. */
    double anew(double drawn, int same) {
        return weight * (same > 0 ? again * drawn : drawn);
    }

    /** Counts wrong votes for one label, {@code fresh} of them drawn anew, of which {@code same} of {@code all} earlier ones do so. */
    void count(double wrongVotes, double fresh, int same, int all, EmCounts counts) {
        counts.freshness += fresh / weight;
        counts.freshnessPossible += wrongVotes / (weight + all);
        counts.sameAgain += same > 0 ? wrongVotes : 0;
    }

    /** Believes what was counted. Names that come again less often than if no vote knew of another are shunned. */
    void update(EmCounts counts) {
        again = Math.min(1, (counts.sameAgain + EmModel.HELD_BY) / (counts.sameByChance + EmModel.HELD_BY));
        double company = EmModel.stepped(weight, counts.freshness, counts.freshnessPossible, 1 / weight);
        weight = again < 1 ? MOST_WEIGHT : EmModel.within(LEAST_WEIGHT, company, MOST_WEIGHT);
    }
}
