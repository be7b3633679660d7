package org.clickture.resolve;

import java.util.Arrays;

/**
 * What the EM believes of clicks: how ranges of them, see {@link ClickRanges}, are distributed among right and among wrong votes of
 * searchers, see {@link EmMachines}. Some wrong names are machines', others are people's mistakes: so wrong votes that name one label
 * are much clicked, see {@link MuchClicked}, more or less often than others. What is known of them is drawn towards what holds for all
 * wrong votes. How strongly is learned. Not thread-safe.
 */
final class EmClicks {

    /**
     * Until many wrong votes are known, their clicks are thought to be as those of any: else chance among a few would grow. With n
     * votes known that has the weight of so many votes, divided by the root of 1 + n / {@link #MANY_VOTES}.
     */
    private static final double CLICKS_WEIGHT = 1000;

    private static final double MANY_VOTES = 1000;
    private static final double ANY_CLICKS_WEIGHT = 20;
    /** The least weight, in wrong votes that name one label, of what holds for all wrong ones. */
    private static final double LEAST_NAME_WEIGHT = 20;

    /** Everything by range; behind the ranges stands {@link ClickRanges#SILENT}, which says nothing. */
    private static final int ALL = ClickRanges.COUNT + 1;

    private final Votes votes;
    private final byte[] ranges;
    private final double[] any = new double[ALL];
    private final double[] right = new double[ALL];
    private final double[] wrong = new double[ALL];
    /** By label how many times as often as any wrong vote one that names only it is much clicked, and is not. */
    private final double[] much;

    private final double[] little;

    /**
     * Begins with clicks that say nothing.
     *
     * @param ranges by vote the range of its clicks; taken as it is whenever a vote is asked for
     */
    EmClicks(Votes votes, byte[] ranges) {
        this.votes = votes;
        this.ranges = ranges;
        much = new double[votes.labels().size()];
        little = new double[much.length];
        for (byte range : ranges) {
            any[range]++;
        }
        for (int range = 0; range < ClickRanges.COUNT; range++) {
            any[range] /= Math.max(1, ranges.length);
        }
        any[ClickRanges.SILENT] = 1;
        sayNothing();
    }

    /** Believes that right and wrong votes are clicked alike. */
    void sayNothing() {
        System.arraycopy(any, 0, right, 0, ALL);
        System.arraycopy(any, 0, wrong, 0, ALL);
        Arrays.fill(much, 1);
        Arrays.fill(little, 1);
    }

    /** How likely a vote, whether right or wrong, has its clicks. */
    double any(int vote) {
        return any[ranges[vote]];
    }

    /** How likely it has them if it is right. */
    double ifRight(int vote) {
        return right[ranges[vote]];
    }

    /** How likely it has them if it is wrong. */
    double ifWrong(int vote) {
        double likely = wrong[ranges[vote]];
        if (votes.size(vote) > 1 || ranges[vote] == ClickRanges.SILENT) {
            return likely;
        }
        int label = votes.labelId(votes.firstLabel(vote));
        return likely * (MuchClicked.is(votes, vote) ? much[label] : little[label]);
    }

    /** Counts a vote that is right and wrong as likely as that. */
    void count(int vote, double ifRight, double ifWrong, EmCounts counts) {
        counts.right[ranges[vote]] += ifRight;
        counts.wrong[ranges[vote]] += ifWrong;
        if (votes.size(vote) == 1) {
            int label = votes.labelId(votes.firstLabel(vote));
            counts.wrongFor[label] += ifWrong;
            counts.muchFor[label] += MuchClicked.is(votes, vote) ? ifWrong : 0;
        }
    }

    /** Believes what was counted. */
    void update(EmCounts counts) {
        double all = EmModel.sum(counts.right) + EmModel.sum(counts.wrong) + ANY_CLICKS_WEIGHT;
        for (int range = 0; range < ClickRanges.COUNT; range++) {
            any[range] = (counts.right[range] + counts.wrong[range] + ANY_CLICKS_WEIGHT / ClickRanges.COUNT) / all;
        }
        distribute(counts.right, right);
        distribute(counts.wrong, wrong);
        updateNames(counts);
    }

    private void distribute(double[] counted, double[] distribution) {
        double known = EmModel.sum(counted);
        double weight = CLICKS_WEIGHT / StrictMath.sqrt(1 + known / MANY_VOTES);
        for (int range = 0; range < ClickRanges.COUNT; range++) {
            distribution[range] = (counted[range] + weight * any[range]) / (known + weight);
        }
    }

    private void updateNames(EmCounts counts) {
        double share = (EmModel.sum(counts.muchFor) + 1) / (EmModel.sum(counts.wrongFor) + 2);
        Overdispersion differences = new Overdispersion();
        for (int label = 0; label < much.length; label++) {
            if (counts.wrongFor[label] > 1) {
                differences.add(counts.muchFor[label], counts.wrongFor[label], share);
            }
        }
        double weight = differences.weight(LEAST_NAME_WEIGHT, EmModel.MAX_WEIGHT);
        for (int label = 0; label < much.length; label++) {
            double ofName = (counts.muchFor[label] + weight * share) / (counts.wrongFor[label] + weight);
            much[label] = ofName / share;
            little[label] = (1 - ofName) / (1 - share);
        }
    }
}
