package org.clickture.resolve;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Sparse one-coin truth inference. An image shows one label; each of its votes is right with the reliability of its source
 * (one coin for each query template, after the one-coin variant of Dawid and Skene 1979), and its clicks then look like
 * those of right votes. A right vote names the label or, with a share of its own, an ancestor (partial labels,
 * arXiv:2106.04530). A wrong vote names another label, as often as wrong votes do and as this label is taken for it. Some
 * images are rough: there a right vote turns wrong by a second coin, so that wrong votes come in company. Right searchers who
 * come with the same query leave one vote, see {@link Repeats}: with few templates a label that nobody contradicts has had
 * more of them than its votes say.
 *
 * <p>Only labels that an image was clicked for, their parents and their children are its candidates. Beside them stand
 * "none of these", for crosses and the like, and "elsewhere": all votes are wrong and the truth is a label that nobody
 * named. That one is never chosen but keeps the others from being too sure.
 *
 * <p>Which labels are taken for each other is learned from few images for each pair, and how frequent a label is sometimes
 * too. So an image is judged by what the others say of that, as in collapsed variational inference (CVB0: Asuncion and
 * others, "On smoothing and inference for topic models", UAI 2009): with its own votes counted in, it would confirm itself
 * and be too sure.
 *
 * <p>Needs no truth and no random numbers. One thread, sums in a fixed order, no functions but the four basic operations:
 * the same votes give the same bits everywhere.
 */
final class OneCoinEm {

    private static final int PASSES = 8;

    /** So many passes look at one image in four only: what is learned first need not be exact. */
    private static final int FIRST_PASSES = 3;

    private static final int FIRST_STEP = 4;

    /** What an image hardly shows teaches nothing of its votes. */
    private static final double LEAST_TAUGHT = 1e-4;

    /**
     * How much two votes teach of clicks: little, since which of them is right is believed mostly because of their clicks, and
     * that would confirm itself.
     */
    private static final double TAUGHT_BY_TWO = 0.1;

    /** Likelihoods are products over votes; before they get too small all of an image's are scaled up. */
    private static final double SMALL = 1e-150;

    /**
     * Votes that all agree are right, or all are wrong in company. The latter must not be likelier with every vote that agrees,
     * where right votes name broader labels, too: from its third vote on, that company repeats itself at most so often.
     */
    private static final double MAX_COMPANY = 0.3;

    final Votes votes;
    final CandidateSets candidates;
    final Confusions confusions;
    final EmModel model;
    final byte[] cells;
    /** For each place in the votes' labels the place of that label among its image's candidates. */
    private final int[] column;

    private final boolean[] cross;
    /** For each candidate its posterior; for each image those of the two others. */
    private final double[] posterior;

    private final double[] none;
    private final double[] elsewhere;
    /** For each candidate the posterior with which it was counted last: no evidence for its image. */
    private final double[] counted;
    /** For each place of a pair what its image has added to the last counts of confusion: no evidence for that image. */
    private final double[] own;
    /** For each image how many queries of searchers its votes stand for, as expected in the last pass. */
    private final double[] draws;

    // Of the image at hand: by vote and candidate, how likely the vote is when right and when wrong.
    private double[] ifRight = new double[64];
    private double[] ifWrong = new double[64];
    /** How often a searcher is expected to come with the vote's query if it is right. */
    private double[] ifRightDraws = new double[64];

    /** By candidate and observed label: how likely a wrong vote names it, as the other images say. */
    private double[] confused = new double[64];
    /** Likewise what the image had added to that when it was counted last. */
    private double[] ownBefore = new double[64];

    private double[] smooth = new double[16];
    private double[] rough = new double[16];
    private final Strayed strayed = new Strayed();

    private OneCoinEm(Votes votes, LabelTree tree) {
        this.votes = votes;
        candidates = CandidateSets.of(votes, tree);
        confusions = new Confusions(candidates, votes.labels().size());
        model = new EmModel(votes, tree, confusions);
        cells = ClickCells.of(votes);
        column = new int[votes.firstLabel(votes.votes())];
        cross = new boolean[votes.images()];
        posterior = new double[candidates.size()];
        counted = new double[candidates.size()];
        none = new double[votes.images()];
        elsewhere = new double[votes.images()];
        draws = new double[votes.images()];
        own = new double[confusions.places()];
        for (int image = 0; image < votes.images(); image++) {
            draws[image] = votes.firstVote(image + 1) - votes.firstVote(image);
            for (int vote = votes.firstVote(image); vote < votes.firstVote(image + 1); vote++) {
                cross[image] |= votes.crossing(vote);
                for (int i = votes.firstLabel(vote); i < votes.firstLabel(vote + 1); i++) {
                    column[i] = candidates.indexOf(image, votes.labelId(i));
                }
            }
        }
    }

    /** Runs the EM. */
    static Posteriors run(Votes votes, LabelTree tree) {
        return run(votes, tree, PASSES);
    }

    static Posteriors run(Votes votes, LabelTree tree, int passes) {
        return fit(votes, tree, passes).posteriors();
    }

    /** Runs the EM and keeps what it has learned, so that its choices can be accounted for. */
    static OneCoinEm fit(Votes votes, LabelTree tree) {
        return fit(votes, tree, PASSES);
    }

    /** If labels have changed places, clicks have misled: then they say nothing. */
    private static OneCoinEm fit(Votes votes, LabelTree tree, int passes) {
        OneCoinEm em = new OneCoinEm(votes, tree);
        em.learn(passes, true);
        if (Majorities.hardlyFollowed(votes, em.posteriors())) {
            em = new OneCoinEm(votes, tree);
            em.learn(passes, false);
        }
        return em;
    }

    private void learn(int passes, boolean clicks) {
        for (int pass = 0; pass < passes; pass++) {
            EmCounts counts = new EmCounts(votes.sources(), votes.labels().size(), confusions.size());
            int step = pass < FIRST_PASSES ? FIRST_STEP : 1;
            for (int image = 0; image < votes.images(); image += step) {
                expect(image, null);
                count(image, counts);
            }
            model.update(counts, clicks);
        }
        for (int image = 0; image < votes.images(); image++) {
            expect(image, null);
        }
    }

    /** How likely each candidate of each image is, by what was learned. */
    Posteriors posteriors() {
        return new Posteriors(candidates, posterior, none, elsewhere);
    }

    /** Follows the odds of two candidates of an image through its votes. */
    void follow(int image, OddsTrace trace) {
        expect(image, trace);
    }

    /** Computes the posterior of an image; leaves the shares of smooth and rough behind for {@link #count}. */
    private void expect(int image, @Nullable OddsTrace trace) {
        int firstVote = votes.firstVote(image);
        int voteCount = votes.firstVote(image + 1) - firstVote;
        int from = candidates.first(image);
        int size = candidates.first(image + 1) - from;
        reserve(voteCount, size);
        confuse(image, size);
        double noneShare = cross[image] ? model.noneWithCross : EmModel.NONE_WITHOUT_CROSS;
        double ofNone = cross[image] ? noneShare * priorOfCrossed(image) : noneShare;
        double elsewhereSmooth = (1 - noneShare) * (1 - model.rough);
        double elsewhereRough = (1 - noneShare) * model.rough;
        for (int i = 0; i < size; i++) {
            double prior = model.priorWithout(candidates.label(from + i), counted[from + i]);
            smooth[i] = elsewhereSmooth * prior;
            rough[i] = elsewhereRough * prior;
            weigh(image, i, size);
        }
        if (trace != null) {
            trace.add(smooth, rough, ofNone);
        }
        boolean compared = false;
        strayed.clear(candidates.observed(image));
        for (int v = 0; v < voteCount; v++) {
            int vote = firstVote + v;
            double kind = !cross[image] ? 1 : votes.crossing(vote) ? model.crossOfLabel : 1 - model.crossOfLabel;
            double likely = kind * model.reliability[votes.source(vote)];
            double spared = likely * model.spared;
            double unlikely = kind - likely;
            double unspared = kind - spared;
            double most = 0;
            for (int i = 0; i < size; i++) {
                double right = ifRight[v * size + i];
                double wrong = ifWrong[v * size + i];
                smooth[i] *= likely * right + unlikely * wrong;
                rough[i] *= spared * right + unspared * wrong;
                most = Math.max(most, Math.max(smooth[i], rough[i]));
            }
            double away = model.wrong[cells[vote]] * namedElsewhere(vote);
            elsewhereSmooth *= unlikely * away;
            elsewhereRough *= unspared * away;
            ofNone *= ofNone(image, vote, compared);
            compared |= votes.size(vote) > 1;
            if (trace != null) {
                trace.add(smooth, rough, ofNone);
            }
            most = Math.max(most, Math.max(ofNone, Math.max(elsewhereSmooth, elsewhereRough)));
            if (most < SMALL) {
                for (int i = 0; i < size; i++) {
                    smooth[i] /= SMALL;
                    rough[i] /= SMALL;
                }
                elsewhereSmooth /= SMALL;
                elsewhereRough /= SMALL;
                ofNone /= SMALL;
            }
        }
        normalise(image, elsewhereSmooth + elsewhereRough, ofNone);
    }

    private void reserve(int voteCount, int size) {
        if (ifRight.length < voteCount * size) {
            ifRight = new double[2 * voteCount * size];
            ifWrong = new double[2 * voteCount * size];
            ifRightDraws = new double[2 * voteCount * size];
        }
        if (confused.length < size * size) {
            confused = new double[2 * size * size];
            ownBefore = new double[2 * size * size];
        }
        if (smooth.length < size) {
            smooth = new double[2 * size];
            rough = new double[2 * size];
        }
    }

    /** How likely wrong votes name the image's labels, as the other images say. */
    private void confuse(int image, int size) {
        int first = confusions.first(image);
        int observed = candidates.observed(image);
        System.arraycopy(own, first, ownBefore, 0, size * observed);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < observed; j++) {
                int at = i * observed + j;
                int pair = confusions.pair(first + at);
                if (pair != Confusions.SELF) {
                    double reverse = i < observed ? ownBefore[j * observed + i] : 0;
                    confused[at] = model.confusedWithout(pair, ownBefore[at], reverse);
                }
            }
        }
    }

    /** For the i-th candidate: how likely each vote is when it is right and when it is wrong. */
    private void weigh(int image, int i, int size) {
        int firstVote = votes.firstVote(image);
        int truth = candidates.label(candidates.first(image) + i);
        int row = i * candidates.observed(image);
        int place = confusions.first(image) + row;
        double expectedDraws = model.expectedDraws(draws[image]);
        boolean compared = false;
        strayed.clear(candidates.observed(image));
        for (int vote = firstVote; vote < votes.firstVote(image + 1); vote++) {
            double rights = 0;
            double wrongs = 0;
            double company = 1;
            boolean named = false;
            if (!compared && votes.size(vote) > 1) {
                company = company(place, row, vote);
                compared = true;
            }
            for (int j = votes.firstLabel(vote); j < votes.firstLabel(vote + 1); j++) {
                int pair = confusions.pair(place + column[j]);
                if (pair == Confusions.SELF) {
                    rights += model.exact[truth];
                    named = true;
                } else {
                    rights += model.broad[pair];
                    wrongs += strayed.likely(column[j], confused[row + column[j]], model.independence);
                }
            }
            double expected = expectedDraws * model.rate(vote) * rights;
            ifRightDraws[(vote - firstVote) * size + i] = Math.min(expected, Repeats.MAX);
            ifRight[(vote - firstVote) * size + i] =
                    rights * Repeats.gain(expected) * company * model.right[cells[vote]] / votes.size(vote);
            ifWrong[(vote - firstVote) * size + i] = wrongs * company * model.wrong[cells[vote]] / votes.size(vote);
            if (!named) {
                addStrayed(vote);
            }
        }
    }

    /**
     * How likely a label is named together with the others of a vote: as it is taken for them. Without it the more frequent
     * of two compared labels would always be the truth. Further comparisons in an image repeat the first.
     *
     * @param place of the label's first pair
     * @param row where the label's row begins in {@link #confused}
     */
    private double company(int place, int row, int vote) {
        double sum = 0;
        int others = 0;
        for (int j = votes.firstLabel(vote); j < votes.firstLabel(vote + 1); j++) {
            if (confusions.pair(place + column[j]) != Confusions.SELF) {
                sum += confused[row + column[j]];
                others++;
            }
        }
        return sum / others;
    }

    private void addStrayed(int vote) {
        for (int j = votes.firstLabel(vote); j < votes.firstLabel(vote + 1); j++) {
            strayed.add(column[j]);
        }
    }

    /**
     * How likely a vote is if the image shows none of its labels: a cross gets votes for the breeds in it.
     *
     * @param compared whether an earlier vote of the image named several labels
     */
    private double ofNone(int image, int vote, boolean compared) {
        double sum = 0;
        for (int i = votes.firstLabel(vote); i < votes.firstLabel(vote + 1); i++) {
            double any = model.named[votes.labelId(i)];
            sum += cross[image] ? 0.9 * shareInCrosses(image, votes.labelId(i)) + 0.1 * any : any;
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
     */
    private double priorOfCrossed(int image) {
        int observed = candidates.observed(image);
        double sum = 0;
        for (int i = 0; i < observed; i++) {
            int label = candidates.label(candidates.first(image) + i);
            if (shareInCrosses(image, label) > 0) {
                sum += model.prior[label] * crossedWith(image, i);
            }
        }
        return sum;
    }

    private double crossedWith(int image, int one) {
        int observed = candidates.observed(image);
        double sum = 0;
        int others = 0;
        for (int i = 0; i < observed; i++) {
            if (i != one && shareInCrosses(image, candidates.label(candidates.first(image) + i)) > 0) {
                sum += confused[one * observed + i];
                others++;
            }
        }
        return others == 0 ? 1 : sum / others;
    }

    /** The share of a label among those that the image's queries for a cross name. */
    private double shareInCrosses(int image, int label) {
        int all = 0;
        int of = 0;
        for (int vote = votes.firstVote(image); vote < votes.firstVote(image + 1); vote++) {
            if (votes.crossing(vote)) {
                for (int i = votes.firstLabel(vote); i < votes.firstLabel(vote + 1); i++) {
                    all++;
                    of += votes.labelId(i) == label ? 1 : 0;
                }
            }
        }
        return (double) of / all;
    }

    /** How likely one more wrong vote names what this one names, whatever it is that the image shows. */
    private double namedElsewhere(int vote) {
        double product = 1;
        for (int i = votes.firstLabel(vote); i < votes.firstLabel(vote + 1); i++) {
            double drawn = model.repeated(votes.labelId(i), strayed.of(column[i]));
            double likely = strayed.likely(column[i], drawn, model.independence);
            product *= strayed.of(column[i]) > 1 ? Math.min(MAX_COMPANY, likely) : likely;
        }
        addStrayed(vote);
        return product;
    }

    private void normalise(int image, double ofElsewhere, double ofNone) {
        int from = candidates.first(image);
        int size = candidates.first(image + 1) - from;
        double sum = ofElsewhere + ofNone;
        for (int i = 0; i < size; i++) {
            sum += smooth[i] + rough[i];
        }
        for (int i = 0; i < size; i++) {
            smooth[i] /= sum;
            rough[i] /= sum;
            posterior[from + i] = smooth[i] + rough[i];
        }
        none[image] = ofNone / sum;
        elsewhere[image] = ofElsewhere / sum;
    }

    /** Adds what an image teaches; one with a single vote teaches nothing but how frequent its label is. */
    private void count(int image, EmCounts counts) {
        int from = candidates.first(image);
        int size = candidates.first(image + 1) - from;
        for (int i = 0; i < size; i++) {
            counted[from + i] = posterior[from + i];
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
                counts.roughImages += rough[i];
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
            double right = smooth[i] * share(reliability * ifRight[i], (1 - reliability) * ifWrong[i])
                    + rough[i] * share(spared * ifRight[i], (1 - spared) * ifWrong[i]);
            counts.sourceVotes[votes.source(vote)] += right * ifRightDraws[i];
            counts.sourceRight[votes.source(vote)] += right * ifRightDraws[i];
            draws[image] += right * Repeats.further(ifRightDraws[i]);
        }
        counts.draws += draws[image];
    }

    private void countCrosses(int image, EmCounts counts) {
        if (!cross[image]) {
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
            double right = ifRight[(vote - firstVote) * size + i];
            double wrong = ifWrong[(vote - firstVote) * size + i];
            double reliability = model.reliability[votes.source(vote)];
            double spared = reliability * model.spared;
            double smoothRight = smooth[i] * share(reliability * right, (1 - reliability) * wrong);
            double roughRight = rough[i] * share(spared * right, (1 - spared) * wrong);
            double roughWrong = rough[i] - roughRight;
            // A wrong vote of a rough image: its source, its roughness or both have failed.
            double sourceHeld = roughWrong * reliability * (1 - model.spared) / (1 - spared);
            double roughnessHeld = roughWrong * (1 - reliability) * model.spared / (1 - spared);
            double further = Repeats.further(ifRightDraws[(vote - firstVote) * size + i]);
            double repeated = (smoothRight + roughRight) * further;
            draws[image] += smooth[i] + rough[i] + repeated;
            counts.sourceVotes[votes.source(vote)] += smooth[i] + rough[i] + repeated;
            counts.sourceRight[votes.source(vote)] += smoothRight + roughRight + sourceHeld + repeated;
            counts.roughVotes += rough[i] + roughRight * further;
            counts.sparedVotes += roughRight + roughnessHeld + roughRight * further;
            countNames(image, i, vote, smoothRight + roughRight, smooth[i] + rough[i], counts);
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
                wrongs += strayed.likely(column[j], confused[row + column[j]], model.independence);
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
            addStrayed(vote);
        }
    }

    /** Only a wrong vote that does not follow an earlier one tells what its label is taken for. */
    private void countConfusion(int image, int row, int at, double weight, EmCounts counts) {
        int place = confusions.first(image) + row + at;
        int pair = confusions.pair(place);
        double likely = confused[row + at];
        double share = weight * strayed.likely(at, likely, model.independence);
        double freshShare = weight * strayed.fresh(likely, model.independence);
        own[place] += freshShare;
        counts.confused[pair] += freshShare;
        counts.wrongOf[confusions.truth(pair)] += freshShare;
        counts.named[confusions.named(pair)] += freshShare;
        counts.freshness += freshShare / model.independence;
        counts.freshnessPossible += share / (model.independence + strayed.all());
        model.countWeights(pair, likely, ownBefore[row + at], freshShare, counts);
    }
}
