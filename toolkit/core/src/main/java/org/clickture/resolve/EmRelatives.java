package org.clickture.resolve;

/**
 * How often right votes do not name a label itself but an ancestor or a kind of it (partial labels, arXiv:2106.04530). At
 * first labels are drawn strongly towards what holds for all, so that whether people name things too broadly or too narrowly is
 * learned from all of them together; then how unlike images of one label are in that, see {@link Audience}, and at last how broadly
 * one label is named, see {@link EmStage}.
 */
final class EmRelatives {

    /**
     * The weight of what holds for all labels, in right votes for one; but for how broadly it is named, only before
     * {@link EmStage#WHOLE}. With less, a label whose kinds are mostly called by its name is believed to be called by theirs, and
     * images of the kinds are given to it.
     */
    private static final double WEIGHT = 2000;
    /** The weight of how broadly all are named, in right votes for one label, in {@link EmStage#WHOLE}. */
    private static final double BROAD_WEIGHT = 20;
    /** The least weight with which an image is believed to be named as broadly as its label is, in votes for it. */
    private static final double MIN_AUDIENCE_WEIGHT = 1;
    /**
     * That weight is at its most until there is much evidence: this is added to what {@link Audience#possible} says, for each image
     * over one less than its votes. At a share of one half it is worth 2,000 votes.
     */
    private static final double AUDIENCE_HELD_BY = 500;
    /** The weight of what is expected of the kinds of a label, in votes that name any of them. */
    private static final double KIND_WEIGHT = 50;

    /** A grandparent's name is that much rarer than a parent's; it comes on top of the others, which add up to 1 without it. */
    private static final double PER_FURTHER_STEP = 0.1;

    private static final double MAX_BROAD = 0.5;
    private static final double MAX_NARROW = 0.45;

    private final LabelTree tree;
    private final Confusions confusions;
    /** By pair how many steps the second is above the first; 0 or less if it is not. */
    private final int[] steps;
    /** For each label how likely a right vote for its parent names it. */
    private final double[] asKind;

    /** For each label how likely a right vote names it itself, and neither its parent nor a kind. */
    private final double[] exact;
    /** For each pair how likely a right vote for the first names the second: above 0 for ancestors and kinds. */
    private final double[] relative;
    /** For each label, of the right votes that name it itself or an ancestor, the share that names an ancestor. */
    private final double[] broadShare;
    /** The weight with which an image is believed to be named as broadly as its label is anywhere, in votes. Learned. */
    private double audienceWeight = EmModel.MAX_WEIGHT;

    EmRelatives(LabelTree tree, Confusions confusions, int labels) {
        this.tree = tree;
        this.confusions = confusions;
        exact = new double[labels];
        broadShare = new double[labels];
        asKind = new double[labels];
        relative = new double[confusions.size()];
        steps = new int[confusions.size()];
        for (int pair = 0; pair < steps.length; pair++) {
            steps[pair] = tree.steps(confusions.truth(pair), confusions.named(pair));
        }
    }

    /** Whether the second of a pair is a kind of the first. */
    boolean narrower(int pair) {
        return tree.parent(confusions.named(pair)) == confusions.truth(pair);
    }

    /** How likely the next right vote for an image of a label names that label. */
    double exact(int truth, Audience soFar) {
        double share = broadShare[truth];
        return share == 0 ? exact[truth] : exact[truth] * soFar.timesExact(share, audienceWeight);
    }

    /** How likely the next right vote for an image of the first of a pair names the second: above 0 for ancestors and kinds. */
    double relative(int pair, Audience soFar) {
        return broader(pair)
                ? relative[pair] * soFar.timesBroad(broadShare[confusions.truth(pair)], audienceWeight)
                : relative[pair];
    }

    /** Whether the second of a pair is an ancestor of the first. */
    boolean broader(int pair) {
        return steps[pair] > 0;
    }

    /**
     * Counts what an image says of how unlike images of one label are.
     *
     * @param truth a label
     * @param audience all votes of the image
     * @param likely how likely the image shows the label, in [0, 1]
     */
    void count(int truth, Audience audience, double likely, EmCounts counts) {
        if (audience.size() > 1) {
            double weight = likely / (audience.size() - 1);
            double share = broadShare[truth];
            counts.audiences.addExcess(weight * audience.excess(share), weight * audience.possible(share));
        }
    }

    /**
     * Believes what was counted.
     *
     * @param stage in {@link EmStage#WHOLE} how broadly one label is named is drawn but little towards how broadly all are, before
     *     that strongly; how unlike images of one label are in that is learned from {@link EmStage#COMMON} on
     * @param expected for each label how likely votes are expected to name it as a kind, but for a common factor; above 0
     */
    void update(EmCounts counts, EmStage stage, double... expected) {
        double broads = 0.5;
        double rightsOfKinds = 5;
        double narrows = 0.3;
        double rightsOfParents = 10;
        for (int label = 0; label < exact.length; label++) {
            if (tree.parent(label) != LabelTree.NONE) {
                broads += counts.broadOf[label];
                rightsOfKinds += counts.rightOf[label];
            }
            if (tree.children(label).length > 0) {
                narrows += counts.narrowOf[label];
                rightsOfParents += counts.rightOf[label];
            }
        }
        double[] broad = new double[exact.length];
        for (int label = 0; label < exact.length; label++) {
            double rights = counts.rightOf[label];
            if (tree.parent(label) != LabelTree.NONE) {
                double weight = stage == EmStage.WHOLE ? BROAD_WEIGHT : WEIGHT;
                broad[label] = share(counts.broadOf[label], rights, weight, broads / rightsOfKinds, MAX_BROAD);
            }
            exact[label] = 1 - broad[label];
            if (tree.children(label).length > 0) {
                double narrow = share(counts.narrowOf[label], rights, WEIGHT, narrows / rightsOfParents, MAX_NARROW);
                exact[label] -= narrow;
                shareAmongKinds(label, narrow, counts, expected);
            }
            broadShare[label] = broad[label] / (broad[label] + exact[label]);
        }
        for (int pair = 0; pair < relative.length; pair++) {
            double above = broad[confusions.truth(pair)];
            if (steps[pair] > 0) {
                relative[pair] = steps[pair] == 1 ? above : above * PER_FURTHER_STEP;
            } else {
                relative[pair] = narrower(pair) ? asKind[confusions.named(pair)] : 0;
            }
        }
        if (stage != EmStage.PLAIN) {
            counts.audiences.addExcess(0, AUDIENCE_HELD_BY);
            audienceWeight = counts.audiences.weight(MIN_AUDIENCE_WEIGHT, EmModel.MAX_WEIGHT);
        }
    }

    private static double share(double counted, double all, double weight, double ofAllLabels, double most) {
        return Math.min(most, (counted + weight * ofAllLabels) / (all + weight));
    }

    /** Splits the votes that name kinds of a label: the names of some are used far more than those of others. */
    private void shareAmongKinds(int label, double narrow, EmCounts counts, double... expected) {
        double allExpected = 0;
        double allCounted = 0;
        for (int kind : tree.children(label)) {
            allExpected += expected[kind];
            allCounted += counts.asKind[kind];
        }
        for (int kind : tree.children(label)) {
            double share = KIND_WEIGHT * expected[kind] / allExpected;
            asKind[kind] = narrow * (counts.asKind[kind] + share) / (allCounted + KIND_WEIGHT);
        }
    }
}
