package org.clickture.resolve;

import java.util.Arrays;

/**
 * What the EM believes of machines that ask for one image again and again, in other words each time, and click it much: what looks
 * like many searchers is one, right or wrong. A much clicked vote that comes after k others of its image repeats one of them with the
 * probability k / (weight + k), and names the same label, whatever is true (a Pólya urn); otherwise it is a searcher's. Both are
 * clicked alike: that some images are clicked more than others is no sign of machines. The weight begins as {@link MuchClicked} says
 * and is learned with the rest; it gets large where much clicked votes agree no more than others do. Votes that name several labels
 * neither repeat nor are repeated, nor are those for images with a query for a cross. For votes that come later, a repetition
 * counts as any vote, see {@link EmUrn} and {@link Audience}. Not thread-safe.
 */
final class EmMachines {

    /** The probability that a much clicked vote repeats the only one before it: its bounds, and the least that learning begins with. */
    private static final double LEAST_SHARE = 0.0001;

    private static final double MOST_SHARE = 0.98;
    private static final double LEAST_FIRST_SHARE = 0.01;

    /** For each much clicked vote: after how many others of its image it comes, and how many of these it may repeat. */
    private final int[] after;

    final int[] same;

    private double weight = 1 / LEAST_FIRST_SHARE - 1;
    private final EmPace pace = new EmPace();

    /**
     * @param column for each place in the votes' labels the place of that label among its image's
     * @param cross for each image whether a query speaks of a cross
     * @param clicks whether clicks say something; if not, no vote repeats another one
     */
    EmMachines(Votes votes, int[] column, boolean[] cross, boolean clicks) {
        after = new int[votes.votes()];
        same = new int[votes.votes()];
        if (!clicks) {
            return;
        }
        int[] before = new int[Arrays.stream(column).max().orElse(0) + 1];
        for (int image = 0; image < votes.images(); image++) {
            int all = 0;
            for (int vote = votes.firstVote(image); vote < votes.firstVote(image + 1); vote++) {
                if (!cross[image] && MuchClicked.is(votes, vote)) {
                    after[vote] = all++;
                    same[vote] = before[column[votes.firstLabel(vote)]]++;
                }
            }
            for (int vote = votes.firstVote(image); vote < votes.firstVote(image + 1); vote++) {
                before[column[votes.firstLabel(vote)]] = 0;
            }
        }
        believe(Math.max(LEAST_FIRST_SHARE, MuchClicked.of(votes, cross).repeated()));
    }

    private void believe(double share) {
        weight = 1 / EmModel.within(LEAST_SHARE, share, MOST_SHARE) - 1;
    }

    /**
     * How likely a vote repeats another one, as a multiple of how likely it is a searcher's; then it names the same label for sure.
     * 0 for most.
     */
    double repeated(int vote) {
        return same[vote] / weight;
    }

    /**
     * Counts a vote.
     *
     * @param likely how likely its image shows what is supposed
     * @param fresh how likely it does and the vote is a searcher's
     */
    void count(int vote, double likely, double fresh, EmCounts counts) {
        if (after[vote] > 0) {
            counts.fresh += fresh;
            counts.freshExpected += likely * weight / (weight + after[vote]);
        }
    }

    /** Believes what was counted. */
    void update(EmCounts counts) {
        double learned = weight * (counts.fresh + 1) / (counts.freshExpected + 1);
        believe(pace.next(1 / (1 + weight), 1 / (1 + learned)));
    }
}
