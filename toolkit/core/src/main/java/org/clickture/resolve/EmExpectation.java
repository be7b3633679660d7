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
    private final byte[] clickRanges;
    private final int[] column;
    private final boolean[] cross;
    private final EmNone none;
    private final EmElsewhere elsewhere;
    /** By observed label of the last image: how many of its votes name it. */
    private final int[] times;

    /** Of the last image, by vote and candidate: how likely the vote is when right and when wrong. */
    final double[] ifRight;

    final double[] ifWrong;
    /** How often a searcher is expected to come with the vote's query if it is right. */
    final double[] ifRightDraws;

    /** By candidate and observed label: how likely a wrong vote names it, as the other images say. */
    final double[] confused;
    /** Likewise what the image had added to that when it was counted last. */
    final double[] ownBefore;
    /** Likewise how much a wrong vote tells of the direction in which the two labels are mixed up, in [0, 1]. */
    final double[] directed;

    /** By candidate: how likely the image shows it and is smooth, or rough. */
    final double[] smooth;

    final double[] rough;

    /** How likely the image shows a label that is no candidate and is rough. */
    double roughElsewhere;

    /** By vote: how likely it is if the image shows a label that is no candidate, and if it shows none. */
    private final double[] ifElsewhere;

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
        clickRanges = em.clickRanges;
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
        ifRight = new double[mostPlaces];
        ifWrong = new double[mostPlaces];
        ifRightDraws = new double[mostPlaces];
        confused = new double[Math.multiplyExact(mostCandidates, candidates.mostObserved())];
        ownBefore = new double[confused.length];
        directed = new double[confused.length];
        smooth = new double[mostCandidates];
        rough = new double[mostCandidates];
        ifElsewhere = new double[mostVotes];
        ifNone = new double[mostVotes];
    }

    /** Takes over what the model believes: to be called whenever that has changed, before images are expected. */
    void begin() {
        elsewhere.believe();
    }

    /**
     * Computes the posterior of an image.
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
        double isRough = model.rough(voteCount);
        double elsewhereSmooth = (1 - noneShare) * (1 - isRough);
        double elsewhereRough = (1 - noneShare) * isRough;
        for (int i = 0; i < size; i++) {
            double prior = model.priorWithout(candidates.label(from + i), em.counted[from + i]);
            smooth[i] = elsewhereSmooth * prior;
            rough[i] = elsewhereRough * prior;
            weigh(image, i, size, comparison);
        }
        if (trace != null) {
            trace.add(smooth, rough, ofNone);
        }
        weighWithoutLabel(image, comparison);
        elsewhereSmooth *= elsewhere.smooth;
        elsewhereRough *= elsewhere.rough;
        for (int v = 0; v < voteCount; v++) {
            int vote = firstVote + v;
            double kind = !cross[image] ? 1 : votes.crossing(vote) ? model.crossOfLabel : 1 - model.crossOfLabel;
            double ofSource = model.reliability[votes.source(vote)];
            double unlikely = kind - kind * ofSource;
            double unspared = kind - kind * ofSource * model.spared;
            double most = 0;
            for (int i = 0; i < size; i++) {
                double right = ifRight[v * size + i];
                double wrong = ifWrong[v * size + i];
                double likely = kind * model.ease.reliability(ofSource, candidates.label(from + i));
                double spared = likely * model.spared;
                smooth[i] *= likely * right + (kind - likely) * wrong;
                rough[i] *= spared * right + (kind - spared) * wrong;
                most = Math.max(most, Math.max(smooth[i], rough[i]));
            }
            elsewhereSmooth *= unlikely * ifElsewhere[v];
            elsewhereRough *= unspared * ifElsewhere[v];
            ofNone *= ifNone[v];
            if (trace != null) {
                trace.add(smooth, rough, ofNone);
            }
            most = Math.max(most, Math.max(ofNone, Math.max(elsewhereSmooth, elsewhereRough)));
            if (most < SMALL || most > LARGE) {
                double scale = most < SMALL ? SMALL : LARGE;
                for (int i = 0; i < size; i++) {
                    smooth[i] /= scale;
                    rough[i] /= scale;
                }
                elsewhereSmooth /= scale;
                elsewhereRough /= scale;
                ofNone /= scale;
            }
        }
        normalise(image, elsewhereSmooth, elsewhereRough, ofNone);
    }

    /** How likely wrong votes name the image's labels, as the other images say. */
    private void confuse(int image, int size) {
        int first = confusions.first(image);
        int observed = candidates.observed(image);
        System.arraycopy(em.own, first, ownBefore, 0, size * observed);
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
                    confused[at] = believed.without(pair, ownBefore[at], reverse, directed[at]);
                }
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
        double expectedDraws = model.expectedDraws(em.draws[image]);
        strayed.clear(candidates.observed(image));
        audience.clear();
        for (int vote = firstVote; vote < votes.firstVote(image + 1); vote++) {
            double rights = 0;
            double rightsInCompany = 0;
            double wrongs = 0;
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
                    wrongs +=
                            company * model.urn.likely(confused[row + column[j]], strayed.of(column[j]), strayed.all());
                }
                rights += right;
                rightsInCompany += company * right;
            }
            double expected = expectedDraws * model.rate(vote) * rights;
            ifRightDraws[(vote - firstVote) * size + i] = Math.min(expected, Repeats.MAX);
            ifRight[(vote - firstVote) * size + i] =
                    rightsInCompany * Repeats.gain(expected) * model.right[clickRanges[vote]] / votes.size(vote);
            ifWrong[(vote - firstVote) * size + i] = wrongs * model.wrong[clickRanges[vote]] / votes.size(vote);
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
            ifElsewhere[vote - firstVote] *= model.wrong[clickRanges[vote]];
            ifNone[vote - firstVote] = none.likely(image, vote, vote == comparison, confused);
        }
    }

    private void normalise(int image, double elsewhereSmooth, double elsewhereRough, double ofNone) {
        int from = candidates.first(image);
        int size = candidates.first(image + 1) - from;
        double sum = elsewhereSmooth + elsewhereRough + ofNone;
        for (int i = 0; i < size; i++) {
            sum += smooth[i] + rough[i];
        }
        for (int i = 0; i < size; i++) {
            smooth[i] /= sum;
            rough[i] /= sum;
            em.posterior[from + i] = smooth[i] + rough[i];
        }
        em.none[image] = ofNone / sum;
        em.elsewhere[image] = (elsewhereSmooth + elsewhereRough) / sum;
        roughElsewhere = elsewhereRough / sum;
    }
}
