package org.clickture.resolve;

import java.util.Arrays;

/**
 * What the EM believes of labels that are alike: a label is taken for what those are taken for that it is taken for. So a rare
 * label that was mixed up with few others so far may be mixed up with those like them next. Both steps go by how often two
 * labels are mixed up either way; a step that begins at a label of which little is known is taken seldom. Not thread-safe.
 */
final class EmKin {

    /** So many wrong votes for a label are set against those that were counted: as its share of them no step is taken. */
    private static final double WEIGHT = 2;
    /** First steps that are less likely are not taken. */
    private static final double LEAST_STEP = 5e-3;
    /** An image that added fewer wrong votes than that to two steps is not left out of them. */
    static final double LEAST_OWN = 1e-3;

    /** What {@link #share} is drawn to, and its weight in wrong votes. */
    private static final double EXPECTED_SHARE = 0.05;

    private static final double SHARE_WEIGHT = 20;
    private static final double MOST_SHARE = 0.9;

    private final Confusions confusions;
    /** The pairs of each label as the true one, those of label l at {@code first[l]} until {@code first[l + 1] - 1}. */
    private final int[] pairs;

    private final int[] first;
    /** By pair how likely a step from the first label leads to the second. */
    private final double[] step;
    /** By pair how likely two steps from the first label lead to the second, if they do not lead back. */
    private final double[] kin;
    /** By label one over the wrong votes, counted or not, that its steps are shares of. */
    private final double[] perVote;
    /** By label one over how likely two steps from it do not lead back. */
    private final double[] perAway;
    /** By label how likely one of two steps is not taken, if they do not lead back. */
    private final double[] left;
    /** How often a wrong vote that is not like others for its label names what is taken for those alike. Learned. */
    private double share = 0.2;

    EmKin(Confusions confusions, int labels) {
        this.confusions = confusions;
        step = new double[confusions.size()];
        kin = new double[confusions.size()];
        perVote = new double[labels];
        perAway = new double[labels];
        left = new double[labels];
        first = new int[labels + 1];
        for (int pair = 0; pair < step.length; pair++) {
            first[confusions.truth(pair) + 1]++;
        }
        for (int label = 0; label < labels; label++) {
            first[label + 1] += first[label];
        }
        pairs = new int[step.length];
        int[] next = Arrays.copyOf(first, labels);
        for (int pair = 0; pair < step.length; pair++) {
            pairs[next[confusions.truth(pair)]++] = pair;
        }
    }

    /** Believes how often labels are alike. */
    void learn(EmCounts counts) {
        share = Math.min(
                MOST_SHARE, (counts.kin + SHARE_WEIGHT * EXPECTED_SHARE) / (counts.kinPossible + SHARE_WEIGHT));
    }

    /** Believes which ones are. */
    void believe(EmCounts counts) {
        Arrays.fill(perVote, WEIGHT);
        for (int pair = 0; pair < step.length; pair++) {
            step[pair] = confusions.eitherWay(counts, pair);
            perVote[confusions.truth(pair)] += step[pair];
        }
        for (int label = 0; label < perVote.length; label++) {
            perVote[label] = 1 / perVote[label];
        }
        for (int pair = 0; pair < step.length; pair++) {
            step[pair] *= perVote[confusions.truth(pair)];
        }
        double[] reached = new double[perVote.length];
        for (int label = 0; label < perVote.length; label++) {
            Arrays.fill(reached, 0);
            left[label] = twoSteps(label, reached);
            perAway[label] = 1 / Math.max(EmModel.LEAST_SHARE, 1 - reached[label]);
            left[label] *= perAway[label];
            for (int i = first[label]; i < first[label + 1]; i++) {
                kin[pairs[i]] = reached[confusions.named(pairs[i])] * perAway[label];
            }
        }
    }

    /** Adds how likely two steps reach each label, and returns how likely one is not taken. */
    private double twoSteps(int label, double... reached) {
        double notTaken = WEIGHT * perVote[label];
        for (int i = first[label]; i < first[label + 1]; i++) {
            double likely = step[pairs[i]];
            if (likely < LEAST_STEP) {
                notTaken += likely;
                continue;
            }
            int next = confusions.named(pairs[i]);
            notTaken += likely * WEIGHT * perVote[next];
            for (int j = first[next]; j < first[next + 1]; j++) {
                reached[confusions.named(pairs[j])] += likely * step[pairs[j]];
            }
        }
        return notTaken;
    }

    /**
     * Adds for each label, in one column of its row, how likely a wrong vote for one names it because those alike are taken for it,
     * whether or not the two are a pair.
     *
     * @param factor is multiplied with all
     * @param rows by label; those without a row are left out
     */
    void addAll(int label, double factor, double[][] rows, int column) {
        double scale = factor * share * perAway[label];
        for (int i = first[label]; i < first[label + 1]; i++) {
            double likely = step[pairs[i]];
            int next = confusions.named(pairs[i]);
            for (int j = first[next]; likely >= LEAST_STEP && j < first[next + 1]; j++) {
                int named = confusions.named(pairs[j]);
                double[] row = rows[named];
                if (named != label && row != null) {
                    row[column] += scale * likely * step[pairs[j]];
                }
            }
        }
    }

    /** How likely a wrong vote for the first of a pair names the second because those alike are taken for it. */
    double likely(int pair) {
        return share * kin[pair];
    }

    /** How likely a wrong vote for a label names another one because any does. */
    double otherwise(int label) {
        return 1 - share + share * left[label];
    }

    /** The share of {@link #otherwise} that comes from steps not taken, in [0, 1). */
    double notTaken(int label) {
        return share * left[label] / otherwise(label);
    }

    /**
     * The part of {@link #likely} that an image itself has added, by way of one label. The wrong votes that steps are shares of, and
     * which steps are likely enough to be taken, stay as they are with the image.
     *
     * @param pair of the first label and that one
     * @param own how many wrong votes the image has added to that, of either direction half
     * @param second the pair of that one and the second label
     * @param ownSecond how many it has added to that; with the others at least {@link #LEAST_OWN}
     */
    double own(int pair, double own, int second, double ownSecond) {
        if (step[pair] < LEAST_STEP) {
            return 0;
        }
        int label = confusions.truth(pair);
        double without = Math.max(0, step[pair] - own * perVote[label]);
        double withoutSecond = Math.max(0, step[second] - ownSecond * perVote[confusions.truth(second)]);
        return share * (step[pair] * step[second] - without * withoutSecond) * perAway[label];
    }
}
