package org.clickture.resolve;

import java.util.Arrays;

/**
 * What the EM believes of machines that ask for one image again and again, in other words each time, and click it much: what looks
 * like many searchers is one, right or wrong. A much clicked vote that comes after k others of its image repeats one of them with the
 * probability k / (weight + k), and names the same label, whatever is true (a Pólya urn); otherwise it is a vote of its own. That it
 * is much clicked tells nothing of that, since some images are clicked more than others. The weight begins as {@link MuchClicked}
 * says and is learned with the rest; it gets large where much clicked votes agree no more than others do. Votes that name several
 * labels neither repeat nor are repeated, nor are those for images with a query for a cross. Not thread-safe.
 */
final class EmMachines {

    /** The probability that a much clicked vote repeats the only one before it: its bounds, and the least that learning begins with. */
    private static final double LEAST_SHARE = 0.0001;

    private static final double MOST_SHARE = 0.98;
    private static final double LEAST_FIRST_SHARE = 0.01;

    private final byte[] clickRanges;
    /** For each much clicked vote: after how many others of its image it comes, and how many of these it may repeat. */
    private final int[] after;

    private final int[] same;
    /** By range of clicks: its share among all votes; none is {@link ClickRanges#SILENT}. */
    private final double[] clicked = new double[ClickRanges.COUNT + 1];

    private double weight;
    private final EmPace pace = new EmPace();

    /**
     * @param em is asked for its votes, their places and the ranges of their clicks, which may be silenced later
     * @param clicks whether clicks say something; if not, no vote repeats another one
     */
    EmMachines(OneCoinEm em, boolean clicks) {
        Votes votes = em.votes;
        clickRanges = em.clickRanges;
        after = new int[votes.votes()];
        same = new int[votes.votes()];
        int[] ofLabel = new int[em.candidates.mostObserved()];
        for (int image = 0; image < votes.images(); image++) {
            int all = 0;
            Arrays.fill(ofLabel, 0, em.candidates.observed(image), 0);
            for (int vote = votes.firstVote(image); vote < votes.firstVote(image + 1); vote++) {
                clicked[clickRanges[vote]] += 1.0 / after.length;
                if (clicks && !em.cross[image] && MuchClicked.is(votes, vote)) {
                    after[vote] = all++;
                    same[vote] = ofLabel[em.column[votes.firstLabel(vote)]]++;
                }
            }
        }
        believe(Math.max(LEAST_FIRST_SHARE, MuchClicked.of(votes).repeated()));
    }

    private void believe(double share) {
        weight = 1 / EmModel.within(LEAST_SHARE, share, MOST_SHARE) - 1;
    }

    /**
     * How likely a vote repeats another one, names what it names and is clicked as it is, as a multiple of how likely it is one of
     * its own, whatever that names: so both can be added up. 0 for most.
     */
    double repeated(int vote) {
        return same[vote] == 0 ? 0 : same[vote] / weight * clicked[clickRanges[vote]];
    }

    /**
     * Counts a vote.
     *
     * @param all how likely its image shows the label at hand
     * @param own how likely it does and the vote is one of its own
     */
    void count(int vote, double all, double own, EmCounts counts) {
        if (after[vote] > 0) {
            counts.ownVotes += own;
            counts.ownExpected += all * weight / (weight + after[vote]);
        }
    }

    /** Believes what was counted. */
    void update(EmCounts counts) {
        double learned = weight * (counts.ownVotes + 1) / (counts.ownExpected + 1);
        believe(pace.next(1 / (1 + weight), 1 / (1 + learned)));
    }
}
