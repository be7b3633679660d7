package org.clickture.resolve;

/**
 * What the EM believes of images that turn right votes wrong: how many there are, learned from those of several votes, and which share
 * of the right votes they keep. Always the same part of them is mistaken and not only rough, see {@link ImageState}: few votes
 * tell the two apart, and where one label is taken for another that is named more, mistaken images would be taken for images
 * of that other one and seem to be ever rarer. Not thread-safe.
 */
final class EmSpoiling {

    /** Images of at most so many votes have few: in one log they spoil votes as often as others, in another more or less often. */
    private static final int FEW_VOTES = 2;
    /** The weight, in images, with which the share among images of few votes, or of more, is drawn towards that among all. */
    private static final double OF_ALL_WEIGHT = 1000;
    /**
     * How many times the share among all images the share among those of few votes is at most: where one of two votes is wrong
     * for every image, no image needs to be spoilt.
     */
    private static final double MOST_IF_FEW = 1.25;

    private static final double EXPECTED_SHARE = 0.2;
    /** The weight of that, in images. */
    private static final double SHARE_WEIGHT = 10;

    /**
     * The share of the images that spoil votes which is mistaken, and the share of the right votes which these keep. Both were chosen
     * on simulated laws.
     */
    private static final double MISTAKEN_SHARE = 0.2;

    private static final double SPARED_IF_MISTAKEN = 0.4;
    /** The share of the right votes that rough images are expected to keep, with its weight in votes. */
    private static final double EXPECTED_SPARED = 0.6;

    private static final double SPARED_WEIGHT = 10;
    /** If rough images might keep less, those of a label that few people know would all be rough. */
    private static final double LEAST_SPARED = 0.18;

    private double share = 0.07;
    private final double[] shareByVotes = {share, share};
    /** By {@link ImageState}: the share of the right votes that such images keep. */
    private final double[] spared = {1, 0.8, SPARED_IF_MISTAKEN};

    /** Believes what was counted. */
    void update(EmCounts counts) {
        share = (EmModel.sum(counts.spoilingImages) + SHARE_WEIGHT * EXPECTED_SHARE)
                / (EmModel.sum(counts.imagesSeen) + SHARE_WEIGHT);
        for (int few = 0; few < shareByVotes.length; few++) {
            double here =
                    (counts.spoilingImages[few] + OF_ALL_WEIGHT * share) / (counts.imagesSeen[few] + OF_ALL_WEIGHT);
            shareByVotes[few] = few == few(1) ? Math.min(here, MOST_IF_FEW * share) : here;
        }
        double mean = (counts.sparedRoughVotes + SPARED_WEIGHT * EXPECTED_SPARED) / (counts.roughVotes + SPARED_WEIGHT);
        spared[ImageState.ROUGH] = Math.max(LEAST_SPARED, mean);
    }

    /** The place in arrays by number of votes: 1 for images of few, 0 for others. */
    static int few(int voteCount) {
        return voteCount <= FEW_VOTES ? 1 : 0;
    }

    /**
     * The share of images in a state among those of so many votes, in (0, 1). One vote cannot tell in which state its image is:
     * there it is what was learned of those of two.
     */
    double share(int state, int voteCount) {
        double spoiling = shareByVotes[few(voteCount)];
        return switch (state) {
            case ImageState.SMOOTH -> Math.max(EmModel.LEAST_SHARE, 1 - spoiling);
            case ImageState.ROUGH -> (1 - MISTAKEN_SHARE) * spoiling;
            default -> MISTAKEN_SHARE * spoiling;
        };
    }

    /** The share of the right votes that an image in a state keeps, in (0, 1]. */
    double spared(int state) {
        return spared[state];
    }

    /** The share of all right votes that images do not spoil; as if those of few votes did so as often as others. */
    double unspoiled() {
        return 1
                - share
                        * ((1 - MISTAKEN_SHARE) * (1 - spared[ImageState.ROUGH])
                                + MISTAKEN_SHARE * (1 - SPARED_IF_MISTAKEN));
    }
}
