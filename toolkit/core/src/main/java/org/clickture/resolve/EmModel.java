package org.clickture.resolve;

import java.util.Arrays;

/**
 * What the EM believes about labels, sources and clicks. Every share has a Beta (or Dirichlet) prior, so that what was seen
 * seldom stays near what holds for all. The figures of the priors are fixed; none was fitted to a data set.
 */
final class EmModel {

    /** So many wrong votes for the same label are told apart in {@link #elsewhere}. */
    private static final int MAX_REPEATS = 4;

    /** Share of the images without a query for a cross that show none of the labels. */
    static final double NONE_WITHOUT_CROSS = 0.0005;

    /** Weights of the priors, in votes (or images). */
    private static final double SOURCE_WEIGHT = 10;

    private static final double CONFUSION_WEIGHT = 75;
    private static final double DIRECTION_WEIGHT = 300;
    private static final double BROAD_WEIGHT = 10;
    private static final double CELL_WEIGHT = 20;
    private static final double NAMED_WEIGHT = 20;
    /** How strongly wrong votes are taken to name labels as {@link #popularity} says, in wrong votes for each one. */
    private static final double NAMED_PULL = 0.5;

    private static final double POPULARITY_WEIGHT = 10;
    private static final double LABEL_WEIGHT = 0.5;

    /** A grandparent's name is that much rarer than a parent's. */
    private static final double PER_FURTHER_STEP = 0.1;

    /** Keeps a single label from leaving nothing for wrong votes. */
    private static final double LEAST_SHARE = 1e-9;

    private static final double MAX_RELIABILITY = 0.9999;
    private static final double MAX_BROAD = 0.95;

    private static final double MIN_INDEPENDENCE = 0.2;
    private static final double MAX_INDEPENDENCE = 1000;

    private final LabelTree tree;
    private final Confusions confusions;
    private final int[] steps;
    private final Votes votes;
    /** For each source its share of the queries. */
    private final double[] sourceShare;
    /** Queries of searchers for each image in the mean. */
    private double meanDraws = 1;
    /** Labels that any vote names. */
    private int namedLabels;

    /** For each label how likely an image shows it; they add up to 1. */
    final double[] prior;
    /** For each source how likely its vote is right. */
    final double[] reliability;
    /** How click cells are distributed among right and among wrong votes. */
    final double[] right = new double[ClickCells.COUNT + 1];

    final double[] wrong = new double[ClickCells.COUNT + 1];
    /** For each label how likely a wrong vote names it. */
    final double[] named;
    /** For each label how likely a right vote names it itself, and not an ancestor. */
    final double[] exact;
    /** For each pair how likely a right vote for the first names the second: above 0 for ancestors. */
    final double[] broad;
    /** For each pair how likely a wrong vote for the first names the second. */
    final double[] confused;
    /** By repeats − 1 and label: how likely an image shows something else and that many wrong votes name the label. */
    private final double[][] elsewhere;
    /** The share of rough images, and the share of the right votes that an image keeps although it is rough. */
    double rough = 0.15;

    double spared = 0.6;
    /**
     * How independent the wrong votes of an image are: each names what an earlier one named, or with this weight (each
     * earlier vote has the weight 1) any other label.
     */
    double independence = 2;
    /** The share of the wrong votes that name labels as often as images show them; the others name all labels alike. */
    double popularity = 0.5;
    /** Among images with a query for a cross: the share that shows none of the labels. */
    double noneWithCross = 0.5;
    /** Their votes: the share that speaks of a cross, for images of none of the labels and of one. */
    double crossOfNone = 0.6;

    double crossOfLabel = 0.3;

    /** Begins with equally reliable sources, labels as frequent as they are named, and clicks that say nothing. */
    EmModel(Votes votes, LabelTree tree, Confusions confusions) {
        this.tree = tree;
        this.votes = votes;
        sourceShare = new double[votes.sources()];
        this.confusions = confusions;
        int labels = votes.labels().size();
        prior = new double[labels];
        reliability = new double[votes.sources()];
        named = new double[labels];
        exact = new double[labels];
        broad = new double[confusions.size()];
        confused = new double[confusions.size()];
        elsewhere = new double[MAX_REPEATS][labels];
        steps = new int[confusions.size()];
        for (int pair = 0; pair < steps.length; pair++) {
            steps[pair] = tree.steps(confusions.truth(pair), confusions.named(pair));
        }
        start(votes);
    }

    private void start(Votes votes) {
        double[] frequency = new double[prior.length];
        for (int vote = 0; vote < votes.votes(); vote++) {
            for (int i = votes.firstLabel(vote); i < votes.firstLabel(vote + 1); i++) {
                frequency[votes.labelId(i)] += 1.0 / votes.size(vote);
            }
        }
        for (double frequent : frequency) {
            namedLabels += frequent > 0 ? 1 : 0;
        }
        double sum = sum(frequency);
        for (int label = 0; label < prior.length; label++) {
            prior[label] = (frequency[label] + 1) / (sum + prior.length);
            named[label] = prior[label];
        }
        Arrays.fill(reliability, 0.8);
        Arrays.fill(right, 1.0 / ClickCells.COUNT);
        Arrays.fill(wrong, 1.0 / ClickCells.COUNT);
        EmCounts nothing = new EmCounts(reliability.length, prior.length, confused.length);
        for (int vote = 0; vote < votes.votes(); vote++) {
            nothing.sourceVotes[votes.source(vote)]++;
        }
        updateDraws(nothing);
        updateBroad(nothing);
        updateConfusions(nothing);
    }

    /** Believes what was counted. */
    void update(EmCounts counts) {
        updateSources(counts);
        updateDraws(counts);
        updateCells(counts);
        updateLabels(counts);
        updateBroad(counts);
        updateConfusions(counts);
        rough = (counts.roughImages + 1.5) / (counts.imagesSeen + 10);
        spared = (counts.sparedVotes + 6) / (counts.roughVotes + 10);
        double grown =
                independence * (counts.freshness + 1 / independence) / (counts.freshnessPossible + 1 / independence);
        independence = Math.min(MAX_INDEPENDENCE, Math.max(MIN_INDEPENDENCE, grown));
        noneWithCross = (counts.crossNone + 5) / (counts.crossImages + 10);
        crossOfNone = (counts.noneCrossVotes + 6) / (counts.noneVotes + 10);
        crossOfLabel = (counts.labelCrossVotes + 3) / (counts.labelVotes + 10);
    }

    private void updateSources(EmCounts counts) {
        double pooled = (sum(counts.sourceRight) + 8) / (sum(counts.sourceVotes) + 10);
        for (int source = 0; source < reliability.length; source++) {
            double mean = (counts.sourceRight[source] + SOURCE_WEIGHT * pooled)
                    / (counts.sourceVotes[source] + SOURCE_WEIGHT);
            reliability[source] = Math.min(MAX_RELIABILITY, mean);
        }
    }

    private void updateDraws(EmCounts counts) {
        double all = Math.max(sum(counts.sourceVotes), 1);
        for (int source = 0; source < sourceShare.length; source++) {
            sourceShare[source] = counts.sourceVotes[source] / all;
        }
        meanDraws = Math.max(1, counts.draws / votes.images());
    }

    /** How many queries an image is expected to get that had so many: their number has a gamma prior of the shape 1. */
    double expectedDraws(double had) {
        return (had + 1) / (1 + 1 / meanDraws);
    }

    /** How likely a query for an image is right, has the template of a vote and spells the name like it. */
    double rate(int vote) {
        int source = votes.source(vote);
        return sourceShare[source] * votes.spellingShare(vote) * reliability[source] * (1 - rough + rough * spared);
    }

    private void updateCells(EmCounts counts) {
        double rights = sum(counts.right) - counts.right[ClickCells.SILENT] + 1;
        double wrongs = sum(counts.wrong) - counts.wrong[ClickCells.SILENT] + 1;
        double rightWeight = CELL_WEIGHT * rights / (rights + wrongs);
        double wrongWeight = CELL_WEIGHT * wrongs / (rights + wrongs);
        for (int cell = 0; cell < ClickCells.COUNT; cell++) {
            right[cell] = (counts.right[cell] + rightWeight) / (rights + ClickCells.COUNT * rightWeight);
            wrong[cell] = (counts.wrong[cell] + wrongWeight) / (wrongs + ClickCells.COUNT * wrongWeight);
        }
        // A vote that is alone compares with nothing: its range of clicks is all that it says.
        for (int alone = 0; alone < ClickCells.COUNT; alone += ClickCells.RANGES) {
            right[alone] = 0;
            wrong[alone] = 0;
            for (int cell = alone + 1; cell < alone + ClickCells.RANGES; cell++) {
                right[alone] += right[cell];
                wrong[alone] += wrong[cell];
            }
        }
    }

    private void updateLabels(EmCounts counts) {
        double images = sum(counts.images);
        updatePopularity(counts);
        double wrongs = sum(counts.named);
        for (int label = 0; label < prior.length; label++) {
            prior[label] = (counts.images[label] + LABEL_WEIGHT) / (images + LABEL_WEIGHT * prior.length);
        }
        for (int label = 0; label < prior.length; label++) {
            double weight = NAMED_WEIGHT + NAMED_PULL * wrongs;
            named[label] = (counts.named[label] + weight * namedAlike(label)) / (wrongs + weight);
        }
    }

    private void updatePopularity(EmCounts counts) {
        double popular = 0;
        for (int label = 0; label < prior.length; label++) {
            popular += counts.named[label] * popularity * prior[label] / namedAlike(label);
        }
        popularity = (popular + POPULARITY_WEIGHT / 2) / (sum(counts.named) + POPULARITY_WEIGHT);
    }

    /** How likely a wrong vote names a label, as far as that is alike for all labels. */
    private double namedAlike(int label) {
        return popularity * prior[label] + (1 - popularity) / (namedLabels + 1);
    }

    private void updateBroad(EmCounts counts) {
        double rights = 0;
        double broads = 0;
        for (int label = 0; label < exact.length; label++) {
            if (tree.parent(label) != LabelTree.NONE) {
                rights += counts.rightOf[label];
                broads += counts.broadOf[label];
            }
        }
        double pooled = (broads + 1) / (rights + 5);
        for (int label = 0; label < exact.length; label++) {
            double share = (counts.broadOf[label] + BROAD_WEIGHT * pooled) / (counts.rightOf[label] + BROAD_WEIGHT);
            exact[label] = tree.parent(label) == LabelTree.NONE ? 1 : 1 - Math.min(MAX_BROAD, share);
        }
        for (int pair = 0; pair < broad.length; pair++) {
            double share = 1 - exact[confusions.truth(pair)];
            broad[pair] = steps[pair] < 0 ? 0 : steps[pair] == 1 ? share : share * PER_FURTHER_STEP;
        }
    }

    private void updateConfusions(EmCounts counts) {
        int labels = prior.length;
        double[] both = new double[labels];
        for (int pair = 0; pair < confused.length; pair++) {
            both[confusions.truth(pair)] += eitherWay(counts, pair);
        }
        double[] pull = new double[labels];
        double[] pullBoth = new double[labels];
        for (int label = 0; label < labels; label++) {
            double all = counts.wrongOf[label] + DIRECTION_WEIGHT;
            pullBoth[label] = DIRECTION_WEIGHT / all / (both[label] + CONFUSION_WEIGHT);
            pull[label] = pullBoth[label] * CONFUSION_WEIGHT / Math.max(1 - named[label], LEAST_SHARE);
        }
        for (double[] row : elsewhere) {
            Arrays.fill(row, 0);
        }
        for (int label = 0; label < labels; label++) {
            for (int truth = 0; truth < labels; truth++) {
                addElsewhere(label, truth == label ? 0 : prior[truth], pull[truth] * named[label]);
            }
        }
        for (int pair = 0; pair < confused.length; pair++) {
            int truth = confusions.truth(pair);
            int label = confusions.named(pair);
            double pulled = pull[truth] * named[label];
            confused[pair] = pulled
                    + pullBoth[truth] * eitherWay(counts, pair)
                    + counts.confused[pair] / (counts.wrongOf[truth] + DIRECTION_WEIGHT);
            addElsewhere(label, prior[truth], confused[pair]);
            addElsewhere(label, -prior[truth], pulled);
        }
    }
    /** Half of the wrong votes that take one label of a pair for the other one, whichever way. */
    private double eitherWay(EmCounts counts, int pair) {
        return (counts.confused[pair] + counts.confused[confusions.reverse(pair)]) / 2;
    }

    private void addElsewhere(int label, double weight, double wrongShare) {
        double product = weight;
        for (double[] row : elsewhere) {
            product *= wrongShare;
            row[label] += product;
        }
    }

    /**
     * How likely one more wrong vote names a label, if the image shows something else.
     *
     * @param before how many of its votes do so already
     */
    double repeated(int label, int before) {
        if (before == 0) {
            return elsewhere[0][label];
        }
        double fewer = elsewhere[Math.min(before, MAX_REPEATS - 1) - 1][label];
        return fewer > 0 ? elsewhere[Math.min(before, MAX_REPEATS - 1)][label] / fewer : 0;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
