package org.clickture.resolve;

/**
 * What the EM believes of the names that wrong votes take: for each pair of labels how likely such a vote for the first names
 * the second. What was seen of the pair is drawn towards what was seen of it in both directions, and that towards what is expected
 * of it: partly what is usual, that is, how likely wrong votes name the second label whatever is true, and partly what was seen
 * of labels alike, see {@link EmKin}. How strongly is learned. Not thread-safe.
 */
final class EmConfusions {

    private static final double MIN_CONFUSION_WEIGHT = 4;
    private static final double MIN_DIRECTION_WEIGHT = 30;
    /** Likewise for labels that would swallow others if they might be very unlike. */
    private static final double MIN_CONFUSION_WEIGHT_ALIKE = 1000;

    private static final double MIN_DIRECTION_WEIGHT_ALIKE = 2000;
    /** Chosen on simulated laws of noise: the higher, the less rare labels are given up for frequent ones. See {@link #factors}. */
    private static final double RARE_POWER = 1.9;
    /** {@link #confusionWeight} is at most the square of {@link #directionWeight} / this. Both were chosen on simulated laws. */
    private static final double DIRECTION_SCALE = 4;

    private final EmModel model;
    private final boolean alike;
    private final Confusions confusions;
    private final EmKin kin;
    /** For each pair how likely a wrong vote for the first names the second. */
    final double[] confused;
    /** The part of that which comes from such votes themselves. */
    private final double[] directly;
    /** By true label: what a wrong vote adds to its pair directly, and what as a vote for the pair either way. */
    private final double[] directPull;

    private final double[] eitherPull;
    /** By true label: the share of what holds for both directions of a pair, in that the share of what is expected, and its pull. */
    private final double[] bothShare;

    private final double[] expectedShare;
    /**
     * By true label: the share of its wrong votes that take names as is usual, over the share of the usual names that are not
     * its own. Not to be changed from outside.
     */
    final double[] usualPull;
    /**
     * How alike labels are in what they are taken for: with that weight, in wrong votes, a pair is believed to be as usual as
     * the label that is named. Learned, since labels are mixed up with a few others in one log and with any in another; begun
     * as if all were alike, since rare labels would swallow a part of frequent ones before these are known. The mean of the
     * labels' own weights, by their share of the images.
     */
    double confusionWeight = EmModel.MAX_WEIGHT;
    /**
     * How alike the two directions of a pair are: the weight with which each is believed to be like both. Begun higher, labels
     * that are often called by one other name would be taken for that label before their direction is learned.
     */
    double directionWeight = 900;

    /**
     * Believes nothing until it is updated.
     *
     * @param model is asked for what wrong votes name whenever this is updated
     * @param alike whether labels are much alike in what they are taken for, however it looks
     */
    EmConfusions(EmModel model, Confusions confusions, int labels, boolean alike) {
        this.model = model;
        this.alike = alike;
        this.confusions = confusions;
        kin = new EmKin(confusions, labels);
        confused = new double[confusions.size()];
        directly = new double[confusions.size()];
        directPull = new double[labels];
        eitherPull = new double[labels];
        bothShare = new double[labels];
        expectedShare = new double[labels];
        usualPull = new double[labels];
    }

    /** Believes what was counted: first how alike labels and directions are. */
    void update(EmCounts counts) {
        updateWeights(counts);
        kin.learn(counts);
        believe(counts);
    }

    /** Believes what was counted of pairs, with the weights as they are. */
    void believe(EmCounts counts) {
        kin.believe(counts);
        updatePulls(counts);
        for (int pair = 0; pair < confused.length; pair++) {
            int truth = confusions.truth(pair);
            directly[pair] = counts.directed[pair] * directPull[truth];
            confused[pair] =
                    usual(pair) + byKin(pair) + eitherPull[truth] * confusions.eitherWay(counts, pair) + directly[pair];
        }
    }

    /**
     * At the beginning, when labels are thought to be alike, single pairs can be unlike in their directions only: that weight comes
     * down soon if labels are mixed up with a few others. It bounds the weight of what holds for both directions, which would
     * come down too late by itself.
     */
    private void updateWeights(EmCounts counts) {
        double usual = EmModel.stepped(confusionWeight, counts.usual, counts.usualPossible, EmModel.HELD_BY);
        double undirected =
                EmModel.stepped(directionWeight, counts.undirected, counts.undirectedPossible, EmModel.HELD_BY);
        directionWeight = EmModel.within(
                alike ? MIN_DIRECTION_WEIGHT_ALIKE : MIN_DIRECTION_WEIGHT, undirected, EmModel.MAX_WEIGHT);
        double root = directionWeight / DIRECTION_SCALE;
        confusionWeight = EmModel.within(leastConfusionWeight(), Math.min(usual, root * root), EmModel.MAX_WEIGHT);
    }

    private double leastConfusionWeight() {
        return alike ? MIN_CONFUSION_WEIGHT_ALIKE : MIN_CONFUSION_WEIGHT;
    }

    /**
     * For each label how many times {@link #confusionWeight} is its own weight: in proportion to its share of the images, to the
     * power of {@link #RARE_POWER} times {@link EmModel#popularity}, times {@link EmModel#wrongUnspoiled}. Where wrong
     * votes name labels as often as images show them, a rare label with the weight of others would be believed to be as usual
     * however often it is called by one frequent name, and be taken for that. But where images are to blame for wrong votes,
     * and not what people call a label, a rare label that may be unlike others would swallow rough images of a frequent one.
     */
    private double[] factors() {
        double power = RARE_POWER * model.popularity * model.wrongUnspoiled();
        double[] factors = new double[directPull.length];
        double mean = 0;
        for (int label = 0; label < factors.length; label++) {
            factors[label] = StrictMath.pow(model.prior[label], power);
            mean += model.prior[label] * factors[label];
        }
        for (int label = 0; label < factors.length; label++) {
            factors[label] /= mean;
        }
        return factors;
    }

    private void updatePulls(EmCounts counts) {
        double[] factors = factors();
        double[] both = new double[directPull.length];
        for (int pair = 0; pair < confused.length; pair++) {
            both[confusions.truth(pair)] += confusions.eitherWay(counts, pair);
        }
        for (int label = 0; label < directPull.length; label++) {
            double weight =
                    EmModel.within(leastConfusionWeight(), confusionWeight * factors[label], EmModel.MAX_WEIGHT);
            directPull[label] = 1 / (counts.directedOf[label] + directionWeight);
            bothShare[label] = directionWeight * directPull[label];
            expectedShare[label] = weight / (both[label] + weight);
            eitherPull[label] = bothShare[label] / (both[label] + weight);
            usualPull[label] = bothShare[label]
                    * expectedShare[label]
                    * kin.otherwise(label)
                    / Math.max(1 - model.named[label], EmModel.LEAST_SHARE);
        }
    }

    /** The part of {@link #confused} that is as usual as the label that is named. */
    double usual(int pair) {
        return usualPull[confusions.truth(pair)] * model.named[confusions.named(pair)];
    }

    /** Adds for each label, in a column of its row, how likely a wrong vote for one names it by {@link EmKin}, pair or not. */
    void addByKin(int truth, double factor, double[][] rows, int column) {
        kin.addAll(truth, factor * bothShare[truth] * expectedShare[truth], rows, column);
    }

    /** The part of {@link #confused} that comes from labels alike. */
    double byKin(int pair) {
        int truth = confusions.truth(pair);
        return bothShare[truth] * expectedShare[truth] * kin.likely(pair);
    }

    /** The part of {@link #byKin} that an image itself has added, by way of one label: see {@link EmKin#own}. */
    double ownByKin(int pair, double own, int second, double ownSecond) {
        int truth = confusions.truth(pair);
        return bothShare[truth] * expectedShare[truth] * kin.own(pair, own, second, ownSecond);
    }

    /**
     * How likely a wrong vote for the first of a pair names the second, without what one image has added to it.
     *
     * @param own the wrong votes that the image added to the pair
     * @param ownReverse those that it added to the pair the other way round
     * @param directed how much its votes tell of the direction, in [0, 1]
     * @param ownByKin what it added by way of labels alike
     */
    double without(int pair, double own, double ownReverse, double directed, double ownByKin) {
        int truth = confusions.truth(pair);
        double without =
                confused[pair] - own * directed * directPull[truth] - (own + ownReverse) / 2 * eitherPull[truth];
        return Math.max(EmModel.LEAST_SHARE, without - ownByKin);
    }

    /**
     * Counts wrong votes for a pair, and what they say of {@link #confusionWeight} and {@link #directionWeight} and of what wrong
     * votes name whatever the true label.
     *
     * @param likely how likely such a vote was, without what its image had added
     * @param own what that was
     * @param ownByKin what it had added by way of labels alike
     * @param wrongVotes how many there are
     * @param directed how much they tell of the direction, in [0, 1]
     */
    void count(
            int pair, double likely, double own, double ownByKin, double wrongVotes, double directed, EmCounts counts) {
        int truth = confusions.truth(pair);
        counts.confused[pair] += wrongVotes;
        counts.directed[pair] += directed * wrongVotes;
        counts.directedOf[truth] += directed * wrongVotes;
        double direct = Math.min(1, Math.max(0, directly[pair] - own * directed * directPull[truth]) / likely);
        double undirected = wrongVotes * (1 - direct);
        counts.undirected += directed * undirected;
        counts.undirectedPossible += directed * wrongVotes * bothShare[truth];
        double usual = usual(pair);
        double byKin = Math.max(0, byKin(pair) - ownByKin);
        double asExpected = Math.min(undirected, wrongVotes * (usual + byKin) / likely);
        double asUsual = asExpected * usual / (usual + byKin);
        counts.named[confusions.named(pair)] += asUsual;
        counts.kin += asExpected - asUsual + asUsual * kin.notTaken(truth);
        counts.kinPossible += asExpected;
        counts.usual += asExpected;
        counts.usualPossible += undirected * expectedShare[truth];
    }
}
