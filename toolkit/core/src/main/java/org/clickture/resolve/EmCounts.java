package org.clickture.resolve;

/** What one pass of the EM expects to have happened: the sufficient statistics of {@link EmModel}. Filled anew in each pass. */
final class EmCounts {

    /** Votes of each source, and how many of them were right. */
    final double[] sourceVotes;

    final double[] sourceRight;
    /** Right and wrong votes by the range of their clicks. */
    final double[] right = new double[ClickRanges.COUNT];

    final double[] wrong = new double[ClickRanges.COUNT];
    /** Wrong votes that name one label, by that, and how many of them are much clicked. */
    final double[] wrongFor;

    final double[] muchFor;
    /** Images of each label. */
    final double[] images;
    /** Right votes of each label, those of them that named an ancestor, and those that named a child. */
    final double[] rightOf;

    final double[] broadOf;
    final double[] narrowOf;
    /** Right votes for the parent of each label that named the label. */
    final double[] asKind;
    /** How alike the votes for one image are in how broadly they name it. */
    final Overdispersion audiences = new Overdispersion();
    /** Votes for images of each label, how many of them their sources had right, and how many such sources usually have. */
    final double[] votesOf;

    final double[] heldOf;
    final double[] usuallyHeldOf;
    /** Slips by the label that they name; other wrong votes by the one that they name as is usual. */
    final double[] slipped;

    final double[] named;
    /** Wrong votes that are no slips by the true label and the one that they name. */
    final double[] confused;
    /** As far as they tell directions apart, likewise, and by the true label. */
    final double[] directed;

    final double[] directedOf;

    /** Images that were counted. */
    int allImages;
    /** By how much posteriors of labels have changed since the last pass, in images. */
    double moved;

    /** By {@link EmSpoiling#few}: images of several votes. */
    final double[] imagesSeen = new double[2];
    /** By {@link EmSpoiling#few}: how many of them spoil votes, rough or mistaken. */
    final double[] spoilingImages = new double[2];
    /** Votes for rough images, and how many of them these spared. */
    double roughVotes;

    double sparedRoughVotes;
    /** Votes whose source has failed, and how many of them are slips. */
    double failures;

    double slips;
    /** Much clicked votes after others of their image: how many are searchers', and how many were expected, see {@link EmMachines}. */
    double fresh;

    double freshExpected;
    /** Queries of searchers, with those that are not seen because they repeat others. */
    double draws;
    /** The two sides of the fixed point of the weight of {@link EmUrn}. */
    double freshness;

    double freshnessPossible;
    /** Wrong votes that name what an earlier one does, and how many would if no vote knew of another. */
    double sameAgain;

    double sameByChance;
    /** Those of {@link EmConfusions#confusionWeight} and of {@link EmConfusions#directionWeight}. */
    double usual;

    double usualPossible;
    double undirected;
    double undirectedPossible;
    /**
     * Wrong votes that are as expected of their pair, and how many of them went by labels alike, also where a step was not taken
     * and they were as usual.
     */
    double kinPossible;

    double kin;
    /** Images with a query for a cross, and how many of them show none of the labels. */
    double crossImages;

    double crossNone;
    /** Votes for those, and how many of them speak of a cross: images of none of the labels, images of one. */
    double noneVotes;

    double noneCrossVotes;
    double labelVotes;
    double labelCrossVotes;

    /** By pair the images of the first that were compared with the second; the two sides of the fixed point of their weight. */
    final double[] compared;

    double asExpected;
    double asExpectedPossible;

    EmCounts(int sources, int labels, int pairs) {
        sourceVotes = new double[sources];
        sourceRight = new double[sources];
        images = new double[labels];
        rightOf = new double[labels];
        broadOf = new double[labels];
        narrowOf = new double[labels];
        asKind = new double[labels];
        votesOf = new double[labels];
        heldOf = new double[labels];
        usuallyHeldOf = new double[labels];
        wrongFor = new double[labels];
        muchFor = new double[labels];
        slipped = new double[labels];
        named = new double[labels];
        confused = new double[pairs];
        directed = new double[pairs];
        directedOf = new double[labels];
        compared = new double[pairs];
    }

    /** How much posteriors of labels have changed since the last pass, as a share of the images that were counted; NaN without any. */
    double movedShare() {
        return moved / allImages;
    }
}
