package org.clickture.resolve;

import java.util.Arrays;

/** How likely an image and its votes are if it shows none of the labels. A cross gets votes for the labels in it. Not thread-safe. */
final class EmNone {

    private final Votes votes;
    private final CandidateSets candidates;
    private final EmModel model;
    private final byte[] cells;
    private final boolean[] cross;
    private final int[] column;
    /** How often the queries of the image at hand that speak of a cross name each of its observed labels, and all of them. */
    private int[] crossed = new int[16];

    private int allCrossed;

    EmNone(OneCoinEm em) {
        votes = em.votes;
        candidates = em.candidates;
        model = em.model;
        cells = em.cells;
        cross = em.cross;
        column = em.column;
    }

    /** Goes on to an image. */
    void begin(int image) {
        if (!cross[image]) {
            return;
        }
        int observed = candidates.observed(image);
        crossed = crossed.length < observed ? new int[2 * observed] : crossed;
        Arrays.fill(crossed, 0, observed, 0);
        allCrossed = 0;
        for (int vote = votes.firstVote(image); vote < votes.firstVote(image + 1); vote++) {
            if (votes.crossing(vote)) {
                for (int i = votes.firstLabel(vote); i < votes.firstLabel(vote + 1); i++) {
                    crossed[column[i]]++;
                    allCrossed++;
                }
            }
        }
    }

    /**
     * How likely a vote is if the image shows none of its labels.
     *
     * @param compared whether an earlier vote of the image named several labels
     */
    double likely(int image, int vote, boolean compared) {
        double sum = 0;
        for (int i = votes.firstLabel(vote); i < votes.firstLabel(vote + 1); i++) {
            double any = model.named[votes.labelId(i)];
            sum += cross[image] ? 0.9 * shareInCrosses(column[i]) + 0.1 * any : any;
        }
        sum /= votes.size(vote);
        if (!cross[image]) {
            double company = votes.size(vote) > 1 && !compared ? sum : 1;
            return sum * company * model.wrong[cells[vote]];
        }
        return sum * model.right[cells[vote]] * (votes.crossing(vote) ? model.crossOfNone : 1 - model.crossOfNone);
    }

    /**
     * How likely an image shows one of the labels that its queries for a cross name, in the company of the others: a cross
     * of them is as likely, but for that.
     *
     * @param confused by candidate and observed label how likely a wrong vote names it
     */
    double priorOfCrossed(int image, double[] confused) {
        int observed = candidates.observed(image);
        double sum = 0;
        for (int i = 0; i < observed; i++) {
            if (crossed[i] > 0) {
                sum += model.prior[candidates.label(candidates.first(image) + i)] * crossedWith(image, i, confused);
            }
        }
        return sum;
    }

    private double crossedWith(int image, int one, double[] confused) {
        int observed = candidates.observed(image);
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
