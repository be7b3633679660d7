package org.clickture.resolve;

import java.util.Arrays;

/**
 * What the EM believes about labels, sources and clicks. Every share has a Beta (or Dirichlet) prior, so that what was seen
 * seldom stays near what holds for all. The figures of the priors are fixed and not fitted to a data set, but for those of
 * sources, of confusions, of comparisons, of company, of how easily labels are named and of the labels that wrong votes
 * favour: how much labels, sources and wrong votes have in common is learned with the rest.
 */
final class EmModel {

    /** Share of the images without a query for a cross that show none of the labels. */
    static final double NONE_WITHOUT_CROSS = 0.0005;

    /** Weights of the priors, in votes (or images); those of sources are learned between two bounds. */
    private static final double MIN_SOURCE_WEIGHT = 10;

    private static final double MAX_SOURCE_WEIGHT = 300;

    private static final double NAMED_WEIGHT = 40;
    /** What is counted of wrong votes is less sure than it looks: so many times what it deserves weighs what is expected. */
    private static final double NAMED_CAUTION = 5;

    private static final double POPULARITY_WEIGHT = 10;
    private static final double LABEL_WEIGHT = 0.5;

    /** Keeps a single label from leaving nothing for wrong votes. */
    static final double LEAST_SHARE = 1e-9;

    /** With sources that never fail, all that is wrong would be the images' fault. */
    private static final double MAX_RELIABILITY = 0.995;
    /** The reliability of sources that learning begins with lies between these. */
    private static final double MIN_FIRST_RELIABILITY = 0.3;

    private static final double MAX_FIRST_RELIABILITY = 0.95;
    /** The share of slips that learning begins with, held by {@link #HELD_BY} wrong votes, and its bounds. */
    private static final double EXPECTED_SLIPS = 0.1;

    private static final double LEAST_SLIPS = 0.001;
    private static final double MOST_SLIPS = 0.98;

    static final double MAX_WEIGHT = 20_000;
    /** Wrong votes, or compared images, that hold each learned weight of a prior where it is. */
    static final double HELD_BY = 20;

    private final Votes votes;
    /** Images that were counted, with those of the prior. */
    private double images;
    /** For each source the share of its right ones among all queries. */
    private final double[] rightShare;
    /** Queries of searchers for each image in the mean. */
    private double meanDraws = 1;
    /** For each label the weight with which an image is expected to show it; all that no vote names count as one. */
    private final double[] labelWeight;
    /** Labels that any vote names. */
    private int namedLabels;

    /** For each label how likely an image shows it; they add up to 1. */
    final double[] prior;
    /** How likely the vote of any source is right, what images spoil apart. */
    private double pooled;
    /** For each source how likely its vote is right. */
    final double[] reliability;
    /**
     * For each label how likely a slip names it, and how likely another wrong vote does that goes by nothing but that. The latter are
     * mostly votes for rough and mistaken images: where these are taken for a few things, other images need not be.
     */
    final double[] slipped;

    final double[] named;

    final EmClicks clicks;
    final EmEase ease;
    final EmRelatives relatives;
    final EmConfusions confusions;
    final EmUrn urn = new EmUrn();
    final EmMachines machines;
    final EmSpoiling spoiling = new EmSpoiling();
    /** The share of the votes whose source has failed that are slips: they name labels whatever is true. */
    double slips = EXPECTED_SLIPS;

    private final EmPace slipsPace = new EmPace();
    /** The share of the wrong votes that name labels as often as images show them; the others name all labels alike. */
    double popularity = 0.5;
    /** Among images with a query for a cross: the share that shows none of the labels. */
    double noneWithCross = 0.5;
    /** Their votes: the share that speaks of a cross, for images of none of the labels and of one. */
    double crossOfNone = 0.6;

    double crossOfLabel = 0.3;

    /**
     * Begins with sources as reliable as their votes agree, labels as frequent as they are named, and clicks that say nothing.
     *
     * @param alike whether labels are much alike in what they are taken for, however it looks
     */
    EmModel(Votes votes, EmClicks clicks, LabelTree tree, Confusions confusions, EmMachines machines, boolean alike) {
        this.votes = votes;
        this.clicks = clicks;
        this.machines = machines;
        rightShare = new double[votes.sources()];
        int labels = votes.labels().size();
        labelWeight = new double[labels];
        prior = new double[labels];
        reliability = new double[votes.sources()];
        slipped = new double[labels];
        named = new double[labels];
        double[] frequency = frequencies(votes);
        ease = new EmEase(frequency);
        this.confusions = new EmConfusions(this, confusions, labels, alike);
        relatives = new EmRelatives(tree, confusions, labels);
        start(votes, frequency);
    }

    private void start(Votes votes, double... frequency) {
        for (double frequent : frequency) {
            namedLabels += frequent > 0 ? 1 : 0;
        }
        double unnamedWeight = LABEL_WEIGHT / Math.max(1, prior.length - namedLabels);
        for (int label = 0; label < prior.length; label++) {
            labelWeight[label] = frequency[label] > 0 ? LABEL_WEIGHT : unnamedWeight;
        }
        double sum = sum(frequency);
        images = sum + 2 * sum(labelWeight);
        for (int label = 0; label < prior.length; label++) {
            prior[label] = (frequency[label] + 2 * labelWeight[label]) / images;
            slipped[label] = prior[label];
            named[label] = prior[label];
        }
        double agreed = StrictMath.sqrt(Agreement.of(votes)) / spoiling.unspoiled();
        pooled = within(MIN_FIRST_RELIABILITY, agreed, MAX_FIRST_RELIABILITY);
        Arrays.fill(reliability, pooled);
        EmCounts nothing = new EmCounts(reliability.length, prior.length, confusions.confused.length);
        countSources(votes, nothing.sourceVotes);
        updateDraws(nothing);
        relatives.update(nothing, EmStage.PLAIN, expectedAsKinds());
        confusions.believe(nothing);
    }

    /** For each label how many votes name it; one that names several counts in parts. */
    private static double[] frequencies(Votes votes) {
        double[] frequencies = new double[votes.labels().size()];
        for (int vote = 0; vote < votes.votes(); vote++) {
            for (int i = votes.firstLabel(vote); i < votes.firstLabel(vote + 1); i++) {
                frequencies[votes.labelId(i)] += 1.0 / votes.size(vote);
            }
        }
        return frequencies;
    }

    private static void countSources(Votes votes, double... sourceVotes) {
        for (int vote = 0; vote < votes.votes(); vote++) {
            sourceVotes[votes.source(vote)]++;
        }
    }

    /**
     * Believes what was counted.
     *
     * @param stage what is learned
     * @param clicksCount whether also what was counted of clicks, from {@link EmStage#COMMON} on; if never, they say nothing
     */
    void update(EmCounts counts, EmStage stage, boolean clicksCount) {
        updateSources(counts);
        if (stage != EmStage.PLAIN) {
            ease.update(counts);
            machines.update(counts);
            if (clicksCount) {
                clicks.update(counts);
            }
        }
        updateLabels(counts);
        relatives.update(counts, stage, expectedAsKinds());
        confusions.update(counts);
        spoiling.update(counts);
        updateSlips(counts);
        urn.update(counts);
        noneWithCross = (counts.crossNone + 5) / (counts.crossImages + 10);
        crossOfNone = (counts.noneCrossVotes + 6) / (counts.noneVotes + 10);
        crossOfLabel = (counts.labelCrossVotes + 3) / (counts.labelVotes + 10);
        updateDraws(counts);
    }

    private void updateSources(EmCounts counts) {
        pooled = (sum(counts.sourceRight) + 8) / (sum(counts.sourceVotes) + 10);
        Overdispersion differences = new Overdispersion();
        for (int source = 0; source < reliability.length; source++) {
            if (counts.sourceVotes[source] > 1) {
                differences.add(counts.sourceRight[source], counts.sourceVotes[source], pooled);
            }
        }
        double weight = differences.weight(MIN_SOURCE_WEIGHT, MAX_SOURCE_WEIGHT);
        for (int source = 0; source < reliability.length; source++) {
            double mean = (counts.sourceRight[source] + weight * pooled) / (counts.sourceVotes[source] + weight);
            reliability[source] = Math.min(MAX_RELIABILITY, mean);
        }
    }

    /** For each label how many times as often a vote for an image of it is wrong as one for any image. */
    double[] hardness() {
        return ease.hardness(Math.min(MAX_RELIABILITY, pooled), prior);
    }

    private void updateDraws(EmCounts counts) {
        double all = Math.max(sum(counts.sourceVotes), 1);
        for (int source = 0; source < rightShare.length; source++) {
            rightShare[source] = counts.sourceVotes[source] / all * reliability[source] * spoiling.unspoiled();
        }
        meanDraws = Math.max(1, counts.draws / Math.max(1, counts.allImages));
    }

    private void updateSlips(EmCounts counts) {
        double learned = (counts.slips + HELD_BY * EXPECTED_SLIPS) / (counts.failures + HELD_BY);
        slips = within(LEAST_SLIPS, slipsPace.next(slips, learned), MOST_SLIPS);
    }

    /** The share of the wrong votes that would be wrong if images spoiled none, in (0, 1]. */
    double wrongUnspoiled() {
        double wrong = 1 - pooled;
        return wrong / (wrong + pooled * (1 - spoiling.unspoiled()));
    }

    /** How many queries an image is expected to get that had so many: their number has a gamma prior of the shape 1. */
    double expectedDraws(double had) {
        return (had + 1) / (1 + 1 / meanDraws);
    }

    /** How likely a query for an image, whatever it shows, is right, has the template of a vote and spells the name like it. */
    double rate(int vote) {
        return rightShare[votes.source(vote)] * votes.spellingShare(vote);
    }

    private void updateLabels(EmCounts counts) {
        images = sum(counts.images) + sum(labelWeight);
        updatePopularity(counts);
        double[] wrongs = new double[prior.length];
        double[] alike = new double[prior.length];
        for (int label = 0; label < prior.length; label++) {
            prior[label] = (counts.images[label] + labelWeight[label]) / images;
            wrongs[label] = counts.named[label] + counts.slipped[label];
            alike[label] = namedAlike(label);
        }
        double[] usual = favoured(wrongs, alike);
        System.arraycopy(favoured(counts.slipped, usual), 0, slipped, 0, slipped.length);
        System.arraycopy(favoured(counts.named, usual), 0, named, 0, named.length);
    }

    /** How likely labels are named: as they were counted, drawn towards what is expected the more, the better they fit that. */
    private static double[] favoured(double[] counted, double[] expected) {
        double all = sum(counted);
        Overdispersion favourites = new Overdispersion();
        for (int label = 0; label < counted.length; label++) {
            favourites.add(counted[label], all, expected[label]);
        }
        double weight = NAMED_WEIGHT + Math.min(all, NAMED_CAUTION * favourites.weight(0, all));
        double[] favoured = new double[counted.length];
        Arrays.setAll(favoured, label -> (counted[label] + weight * expected[label]) / (all + weight));
        return favoured;
    }

    /**
     * How likely an image shows a label, without what that image has added to it.
     *
     * @param own the posterior with which the image was counted
     */
    double priorWithout(int label, double own) {
        return (prior[label] * images - own) / (images - own);
    }

    private void updatePopularity(EmCounts counts) {
        double popular = 0;
        for (int label = 0; label < prior.length; label++) {
            popular += (counts.named[label] + counts.slipped[label]) * popularity * prior[label] / namedAlike(label);
        }
        popularity = (popular + POPULARITY_WEIGHT / 2) / (sum(counts.named) + sum(counts.slipped) + POPULARITY_WEIGHT);
    }

    /** How likely a wrong vote names a label, as far as that is alike for all labels. */
    private double namedAlike(int label) {
        return popularity * prior[label] + (1 - popularity) / (namedLabels + 1);
    }

    /** For each label how likely a vote names it as a kind, but for a common factor: as wrong ones do; hardly, if none names it. */
    private double[] expectedAsKinds() {
        double[] expected = new double[prior.length];
        for (int label = 0; label < expected.length; label++) {
            expected[label] = labelWeight[label] * namedAlike(label);
        }
        return expected;
    }

    /**
     * Two steps at once towards the weight of a prior under which each vote is likeliest given the others: the fixed point of
     * Minka ("Estimating a Dirichlet distribution", 2000, leave-one-out).
     */
    static double stepped(double weight, double counted, double possible, double held) {
        double step = (counted + held) / (possible + held);
        return weight * step * step;
    }

    /** The value, or the bound that it exceeds; the least must not exceed the most. */
    static double within(double least, double value, double most) {
        return Math.min(most, Math.max(least, value));
    }

    /** The sum, added up from the first to the last. */
    static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
