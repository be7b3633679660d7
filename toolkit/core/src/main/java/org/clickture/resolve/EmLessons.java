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
    /** By state: how likely the image is in it and the vote at hand is a searcher's, see {@link EmMachines}. */
    private final double[] fresh = new double[ImageState.COUNT];
    /** The parts of that: it is right, its source has held and the image has spoiled it, its source has failed. */
    private final double[] rights = new double[ImageState.COUNT];

    private final double[] spoiled = new double[ImageState.COUNT];
    private final double[] failed = new double[ImageState.COUNT];

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
            counts.images[em.candidates.label(from + i)] += em.teaching.posterior[from + i];
        }
        counts.allImages++;
        em.teaching.draws[image] = 0;
        Arrays.fill(em.teaching.confused, em.confusions.first(image), em.confusions.first(image + 1), 0);
        if (teaches(em.votes, image)) {
            countCrosses(image, counts);
            int comparison = em.comparisons.first(image);
            int few = EmSpoiling.few(em.votes.firstVote(image + 1) - em.votes.firstVote(image));
            for (int i = 0; i < size; i++) {
                if (em.teaching.posterior[from + i] > LEAST_TAUGHT) {
                    counts.imagesSeen[few] += em.teaching.posterior[from + i];
                    for (int state = ImageState.ROUGH; state < ImageState.COUNT; state++) {
                        counts.spoilingImages[few] += expected.states[state][i];
                    }
                    if (comparison >= 0) {
                        em.comparisons.count(image, i, comparison, expected.confused, counts);
                    }
                    countVotes(image, i, size, counts);
                }
            }
            if (em.elsewhere[image] > LEAST_TAUGHT) {
                countElsewhere(image, few, counts);
            }
        } else {
            countRepeats(image, size, counts);
        }
        counts.draws += em.teaching.draws[image];
        for (int i = from; i < from + size; i++) {
            counts.moved += Math.abs(em.teaching.posterior[i] - em.taught.posterior[i]) / 2;
        }
    }

    static boolean teaches(Votes votes, int image) {
        return votes.firstVote(image + 1) - votes.firstVote(image) > 1;
    }

    /** If it shows a label that no vote names, it teaches how images spoil votes: else spoiled ones had a right vote always. */
    private void countElsewhere(int image, int few, EmCounts counts) {
        counts.imagesSeen[few] += em.elsewhere[image];
        for (int state = 0; state < ImageState.COUNT; state++) {
            double likely = expected.statesElsewhere[state];
            counts.spoilingImages[few] += state == ImageState.SMOOTH ? 0 : likely;
            for (int vote = em.votes.firstVote(image); vote < em.votes.firstVote(image + 1); vote++) {
                double reliability = em.model.reliability[em.votes.source(vote)];
                double wrong = (1 - reliability * em.model.spoiling.spared(state))
                        * expected.ifElsewhere[vote - em.votes.firstVote(image)];
                double ofSearchers = ofSearchers(likely, wrong, expected.repeated(vote));
                if (state == ImageState.ROUGH) {
                    counts.roughVotes += ofSearchers;
                    counts.sparedRoughVotes += ofSearchers * sparedOfWrong(state, reliability);
                }
                em.model.machines.count(vote, likely, ofSearchers, counts);
            }
        }
    }

    /** How likely a wrong vote was spared by its image: then its source has failed. */
    private double sparedOfWrong(int state, double reliability) {
        double spared = em.model.spoiling.spared(state);
        return (1 - reliability) * spared / (1 - reliability * spared);
    }

    /** A single vote teaches about its source as far as it is expected to stand for several. */
    private void countRepeats(int image, int size, EmCounts counts) {
        int vote = em.votes.firstVote(image);
        em.teaching.draws[image] = 1;
        for (int i = 0; i < size; i++) {
            double right = right(i, i, vote);
            counts.sourceVotes[em.votes.source(vote)] += right * expected.ifRightDraws[i];
            counts.sourceRight[em.votes.source(vote)] += right * expected.ifRightDraws[i];
            em.teaching.draws[image] += right * Repeats.further(expected.ifRightDraws[i]);
        }
    }

    /**
     * How likely the image shows its i-th candidate and a vote is a searcher's and right; sets {@link #fresh} and its parts.
     *
     * @param at the place of that vote and candidate
     */
    private double right(int i, int at, int vote) {
        double repeated = expected.repeated(vote);
        for (int state = 0; state < ImageState.COUNT; state++) {
            divide(state, i, at, repeated);
        }
        return EmModel.sum(rights);
    }

    private void divide(int state, int i, int at, double repeated) {
        double reliability = expected.reliability[at];
        double spared = reliability * em.model.spoiling.spared(state);
        double ifRight = spared * expected.ifRight[at];
        double ifSpoiled = (reliability - spared) * expected.ifSpoiled[at];
        double ifFailed = (1 - reliability) * expected.ifFailed[at];
        double any = ifRight + ifSpoiled + ifFailed;
        fresh[state] = ofSearchers(expected.states[state][i], any, repeated);
        double scale = any > 0 ? fresh[state] / any : 0;
        rights[state] = ifRight * scale;
        spoiled[state] = ifSpoiled * scale;
        failed[state] = ifFailed * scale;
    }

    /** The part of a likelihood where a vote is a searcher's, if it is {@code fresh} against {@code repeated}. */
    private static double ofSearchers(double likely, double fresh, double repeated) {
        return repeated == 0 ? likely : likely * share(fresh, repeated);
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
        double likely = em.teaching.posterior[em.candidates.first(image) + i];
        strayed.clear(em.candidates.observed(image));
        audience.clear();
        for (int vote = firstVote; vote < em.votes.firstVote(image + 1); vote++) {
            int at = (vote - firstVote) * size + i;
            int source = em.votes.source(vote);
            double right = right(i, at, vote);
            double ofSearchers = EmModel.sum(fresh);
            double sourceHeld = EmModel.sum(spoiled);
            double further = Repeats.further(expected.ifRightDraws[at]);
            double unseen = right * further;
            em.teaching.draws[image] += ofSearchers + unseen;
            counts.sourceVotes[source] += ofSearchers + unseen;
            counts.sourceRight[source] += right + sourceHeld + unseen;
            counts.votesOf[truth] += ofSearchers;
            counts.heldOf[truth] += right + sourceHeld;
            counts.usuallyHeldOf[truth] += ofSearchers * em.model.reliability[source];
            countRough(further, counts);
            countNames(image, i, vote, right, ofSearchers, countSlips(at, counts), counts);
            em.model.machines.count(vote, likely, ofSearchers, counts);
        }
        em.model.relatives.count(truth, audience, likely, counts);
    }

    private void countRough(double further, EmCounts counts) {
        int rough = ImageState.ROUGH;
        double unseen = rights[rough] * further;
        counts.roughVotes += fresh[rough] + unseen;
        counts.sparedRoughVotes += rights[rough] + failed[rough] * em.model.spoiling.spared(rough) + unseen;
    }

    /** Counts how likely a vote is a slip, and returns that. */
    private double countSlips(int at, EmCounts counts) {
        double failures = EmModel.sum(failed);
        double noSlip = (1 - em.model.slips) * expected.ifSpoiled[at];
        double slips = failures * share(expected.ifFailed[at] - noSlip, noSlip);
        counts.failures += failures;
        counts.slips += slips;
        return slips;
    }

    private static double share(double one, double other) {
        double sum = one + other;
        return sum > 0 ? one / sum : 0;
    }

    /** @param slips how likely the vote is wrong and a slip, which teaches only how often slips name its labels */
    private void countNames(int image, int i, int vote, double right, double all, double slips, EmCounts counts) {
        int truth = em.candidates.label(em.candidates.first(image) + i);
        int row = i * em.candidates.observed(image);
        int place = em.confusions.first(image) + row;
        double wrong = all - right;
        em.model.clicks.count(vote, right, wrong, counts);
        counts.rightOf[truth] += right;
        double rights = 0;
        double broads = 0;
        double narrows = 0;
        double wrongs = 0;
        double slipped = 0;
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
                slipped += em.model.slipped[em.votes.labelId(j)];
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
                countChance(image, row, wrong - slips, counts);
            }
            for (int j = em.votes.firstLabel(vote); j < em.votes.firstLabel(vote + 1); j++) {
                if (em.confusions.pair(place + em.column[j]) != Confusions.SELF) {
                    int label = em.votes.labelId(j);
                    counts.slipped[label] += slips * em.model.slipped[label] / slipped;
                    countConfusion(image, row, em.column[j], (wrong - slips) / wrongs, counts);
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
        em.teaching.confused[place] += freshShare;
        em.model.urn.count(share, likely, same, strayed.all(), counts);
        double before = expected.ownBefore[row + at];
        em.model.confusions.count(
                pair, likely, before, expected.ownByKin[row + at], freshShare, expected.directed[row + at], counts);
    }
}
