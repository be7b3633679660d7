package org.clickture.resolve;

import java.util.Arrays;

/**
 * What an image teaches, once it is believed what it shows: the counts for the maximisation step of {@link OneCoinEm}. Which label
 * of a comparison is the wrong one is told by each label for itself, without the company of the others.
 */
final class EmLessons {

    /** What an image hardly shows teaches nothing of its votes. */
    static final double LEAST_TAUGHT = 1e-4;

    private final OneCoinEm em;
    private final EmExpectation expected;
    private final Strayed strayed;
    private final Audience audience = new Audience();

    /** @param expected is asked for an image right before that is counted */
    EmLessons(OneCoinEm em, EmExpectation expected) {
        this.em = em;
        this.expected = expected;
        strayed = new Strayed(em.candidates.mostObserved());
    }

    /**
     * Adds what an image teaches. One with a single vote teaches how frequent its label is, and of its source only as far as
     * several searchers are expected behind the vote.
     */
    void count(int image, EmCounts counts) {
        int from = em.candidates.first(image);
        int size = em.candidates.first(image + 1) - from;
        for (int i = 0; i < size; i++) {
            counts.images[em.candidates.label(from + i)] += em.posterior[from + i];
        }
        counts.allImages++;
        em.draws[image] = 0;
        Arrays.fill(em.own, em.confusions.first(image), em.confusions.first(image + 1), 0);
        if (teaches(em.votes, image)) {
            countCrosses(image, counts);
            int comparison = em.comparisons.first(image);
            int few = EmModel.few(em.votes.firstVote(image + 1) - em.votes.firstVote(image));
            for (int i = 0; i < size; i++) {
                if (em.posterior[from + i] > LEAST_TAUGHT) {
                    counts.imagesSeen[few] += em.posterior[from + i];
                    counts.roughImages[few] += expected.rough[i];
                    if (comparison >= 0) {
                        em.comparisons.count(image, i, comparison, expected.confused, counts);
                    }
                    countVotes(image, i, size, counts);
                }
            }
            countElsewhere(image, few, counts);
        } else {
            countRepeats(image, size, counts);
        }
        counts.draws += em.draws[image];
        for (int i = from; i < from + size; i++) {
            counts.moved += Math.abs(em.posterior[i] - em.counted[i]) / 2;
        }
        System.arraycopy(em.posterior, from, em.counted, from, size);
    }

    static boolean teaches(Votes votes, int image) {
        return votes.firstVote(image + 1) - votes.firstVote(image) > 1;
    }

    /** If it shows a label that no vote names, it teaches how rough images are: else rough ones had a right vote always. */
    private void countElsewhere(int image, int few, EmCounts counts) {
        counts.imagesSeen[few] += em.elsewhere[image];
        counts.roughImages[few] += expected.roughElsewhere;
        for (int vote = em.votes.firstVote(image); vote < em.votes.firstVote(image + 1); vote++) {
            double reliability = em.model.reliability[em.votes.source(vote)];
            counts.roughVotes += expected.roughElsewhere;
            counts.sparedVotes += expected.roughElsewhere * sparedOfWrong(reliability);
        }
    }

    /** How likely a wrong vote of a rough image was spared by its roughness: then its source has failed. */
    private double sparedOfWrong(double reliability) {
        return (1 - reliability) * em.model.spared / (1 - reliability * em.model.spared);
    }

    /** A single vote teaches about its source as far as it is expected to stand for several. */
    private void countRepeats(int image, int size, EmCounts counts) {
        int vote = em.votes.firstVote(image);
        double ofSource = em.model.reliability[em.votes.source(vote)];
        em.draws[image] = 1;
        for (int i = 0; i < size; i++) {
            int truth = em.candidates.label(em.candidates.first(image) + i);
            double reliability = em.model.ease.reliability(ofSource, truth);
            double spared = reliability * em.model.spared;
            double right = expected.smooth[i]
                            * share(reliability * expected.ifRight[i], (1 - reliability) * expected.ifWrong[i])
                    + expected.rough[i] * share(spared * expected.ifRight[i], (1 - spared) * expected.ifWrong[i]);
            counts.sourceVotes[em.votes.source(vote)] += right * expected.ifRightDraws[i];
            counts.sourceRight[em.votes.source(vote)] += right * expected.ifRightDraws[i];
            em.draws[image] += right * Repeats.further(expected.ifRightDraws[i]);
        }
    }

    private void countCrosses(int image, EmCounts counts) {
        if (!em.cross[image]) {
            return;
        }
        counts.crossImages++;
        counts.crossNone += em.none[image];
        for (int vote = em.votes.firstVote(image); vote < em.votes.firstVote(image + 1); vote++) {
            double crossing = em.votes.crossing(vote) ? 1 : 0;
            counts.noneVotes += em.none[image];
            counts.noneCrossVotes += em.none[image] * crossing;
            counts.labelVotes += 1 - em.none[image];
            counts.labelCrossVotes += (1 - em.none[image]) * crossing;
        }
    }

    /** Adds what an image's votes teach if it shows its i-th candidate. */
    private void countVotes(int image, int i, int size, EmCounts counts) {
        int firstVote = em.votes.firstVote(image);
        int truth = em.candidates.label(em.candidates.first(image) + i);
        double likely = expected.smooth[i] + expected.rough[i];
        strayed.clear(em.candidates.observed(image));
        audience.clear();
        for (int vote = firstVote; vote < em.votes.firstVote(image + 1); vote++) {
            double right = expected.ifRight[(vote - firstVote) * size + i];
            double wrong = expected.ifWrong[(vote - firstVote) * size + i];
            double ofSource = em.model.reliability[em.votes.source(vote)];
            double reliability = em.model.ease.reliability(ofSource, truth);
            double spared = reliability * em.model.spared;
            double smoothRight = expected.smooth[i] * share(reliability * right, (1 - reliability) * wrong);
            double roughRight = expected.rough[i] * share(spared * right, (1 - spared) * wrong);
            double roughWrong = expected.rough[i] - roughRight;
            // A wrong vote of a rough image: its source, its roughness or both have failed.
            double sourceHeld = roughWrong * reliability * (1 - em.model.spared) / (1 - spared);
            double roughnessHeld = roughWrong * sparedOfWrong(reliability);
            double further = Repeats.further(expected.ifRightDraws[(vote - firstVote) * size + i]);
            double repeated = (smoothRight + roughRight) * further;
            em.draws[image] += likely + repeated;
            counts.sourceVotes[em.votes.source(vote)] += likely + repeated;
            counts.sourceRight[em.votes.source(vote)] += smoothRight + roughRight + sourceHeld + repeated;
            counts.votesOf[truth] += likely;
            counts.heldOf[truth] += smoothRight + roughRight + sourceHeld;
            counts.usuallyHeldOf[truth] += likely * ofSource;
            counts.roughVotes += expected.rough[i] + roughRight * further;
            counts.sparedVotes += roughRight + roughnessHeld + roughRight * further;
            countNames(image, i, vote, smoothRight + roughRight, likely, counts);
        }
        em.model.relatives.count(truth, audience, likely, counts);
    }

    private static double share(double one, double other) {
        double sum = one + other;
        return sum > 0 ? one / sum : 0;
    }

    private void countNames(int image, int i, int vote, double right, double all, EmCounts counts) {
        int truth = em.candidates.label(em.candidates.first(image) + i);
        int row = i * em.candidates.observed(image);
        int place = em.confusions.first(image) + row;
        double wrong = all - right;
        counts.right[em.clickRanges[vote]] += right;
        counts.wrong[em.clickRanges[vote]] += wrong;
        counts.rightOf[truth] += right;
        double rights = 0;
        double broads = 0;
        double narrows = 0;
        double wrongs = 0;
        boolean named = false;
        boolean broad = false;
        for (int j = em.votes.firstLabel(vote); j < em.votes.firstLabel(vote + 1); j++) {
            int pair = em.confusions.pair(place + em.column[j]);
            if (pair == Confusions.SELF) {
                rights += em.model.relatives.exact(truth, audience);
                named = true;
            } else {
                if (em.model.relatives.narrower(pair)) {
                    narrows += em.model.relatives.relative(pair, audience);
                } else if (em.model.relatives.broader(pair)) {
                    broads += em.model.relatives.relative(pair, audience);
                    broad = true;
                }
                wrongs += em.model.urn.likely(
                        expected.confused[row + em.column[j]], strayed.of(em.column[j]), strayed.all());
            }
        }
        if (broads + narrows > 0) {
            counts.broadOf[truth] += right * broads / (rights + broads + narrows);
            counts.narrowOf[truth] += right * narrows / (rights + broads + narrows);
            for (int j = em.votes.firstLabel(vote); narrows > 0 && j < em.votes.firstLabel(vote + 1); j++) {
                int pair = em.confusions.pair(place + em.column[j]);
                if (pair != Confusions.SELF && em.model.relatives.narrower(pair)) {
                    counts.asKind[em.votes.labelId(j)] +=
                            right * em.model.relatives.relative(pair, audience) / (rights + broads + narrows);
                }
            }
        }
        if (wrongs > 0) {
            if (strayed.all() > 0) {
                countChance(image, row, wrong, counts);
            }
            for (int j = em.votes.firstLabel(vote); j < em.votes.firstLabel(vote + 1); j++) {
                if (em.confusions.pair(place + em.column[j]) != Confusions.SELF) {
                    countConfusion(image, row, em.column[j], wrong / wrongs, counts);
                }
            }
        }
        audience.add(named, broad);
        if (!named) {
            strayed.addAll(em.column, em.votes.firstLabel(vote), em.votes.firstLabel(vote + 1));
        }
    }

    /** How often a wrong vote would name what an earlier one did if no vote knew of another. */
    private void countChance(int image, int row, double wrong, EmCounts counts) {
        for (int at = 0; at < em.candidates.observed(image); at++) {
            counts.sameByChance += strayed.of(at) > 0 ? wrong * expected.confused[row + at] : 0;
        }
    }

    /** Only a wrong vote that does not follow an earlier one tells what its label is taken for. */
    private void countConfusion(int image, int row, int at, double weight, EmCounts counts) {
        int place = em.confusions.first(image) + row + at;
        int pair = em.confusions.pair(place);
        double likely = expected.confused[row + at];
        int same = strayed.of(at);
        double share = weight * em.model.urn.likely(likely, same, strayed.all());
        double freshShare = weight * em.model.urn.fresh(likely, same, strayed.all());
        em.own[place] += freshShare;
        em.model.urn.count(share, likely, same, strayed.all(), counts);
        double before = expected.ownBefore[row + at];
        em.model.confusions.count(pair, likely, before, freshShare, expected.directed[row + at], counts);
    }
}
