package org.clickture.resolve;

import java.util.Arrays;

/** What an image teaches, once it is believed what it shows: the counts for the maximisation step of {@link OneCoinEm}. */
final class EmLessons {

    /** What an image hardly shows teaches nothing of its votes. */
    private static final double LEAST_TAUGHT = 1e-4;

    /**
     * How much two votes teach of clicks: little, since which of them is right is believed mostly because of their clicks, and
     * that would confirm itself.
     */
    private static final double TAUGHT_BY_TWO = 0.1;

    private final OneCoinEm em;
    private final EmExpectation expected;
    private final Votes votes;
    private final CandidateSets candidates;
    private final Confusions confusions;
    private final EmModel model;
    private final byte[] cells;
    private final int[] column;
    private final double[] posterior;
    private final double[] none;
    private final double[] draws;
    private final double[] own;
    private final Strayed strayed = new Strayed();

    /** @param expected is asked for an image right before that is counted */
    EmLessons(OneCoinEm em, EmExpectation expected) {
        this.em = em;
        this.expected = expected;
        votes = em.votes;
        candidates = em.candidates;
        confusions = em.confusions;
        model = em.model;
        cells = em.cells;
        column = em.column;
        posterior = em.posterior;
        none = em.none;
        draws = em.draws;
        own = em.own;
    }

    /** Adds what an image teaches; one with a single vote teaches nothing but how frequent its label is. */
    void count(int image, EmCounts counts) {
        int from = candidates.first(image);
        int size = candidates.first(image + 1) - from;
        for (int i = 0; i < size; i++) {
            em.counted[from + i] = posterior[from + i];
            counts.images[candidates.label(from + i)] += posterior[from + i];
        }
        counts.allImages++;
        draws[image] = 0;
        Arrays.fill(own, confusions.first(image), confusions.first(image + 1), 0);
        if (votes.firstVote(image + 1) - votes.firstVote(image) < 2) {
            countRepeats(image, size, counts);
            return;
        }
        countCrosses(image, counts);
        for (int i = 0; i < size; i++) {
            if (posterior[from + i] > LEAST_TAUGHT) {
                counts.imagesSeen += posterior[from + i];
                counts.roughImages += expected.rough[i];
                countVotes(image, i, size, counts);
            }
        }
        counts.draws += draws[image];
    }

    /** A single vote teaches about its source as far as it is expected to stand for several. */
    private void countRepeats(int image, int size, EmCounts counts) {
        int vote = votes.firstVote(image);
        double reliability = model.reliability[votes.source(vote)];
        double spared = reliability * model.spared;
        draws[image] = 1;
        for (int i = 0; i < size; i++) {
            double right = expected.smooth[i]
                            * share(reliability * expected.ifRight[i], (1 - reliability) * expected.ifWrong[i])
                    + expected.rough[i] * share(spared * expected.ifRight[i], (1 - spared) * expected.ifWrong[i]);
            counts.sourceVotes[votes.source(vote)] += right * expected.ifRightDraws[i];
            counts.sourceRight[votes.source(vote)] += right * expected.ifRightDraws[i];
            draws[image] += right * Repeats.further(expected.ifRightDraws[i]);
        }
        counts.draws += draws[image];
    }

    private void countCrosses(int image, EmCounts counts) {
        if (!em.cross[image]) {
            return;
        }
        counts.crossImages++;
        counts.crossNone += none[image];
        for (int vote = votes.firstVote(image); vote < votes.firstVote(image + 1); vote++) {
            double crossing = votes.crossing(vote) ? 1 : 0;
            counts.noneVotes += none[image];
            counts.noneCrossVotes += none[image] * crossing;
            counts.labelVotes += 1 - none[image];
            counts.labelCrossVotes += (1 - none[image]) * crossing;
        }
    }

    /** Adds what an image's votes teach if it shows its i-th candidate. */
    private void countVotes(int image, int i, int size, EmCounts counts) {
        int firstVote = votes.firstVote(image);
        strayed.clear(candidates.observed(image));
        for (int vote = firstVote; vote < votes.firstVote(image + 1); vote++) {
            double right = expected.ifRight[(vote - firstVote) * size + i];
            double wrong = expected.ifWrong[(vote - firstVote) * size + i];
            double reliability = model.reliability[votes.source(vote)];
            double spared = reliability * model.spared;
            double smoothRight = expected.smooth[i] * share(reliability * right, (1 - reliability) * wrong);
            double roughRight = expected.rough[i] * share(spared * right, (1 - spared) * wrong);
            double roughWrong = expected.rough[i] - roughRight;
            // A wrong vote of a rough image: its source, its roughness or both have failed.
            double sourceHeld = roughWrong * reliability * (1 - model.spared) / (1 - spared);
            double roughnessHeld = roughWrong * (1 - reliability) * model.spared / (1 - spared);
            double further = Repeats.further(expected.ifRightDraws[(vote - firstVote) * size + i]);
            double repeated = (smoothRight + roughRight) * further;
            draws[image] += expected.smooth[i] + expected.rough[i] + repeated;
            counts.sourceVotes[votes.source(vote)] += expected.smooth[i] + expected.rough[i] + repeated;
            counts.sourceRight[votes.source(vote)] += smoothRight + roughRight + sourceHeld + repeated;
            counts.roughVotes += expected.rough[i] + roughRight * further;
            counts.sparedVotes += roughRight + roughnessHeld + roughRight * further;
            countNames(image, i, vote, smoothRight + roughRight, expected.smooth[i] + expected.rough[i], counts);
        }
    }

    private static double share(double one, double other) {
        double sum = one + other;
        return sum > 0 ? one / sum : 0;
    }

    private void countNames(int image, int i, int vote, double right, double all, EmCounts counts) {
        int truth = candidates.label(candidates.first(image) + i);
        int row = i * candidates.observed(image);
        int place = confusions.first(image) + row;
        double wrong = all - right;
        double teaching = votes.firstVote(image + 1) - votes.firstVote(image) == 2 ? TAUGHT_BY_TWO : 1;
        counts.right[cells[vote]] += teaching * right;
        counts.wrong[cells[vote]] += teaching * wrong;
        counts.rightOf[truth] += right;
        double rights = 0;
        double broads = 0;
        double wrongs = 0;
        boolean named = false;
        for (int j = votes.firstLabel(vote); j < votes.firstLabel(vote + 1); j++) {
            int pair = confusions.pair(place + column[j]);
            if (pair == Confusions.SELF) {
                rights += model.exact[truth];
                named = true;
            } else {
                broads += model.broad[pair];
                wrongs += strayed.likely(column[j], expected.confused[row + column[j]], model.independence);
            }
        }
        if (broads > 0) {
            counts.broadOf[truth] += right * broads / (rights + broads);
        }
        if (wrongs > 0) {
            for (int j = votes.firstLabel(vote); j < votes.firstLabel(vote + 1); j++) {
                if (confusions.pair(place + column[j]) != Confusions.SELF) {
                    countConfusion(image, row, column[j], wrong / wrongs, counts);
                }
            }
        }
        if (!named) {
            strayed.addAll(column, votes.firstLabel(vote), votes.firstLabel(vote + 1));
        }
    }

    /** Only a wrong vote that does not follow an earlier one tells what its label is taken for. */
    private void countConfusion(int image, int row, int at, double weight, EmCounts counts) {
        int place = confusions.first(image) + row + at;
        int pair = confusions.pair(place);
        double likely = expected.confused[row + at];
        double share = weight * strayed.likely(at, likely, model.independence);
        double freshShare = weight * strayed.fresh(likely, model.independence);
        own[place] += freshShare;
        counts.confused[pair] += freshShare;
        counts.wrongOf[confusions.truth(pair)] += freshShare;
        counts.named[confusions.named(pair)] += freshShare;
        counts.freshness += freshShare / model.independence;
        counts.freshnessPossible += share / (model.independence + strayed.all());
        model.countWeights(pair, likely, expected.ownBefore[row + at], freshShare, counts);
    }
}
