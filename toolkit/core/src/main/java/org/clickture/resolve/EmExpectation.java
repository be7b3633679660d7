package org.clickture.resolve;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The expectation step of {@link OneCoinEm}: how likely an image shows each of its candidates, by what the model believes. Keeps
 * what it has worked out of the last image, for {@link EmLessons}. Not thread-safe.
 */
final class EmExpectation {

    /**
     * Likelihoods are products over votes; before they get too small all of an image's are scaled up. They get large, too: of
     * votes for one label that are expected to repeat themselves, see {@link Repeats#gain}.
     */
    private static final double SMALL = 1e-150;

    private static final double LARGE = 1e150;

    /** How much a wrong vote tells of a direction, where as many votes name the true label: see {@link #tells}. */
    private static final double DIRECTED_IF_TIED = 0.25;

    private final OneCoinEm em;
    private final Votes votes;
    private final CandidateSets candidates;
    private final Confusions confusions;
    private final EmModel model;
    private final EmConfusions believed;
    private final int[] column;
    private final boolean[] cross;
    private final EmNone none;
    private final EmElsewhere elsewhere;
    /** By observed label of the last image: how many of its votes name it. */
    private final int[] times;

    /** Of the last image, by vote and candidate: how likely the vote is right, if the image spoils none. */
    final double[] reliability;
    /** Likewise how likely it is when right. */
    final double[] ifRight;
    /** Likewise when the image has spoiled it. */
    final double[] ifSpoiled;
    /** Likewise when its source has failed: it may be a slip. */
    final double[] ifFailed;
    /** How often a searcher is expected to come with the vote's query if it is right. */
    final double[] ifRightDraws;

    /** By candidate and observed label: how likely a wrong vote names it, as the other images say. */
    final double[] confused;
    /** Likewise what the image had added to that when it was counted last. */
    final double[] ownBefore;
    /** Likewise how much a wrong vote tells of the direction in which the two labels are mixed up, in [0, 1]. */
    final double[] directed;
    /** Likewise what the image had added to how likely a wrong vote names it by way of its other candidates, see {@link EmKin}. */
    final double[] ownByKin;
    /** Likewise half of the wrong votes that the image had added to the two, whichever way. */
    private final double[] ownEitherWay;

    /** By state and candidate: how likely the image shows it and is in that state. */
    final double[][] states;
    /** By candidate how likely an image shows it, as the other images say. */
    private final double[] priors;
    /** By state: how likely the image shows a label that is no candidate and is in that state. */
    final double[] statesElsewhere = new double[ImageState.COUNT];

    /** By vote: how likely its names and clicks are if it is wrong and the image shows a label that is no candidate. */
    final double[] ifElsewhere;
    /** By vote: how likely it is if the image shows none of the labels. */
    private final double[] ifNone;

    private final Strayed strayed;
    private final Audience audience = new Audience();

    EmExpectation(OneCoinEm em) {
        this.em = em;
        votes = em.votes;
        candidates = em.candidates;
        confusions = em.confusions;
        model = em.model;
        believed = model.confusions;
        column = em.column;
        cross = em.cross;
        none = new EmNone(em);
        elsewhere = new EmElsewhere(em);
        strayed = new Strayed(candidates.mostObserved());
        times = new int[candidates.mostObserved()];
        int mostVotes = 0;
        int mostCandidates = 0;
        int mostPlaces = 0;
        for (int image = 0; image < votes.images(); image++) {
            int voteCount = votes.firstVote(image + 1) - votes.firstVote(image);
            int size = candidates.first(image + 1) - candidates.first(image);
            mostVotes = Math.max(mostVotes, voteCount);
            mostCandidates = Math.max(mostCandidates, size);
            mostPlaces = Math.max(mostPlaces, Math.multiplyExact(voteCount, size));
        }
        reliability = new double[mostPlaces];
        ifRight = new double[mostPlaces];
        ifSpoiled = new double[mostPlaces];
        ifFailed = new double[mostPlaces];
        ifRightDraws = new double[mostPlaces];
        confused = new double[Math.multiplyExact(mostCandidates, candidates.mostObserved())];
        ownBefore = new double[confused.length];
        directed = new double[confused.length];
        ownByKin = new double[confused.length];
        ownEitherWay = new double[confused.length];
        states = new double[ImageState.COUNT][mostCandidates];
        priors = new double[mostCandidates];
        ifElsewhere = new double[mostVotes];
        ifNone = new double[mostVotes];
    }

    /** Takes over what the model believes: to be called whenever that has changed, before images are expected. */
    void begin() {
        elsewhere.believe();
    }

    /**
     * Computes the posterior of an image, in {@link OneCoinEm#teaching}.
     *
     * @param trace follows the odds of two candidates, if given
     */
    void expect(int image, @Nullable OddsTrace trace) {
        int firstVote = votes.firstVote(image);
        int voteCount = votes.firstVote(image + 1) - firstVote;
        int from = candidates.first(image);
        int size = candidates.first(image + 1) - from;
        int comparison = em.comparisons.first(image);
        confuse(image, size);
        none.begin(image);
        double noneShare = cross[image] ? model.noneWithCross : EmModel.NONE_WITHOUT_CROSS;
        double ofNone = cross[image] ? noneShare * none.priorOfCrossed(image, confused) : noneShare;
        for (int i = 0; i < size; i++) {
            weigh(image, i, size, comparison);
        }
        weighWithoutLabel(image, comparison);
        begin(image, 1 - noneShare, voteCount);
        if (trace != null) {
            trace.add(states, ofNone);
        }
        for (int v = 0; v < voteCount; v++) {
            double most = multiply(firstVote + v, v, size, cross[image]);
            ofNone *= ifNone[v];
            if (trace != null) {
                trace.add(states, ofNone);
            }
            most = Math.max(most, ofNone);
            if (most < SMALL || most > LARGE) {
                double scale = most < SMALL ? SMALL : LARGE;
                for (double[] state : states) {
                    divide(state, size, scale);
                }
                divide(statesElsewhere, ImageState.COUNT, scale);
                ofNone /= scale;
            }
        }
        normalise(image, ofNone);
    }

    /** Begins the states with what is likely before any vote. */
    private void begin(int image, double share, int voteCount) {
        int from = candidates.first(image);
        int size = candidates.first(image + 1) - from;
        for (int i = 0; i < size; i++) {
            priors[i] = model.priorWithout(candidates.label(from + i), em.taught.posterior[from + i]);
        }
        for (int state = 0; state < ImageState.COUNT; state++) {
            double ofState = share * model.spoiling.share(state, voteCount);
            for (int i = 0; i < size; i++) {
                states[state][i] = ofState * priors[i];
            }
            statesElsewhere[state] = ofState * (state == ImageState.SMOOTH ? elsewhere.smooth : elsewhere.rough);
        }
    }

    /** Multiplies the states by how likely a vote is, and returns about how large they are. */
    private double multiply(int vote, int v, int size, boolean crossed) {
        double kind = !crossed ? 1 : votes.crossing(vote) ? model.crossOfLabel : 1 - model.crossOfLabel;
        double keptIfRough = model.spoiling.spared(ImageState.ROUGH);
        double keptIfMistaken = model.spoiling.spared(ImageState.MISTAKEN);
        double[] smooth = states[ImageState.SMOOTH];
        double[] rough = states[ImageState.ROUGH];
        double[] mistaken = states[ImageState.MISTAKEN];
        double repeated = repeated(vote);
        double most = 0;
        for (int i = 0; i < size; i++) {
            int at = v * size + i;
            double right = kind * reliability[at];
            double otherwise = (kind - right) * ifFailed[at] + repeated;
            smooth[i] *= right * ifRight[at] + otherwise;
            double spared = right * keptIfRough;
            rough[i] *= spared * ifRight[at] + (right - spared) * ifSpoiled[at] + otherwise;
            spared = right * keptIfMistaken;
            mistaken[i] *= spared * ifRight[at] + (right - spared) * ifSpoiled[at] + otherwise;
            double all = smooth[i] + rough[i] + mistaken[i];
            most = all > most ? all : most;
        }
        double ofSource = kind * model.reliability[votes.source(vote)];
        for (int state = 0; state < ImageState.COUNT; state++) {
            statesElsewhere[state] *= (kind - ofSource * model.spoiling.spared(state)) * ifElsewhere[v] + repeated;
        }
        return most + EmModel.sum(statesElsewhere);
    }

    /** How likely a vote repeats another one, with its clicks, beside how likely it is if it does not. */
    double repeated(int vote) {
        return model.machines.repeated(vote) * model.clicks.any(vote);
    }

    private static void divide(double[] values, int size, double scale) {
        for (int i = 0; i < size; i++) {
            values[i] /= scale;
        }
    }

    /** How likely wrong votes name the image's labels, as the other images say. */
    private void confuse(int image, int size) {
        int first = confusions.first(image);
        int observed = candidates.observed(image);
        System.arraycopy(em.taught.confused, first, ownBefore, 0, size * observed);
        boolean byOthers = observed > 1 && size > 2;
        if (byOthers) {
            fillOwnEitherWay(size, observed);
        }
        Arrays.fill(times, 0, observed, 0);
        for (int i = votes.firstLabel(votes.firstVote(image)); i < votes.firstLabel(votes.firstVote(image + 1)); i++) {
            times[column[i]]++;
        }
        for (int i = 0; i < size; i++) {
            int timesTrue = i < observed ? times[i] : Integer.MAX_VALUE;
            for (int j = 0; j < observed; j++) {
                int at = i * observed + j;
                int pair = confusions.pair(first + at);
                if (pair != Confusions.SELF) {
                    double reverse = i < observed ? ownBefore[j * observed + i] : 0;
                    directed[at] = tells(timesTrue, times[j]);
                    ownByKin[at] = byOthers ? ownByKin(image, i, j, size) : 0;
                    confused[at] = believed.without(pair, ownBefore[at], reverse, directed[at], ownByKin[at]);
                }
            }
        }
    }

    /**
     * What an image had added to how likely a wrong vote for its i-th candidate names its j-th one by way of its other ones; not by
     * way of those that no vote names, if none names the i-th one either.
     */
    private double ownByKin(int image, int i, int j, int size) {
        int first = confusions.first(image);
        int observed = candidates.observed(image);
        double sum = 0;
        for (int by = 0; by < size; by++) {
            if (by == i || by == j || (i >= observed && by >= observed)) {
                continue;
            }
            double own = by < observed ? ownEitherWay[i * observed + by] : ownEitherWay[by * observed + i];
            double ownSecond = ownEitherWay[by * observed + j];
            if (own + ownSecond >= EmKin.LEAST_OWN) {
                int step = by < observed
                        ? confusions.pair(first + i * observed + by)
                        : confusions.reverse(confusions.pair(first + by * observed + i));
                sum += believed.ownByKin(step, own, confusions.pair(first + by * observed + j), ownSecond);
            }
        }
        return sum;
    }

    /** Fills {@link #ownEitherWay}. */
    private void fillOwnEitherWay(int size, int observed) {
        for (int one = 0; one < size; one++) {
            for (int other = 0; other < observed; other++) {
                double back = one < observed ? ownBefore[other * observed + one] : 0;
                ownEitherWay[one * observed + other] = (ownBefore[one * observed + other] + back) / 2;
            }
        }
    }

    /**
     * How much a wrong vote that names one label tells of the direction in which that is mixed up with the true one: whole if
     * more votes name the true one, or if its relatives only are named; not at all if fewer do. Where as many do, what is true is
     * told by what is believed of directions already, which would confirm itself.
     */
    private static double tells(int timesTrue, int timesNamed) {
        if (timesTrue > timesNamed) {
            return 1;
        }
        return timesTrue == timesNamed ? DIRECTED_IF_TIED : 0;
    }

    /**
     * For the i-th candidate: how likely each vote is when it is right and when it is wrong.
     *
     * @param comparison the first vote that names several labels, -1 if there is none
     */
    private void weigh(int image, int i, int size, int comparison) {
        int firstVote = votes.firstVote(image);
        int truth = candidates.label(candidates.first(image) + i);
        int row = i * candidates.observed(image);
        int place = confusions.first(image) + row;
        double expectedDraws = model.expectedDraws(em.taught.draws[image]);
        double slipping = model.slips / Math.max(1 - model.slipped[truth], EmModel.LEAST_SHARE);
        strayed.clear(candidates.observed(image));
        audience.clear();
        for (int vote = firstVote; vote < votes.firstVote(image + 1); vote++) {
            double rights = 0;
            double rightsInCompany = 0;
            double wrongs = 0;
            double slips = 0;
            boolean named = false;
            boolean broad = false;
            for (int j = votes.firstLabel(vote); j < votes.firstLabel(vote + 1); j++) {
                int pair = confusions.pair(place + column[j]);
                double company = vote == comparison ? em.comparisons.company(image, i, vote, column[j], confused) : 1;
                double right;
                if (pair == Confusions.SELF) {
                    right = model.relatives.exact(truth, audience);
                    named = true;
                } else {
                    right = model.relatives.relative(pair, audience);
                    broad |= model.relatives.broader(pair);
                    slips += company * model.slipped[votes.labelId(j)];
                    wrongs +=
                            company * model.urn.likely(confused[row + column[j]], strayed.of(column[j]), strayed.all());
                }
                rights += right;
                rightsInCompany += company * right;
            }
            double expected = expectedDraws * model.rate(vote) * rights;
            int at = (vote - firstVote) * size + i;
            reliability[at] = model.ease.reliability(model.reliability[votes.source(vote)], truth);
            ifRightDraws[at] = Math.min(expected, Repeats.MAX);
            ifRight[at] = rightsInCompany * Repeats.gain(expected) * model.clicks.ifRight(vote) / votes.size(vote);
            double ofWrong = model.clicks.ifWrong(vote) / votes.size(vote);
            ifSpoiled[at] = wrongs * ofWrong;
            ifFailed[at] = ((1 - model.slips) * wrongs + slipping * slips) * ofWrong;
            audience.add(named, broad);
            if (!named) {
                strayed.addAll(column, votes.firstLabel(vote), votes.firstLabel(vote + 1));
            }
        }
    }

    /** How likely each vote is if the image shows a label that is no candidate, and if it shows none. */
    private void weighWithoutLabel(int image, int comparison) {
        int firstVote = votes.firstVote(image);
        elsewhere.weigh(image, ifElsewhere);
        for (int vote = firstVote; vote < votes.firstVote(image + 1); vote++) {
            ifElsewhere[vote - firstVote] *= model.clicks.ifWrong(vote);
            ifNone[vote - firstVote] = none.likely(image, vote, vote == comparison, confused) + repeated(vote);
        }
    }

    private void normalise(int image, double ofNone) {
        int from = candidates.first(image);
        int size = candidates.first(image + 1) - from;
        double sum = EmModel.sum(statesElsewhere) + ofNone;
        for (int i = 0; i < size; i++) {
            sum += ofAllStates(i);
        }
        for (double[] state : states) {
            divide(state, size, sum);
        }
        divide(statesElsewhere, ImageState.COUNT, sum);
        for (int i = 0; i < size; i++) {
            em.teaching.posterior[from + i] = ofAllStates(i);
        }
        em.none[image] = ofNone / sum;
        em.elsewhere[image] = EmModel.sum(statesElsewhere);
    }

    private double ofAllStates(int candidate) {
        double sum = 0;
        for (double[] state : states) {
            sum += state[candidate];
        }
        return sum;
    }
}
