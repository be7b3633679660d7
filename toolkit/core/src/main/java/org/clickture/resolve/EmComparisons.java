package org.clickture.resolve;

import java.util.Arrays;

/**
 * What the EM believes of queries that name several labels, such as "X vs Y". Of two labels that are compared an image shows
 * the one as often as the confusions of the two make one expect, and as was seen of images with more queries: people may
 * compare X with Y mostly where they look at X. By how much the one outweighs the other is learned. Not thread-safe.
 */
final class EmComparisons {

    private static final double MIN_WEIGHT = 1;

    private final OneCoinEm em;
    /** By image its first vote that names several labels, -1 if there is none. */
    private final int[] first;
    /** For each pair the images of the first that were compared with the second, as counted last. */
    private double[] images;
    /** The weight, in such images of a pair, of what is expected of it. */
    private double weight = 5;

    /** Of the pair at hand: the compared images of the first label and of the second, without the image at hand. */
    private double here;

    private double there;
    /** How many of {@link #weight} images are expected to show the first. */
    private double expected;
    /** How likely an image shows either label and a wrong vote takes it for the other one. */
    private double likely;

    EmComparisons(OneCoinEm em) {
        this.em = em;
        images = new double[em.confusions.size()];
        first = new int[em.votes.images()];
        Arrays.setAll(first, this::find);
    }

    /** Believes what was counted. */
    void update(EmCounts counts) {
        images = counts.compared;
        weight = EmModel.within(
                MIN_WEIGHT,
                EmModel.stepped(weight, counts.asExpected, counts.asExpectedPossible, EmModel.HELD_BY),
                EmModel.MAX_WEIGHT);
    }

    /** The first vote of an image that names several labels: further ones repeat it. -1 if there is none. */
    int first(int image) {
        return first[image];
    }

    private int find(int image) {
        for (int vote = em.votes.firstVote(image); vote < em.votes.firstVote(image + 1); vote++) {
            if (em.votes.size(vote) > 1) {
                return vote;
            }
        }
        return -1;
    }

    /**
     * How likely the other labels of a vote are named together with one of them, if the image shows the i-th candidate; together
     * with the candidate itself, if the vote names that. Without it the more frequent of two compared labels would always be the truth.
     *
     * @param place that of the one label among the observed ones, if the vote does not name the candidate; of a label that it does
     *     not name, the others are all that it does
     * @param confused by candidate and observed label how likely a wrong vote names it
     */
    double company(int image, int i, int vote, int place, double[] confused) {
        int row = i * em.candidates.observed(image);
        boolean named = names(vote, i);
        int one = named ? i : place;
        double sum = 0;
        int others = 0;
        for (int j = em.votes.firstLabel(vote); j < em.votes.firstLabel(vote + 1); j++) {
            int other = em.column[j];
            if (other != one) {
                sum += named ? beside(image, i, other, vote, confused) : confused[row + other];
                others++;
            }
        }
        return sum / others;
    }

    private double beside(int image, int i, int other, int vote, double[] confused) {
        look(image, i, other, vote, confused);
        double share = (here + expected) / (here + there + weight);
        return share * likely / em.model.prior[em.candidates.label(em.candidates.first(image) + i)];
    }

    /**
     * Counts what the first comparison of an image teaches if it shows its i-th candidate.
     *
     * @param vote that comparison
     * @param confused by candidate and observed label how likely a wrong vote names it
     */
    void count(int image, int i, int vote, double[] confused, EmCounts counts) {
        if (!names(vote, i)) {
            return;
        }
        int place = em.confusions.first(image) + i * em.candidates.observed(image);
        double taught = part(vote, em.teaching.posterior[em.candidates.first(image) + i]);
        for (int j = em.votes.firstLabel(vote); j < em.votes.firstLabel(vote + 1); j++) {
            int other = em.column[j];
            if (other != i) {
                look(image, i, other, vote, confused);
                counts.asExpected += taught * expected / (here + expected);
                counts.asExpectedPossible += taught * weight / (here + there + weight);
                counts.compared[em.confusions.pair(place + other)] += taught;
            }
        }
    }

    private void look(int image, int i, int other, int vote, double[] confused) {
        int observed = em.candidates.observed(image);
        int from = em.candidates.first(image);
        int pair = em.confusions.pair(em.confusions.first(image) + i * observed + other);
        double forth = em.model.prior[em.candidates.label(from + i)] * confused[i * observed + other];
        double back = em.model.prior[em.candidates.label(from + other)] * confused[other * observed + i];
        here = Math.max(0, images[pair] - own(image, i, vote));
        there = Math.max(0, images[em.confusions.reverse(pair)] - own(image, other, vote));
        likely = forth + back;
        expected = weight * forth / likely;
    }

    /** What an image itself has added to a pair if it shows a candidate. */
    private double own(int image, int i, int vote) {
        double counted = em.taught.posterior[em.candidates.first(image) + i];
        boolean taught = EmLessons.teaches(em.votes, image) && counted > EmLessons.LEAST_TAUGHT;
        return taught ? part(vote, counted) : 0;
    }

    /** A vote is divided among the pairs of a label with the others that it names. */
    private double part(int vote, double posterior) {
        return posterior / (em.votes.size(vote) - 1);
    }

    /** Whether a vote names the i-th candidate of its image. */
    private boolean names(int vote, int i) {
        for (int j = em.votes.firstLabel(vote); j < em.votes.firstLabel(vote + 1); j++) {
            if (em.column[j] == i) {
                return true;
            }
        }
        return false;
    }
}
