package org.clickture.resolve;

/**
 * What the EM believes of images that turn right votes wrong, in one {@link ImageState}: how many there are, learned from those of
 * several votes, and which share of the right votes they keep. Not thread-safe.
 */
final class EmSpoiling {

    /** Images of at most so many votes have few: in one log they are rough as often as others, in another more or less often. */
    private static final int FEW_VOTES = 2;
    /** The weight, in images, with which the share among images of few votes, or of more, is drawn towards that among all. */
    private static final double OF_ALL_WEIGHT = 1000;

    private final int state;
    private final Prior prior;
    private double share;
    private final double[] shareByVotes;
    private double spared;

    /**
     * What is expected.
     *
     * @param share of the images that are in the state
     * @param shareWeight the weight of that, in images
     * @param spared the share of the right votes that they keep
     * @param sparedWeight the weight of that, in votes
     * @param leastSpared the least that is believed of it
     * @param mostSpared the most
     * @param mostIfFew how many times the share among all images the share among those of few votes is at most
     */
    private record Prior(
            double share,
            double shareWeight,
            double spared,
            double sparedWeight,
            double leastSpared,
            double mostSpared,
            double mostIfFew) {}

    private EmSpoiling(int state, Prior prior, double share, double spared) {
        this.state = state;
        this.prior = prior;
        this.share = share;
        this.spared = spared;
        shareByVotes = new double[] {share, share};
    }

    /** Rough images. If they might keep less, those of a label that few people know would all be rough. */
    static EmSpoiling rough() {
        return new EmSpoiling(ImageState.ROUGH, new Prior(0.15, 10, 0.6, 10, 0.18, 1, 1.25), 0.05, 0.8);
    }

    /** Mistaken images. The figures were chosen on simulated laws. */
    static EmSpoiling mistaken() {
        return new EmSpoiling(ImageState.MISTAKEN, new Prior(0.005, 100, 0.4, 3000, 0.1, 0.4, 1), 0.02, 0.4);
    }

    /**
     * Believes what was counted. The share among images of few votes may be lower than among all, but higher only up to a bound: where
     * one of two votes is wrong for every image, no image needs to be in the state.
     */
    void update(EmCounts counts) {
        double[] counted = counts.imagesIn[state];
        share = (EmModel.sum(counted) + prior.shareWeight * prior.share)
                / (EmModel.sum(counts.imagesSeen) + prior.shareWeight);
        for (int few = 0; few < shareByVotes.length; few++) {
            double here = (counted[few] + OF_ALL_WEIGHT * share) / (counts.imagesSeen[few] + OF_ALL_WEIGHT);
            shareByVotes[few] = few == few(1) ? Math.min(here, prior.mostIfFew * share) : here;
        }
        double mean = (counts.sparedIn[state] + prior.sparedWeight * prior.spared)
                / (counts.votesIn[state] + prior.sparedWeight);
        spared = EmModel.within(prior.leastSpared, mean, prior.mostSpared);
    }

    /** The place in arrays by number of votes: 1 for images of few, 0 for others. */
    static int few(int voteCount) {
        return voteCount <= FEW_VOTES ? 1 : 0;
    }

    /**
     * The share of such images among those of so many votes, in (0, 1). One vote cannot tell in which state its image is: there it
     * is what was learned of those of two.
     */
    double share(int voteCount) {
        return shareByVotes[few(voteCount)];
    }

    /** The share of the right votes that such an image keeps, in (0, 1]. */
    double spared() {
        return spared;
    }

    /** The share of all right votes that such images turn wrong; as if those of few votes were as often such as others. */
    double spoiled() {
        return share * (1 - spared);
    }
}
