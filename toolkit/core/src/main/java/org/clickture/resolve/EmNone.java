package org.clickture.resolve;

import java.util.Arrays;

/**
 * How likely an image and its votes are if it shows none of the labels: a cross gets votes for the labels in it. Not
 * thread-safe.
 */
final class EmNone {

    private final OneCoinEm em;
    /** How often the queries of the image at hand that speak of a cross name each of its observed labels, and all of them. */
    private final int[] crossed;

    private int allCrossed;

    EmNone(OneCoinEm em) {
        this.em = em;
        crossed = new int[em.candidates.mostObserved()];
    }

    /** Goes on to an image. */
    void begin(int image) {
        if (!em.cross[image]) {
            return;
        }
        int observed = em.candidates.observed(image);
        Arrays.fill(crossed, 0, observed, 0);
        allCrossed = 0;
        for (int vote = em.votes.firstVote(image); vote < em.votes.firstVote(image + 1); vote++) {
            if (em.votes.crossing(vote)) {
                for (int i = em.votes.firstLabel(vote); i < em.votes.firstLabel(vote + 1); i++) {
                    crossed[em.column[i]]++;
                    allCrossed++;
                }
            }
        }
    }

    /**
     * How likely a vote is if the image shows none of its labels.
     *
     * @param compares whether it is the first vote of the image that names several labels
     * @param confused by candidate and observed label how likely a wrong vote names it
     */
    double likely(int image, int vote, boolean compares, double[] confused) {
        if (!em.cross[image]) {
            return likelyIfAny(vote, compares) * em.model.clicks.ifWrong(vote);
        }
        double sum = 0;
        for (int i = em.votes.firstLabel(vote); i < em.votes.firstLabel(vote + 1); i++) {
            sum += 0.9 * shareInCrosses(em.column[i]) + 0.1 * em.model.named[em.votes.labelId(i)];
        }
        return sum
                / em.votes.size(vote)
                * (compares ? companyOfCrossed(image, vote, confused) : 1)
                * em.model.clicks.ifRight(vote)
                * (em.votes.crossing(vote) ? em.model.crossOfNone : 1 - em.model.crossOfNone);
    }

    /** How likely a vote is, as wrong votes name its labels; together with the others if it compares them. */
    private double likelyIfAny(int vote, boolean compares) {
        double sum = 0;
        for (int i = em.votes.firstLabel(vote); i < em.votes.firstLabel(vote + 1); i++) {
            sum += em.model.named[em.votes.labelId(i)] * (compares ? meanOfOthers(vote, i) : 1);
        }
        return sum / em.votes.size(vote);
    }

    private double meanOfOthers(int vote, int one) {
        double sum = 0;
        for (int i = em.votes.firstLabel(vote); i < em.votes.firstLabel(vote + 1); i++) {
            sum += i == one ? 0 : em.model.named[em.votes.labelId(i)];
        }
        return sum / (em.votes.size(vote) - 1);
    }

    /**
     * How likely the labels that queries for a cross name are named together with others: as likely as if the image showed
     * one of them. Otherwise a cross would make any comparison likelier than a label does. That they are named together with
     * each other is in {@link #priorOfCrossed} already.
     *
     * @param confused by candidate and observed label how likely a wrong vote names it
     */
    private double companyOfCrossed(int image, int vote, double[] confused) {
        if (!namesOthers(vote)) {
            return 1;
        }
        double sum = 0;
        for (int i = 0; i < em.candidates.observed(image); i++) {
            if (crossed[i] > 0) {
                sum += shareInCrosses(i) * em.comparisons.company(image, i, vote, i, confused);
            }
        }
        return sum;
    }

    /** Whether a vote names a label that no query for a cross does. */
    private boolean namesOthers(int vote) {
        for (int i = em.votes.firstLabel(vote); i < em.votes.firstLabel(vote + 1); i++) {
            if (crossed[em.column[i]] == 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * How likely an image shows one of the labels that its queries for a cross name, in the company of the others: a cross
     * of them is as likely, but for that.
     *
     * @param confused by candidate and observed label how likely a wrong vote names it
     */
    double priorOfCrossed(int image, double[] confused) {
        int observed = em.candidates.observed(image);
        double sum = 0;
        for (int i = 0; i < observed; i++) {
            if (crossed[i] > 0) {
                sum += em.model.prior[em.candidates.label(em.candidates.first(image) + i)]
                        * crossedWith(image, i, confused);
            }
        }
        return sum;
    }

    private double crossedWith(int image, int one, double[] confused) {
        int observed = em.candidates.observed(image);
        double sum = 0;
        int others = 0;
        for (int i = 0; i < observed; i++) {
            if (i != one && crossed[i] > 0) {
                sum += confused[one * observed + i];
                others++;
            }
        }
        return others == 0 ? 1 : sum / others;
    }

    /** The share of an observed label among those that the image's queries for a cross name. */
    private double shareInCrosses(int place) {
        return (double) crossed[place] / allCrossed;
    }
}
