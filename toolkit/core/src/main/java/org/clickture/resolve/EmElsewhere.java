package org.clickture.resolve;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;

/**
 * How likely the votes of an image are if it shows a label that is no candidate of it: then all of them are wrong. Each such
 * label is asked for itself, since wrong names in company tell which one it is: two names that a third label is often taken for
 * are likelier together than one by one. Only the labels that votes name most are asked one by one; the others count as one
 * label that is like them in the mean, so that time and memory do not grow with the square of the labels. What the image itself
 * has taught of labels that are no candidates is little, and is not left out. Not thread-safe.
 */
final class EmElsewhere {

    /** So many labels are asked one by one. */
    private static final int MOST_LABELS = 63;
    /** Once so many names of an image were looked at, no further vote is; nor do more votes tell how hard a label is to name. */
    private static final int MOST_NAMES = 32;
    /** So many sums are added up side by side. */
    private static final int ROWS = 4;

    /** The least of {@link #smooth} and {@link #rough}: neither frequent candidates nor unlikely company rule out another label. */
    private static final double LEAST = 1e-6;

    /**
     * Votes that all agree are right, or all are wrong in company. The latter must not be likelier with every vote that agrees,
     * where right votes name broader labels, too: from its third vote on, that company repeats itself at most so often.
     */
    private static final double MAX_COMPANY = 0.6;

    private final OneCoinEm em;
    private final int mostLabels;
    private final int mostNames;
    private final Strayed strayed;
    /** By label its column: those named most have one each, all others share the next one. */
    private final int[] columns;
    /** By column how likely an image shows it. */
    private final double[] prior;
    /** By label how likely a wrong vote names it, whatever is true. */
    private final double[] drawn;
    /** By label that votes name, and column: how many times as likely a wrong vote names it if that is true. */
    private final double[][] taken;
    /** By number of votes and column: how many times as likely so many of them are wrong. */
    private final double[][] hard;
    /**
     * By label that votes name: what {@link #smooth} (at twice their number) and {@link #rough} (behind it) are for votes that
     * name nothing else; NaN until it is asked for.
     */
    private final double[][] unanimous;

    /** By column what {@link #smooth} and {@link #rough} are sums of, but for how hard labels are to name. */
    private final double[] ofSmooth;

    private final double[] ofRough;

    /**
     * How likely the last image shows a label that is no candidate, times how much likelier its names are together than one by
     * one if it does, times how much likelier so many votes are wrong. Some of its names are slips. May exceed 1.
     */
    double smooth;
    /** The same if the image is rough or mistaken, when slips and how hard labels are to name are left out. */
    double rough;

    /** @param em is asked for its candidates and confusions now, for its model in {@link #believe} */
    EmElsewhere(OneCoinEm em) {
        this(em, MOST_LABELS, MOST_NAMES);
    }

    /**
     * @param mostLabels how many labels are asked one by one
     * @param mostNames how many names of an image are looked at, and votes as far as they tell how hard labels are to name
     */
    EmElsewhere(OneCoinEm em, int mostLabels, int mostNames) {
        this.em = em;
        this.mostLabels = mostLabels;
        this.mostNames = mostNames;
        strayed = new Strayed(em.candidates.mostObserved());
        int[] named = named(em.votes);
        columns = columns(mostLabels, named);
        prior = new double[(Math.min(mostLabels, named.length) / ROWS + 1) * ROWS];
        ofSmooth = new double[prior.length];
        ofRough = new double[prior.length];
        drawn = new double[named.length];
        taken = new double[named.length][];
        unanimous = new double[named.length][];
        for (int label = 0; label < named.length; label++) {
            if (named[label] > 0) {
                taken[label] = new double[prior.length];
                unanimous[label] = new double[2 * (mostNames + 1)];
            }
        }
        hard = new double[mostNames + 1][prior.length];
        Arrays.fill(hard[0], 1);
    }

    /** For each label how many votes name it. */
    private static int[] named(Votes votes) {
        int[] named = new int[votes.labels().size()];
        for (int i = 0; i < votes.firstLabel(votes.votes()); i++) {
            named[votes.labelId(i)]++;
        }
        return named;
    }

    private static int[] columns(int mostLabels, int... named) {
        int[] labels = Votes.upTo(named.length);
        IntArrays.mergeSort(labels, (one, other) -> Integer.compare(named[other], named[one]));
        int[] columns = new int[named.length];
        for (int i = 0; i < labels.length; i++) {
            columns[labels[i]] = Math.min(i, mostLabels);
        }
        return columns;
    }

    /** Believes what the model does: to be called whenever that has changed, before images are weighed. */
    void believe() {
        EmModel model = em.model;
        double[] hardness = model.hardness();
        double[] usual = new double[prior.length];
        Arrays.fill(prior, 0);
        Arrays.fill(hard[1], 0);
        for (int label = 0; label < columns.length; label++) {
            int column = columns[label];
            prior[column] += model.prior[label];
            usual[column] += model.prior[label] * model.confusions.usualPull[label];
            hard[1][column] += model.prior[label] * hardness[label];
        }
        for (int column = 0; column < prior.length; column++) {
            hard[1][column] /= Math.max(prior[column], EmModel.LEAST_SHARE);
            for (int votes = 2; votes < hard.length; votes++) {
                hard[votes][column] = hard[votes - 1][column] * hard[1][column];
            }
        }
        believeNames(usual);
    }

    /** @param usual by column the probability that an image shows it, and a wrong vote for it takes a name as any other does */
    private void believeNames(double... usual) {
        EmModel model = em.model;
        for (int label = 0; label < taken.length; label++) {
            if (taken[label] != null) {
                for (int column = 0; column < prior.length; column++) {
                    taken[label][column] = usual[column] * model.named[label];
                }
                taken[label][columns[label]] -=
                        model.prior[label] * model.confusions.usualPull[label] * model.named[label];
                Arrays.fill(unanimous[label], Double.NaN);
            }
        }
        for (int pair = 0; pair < em.confusions.size(); pair++) {
            int truth = em.confusions.truth(pair);
            double[] row = taken[em.confusions.named(pair)];
            if (row != null) {
                double seen =
                        model.confusions.confused[pair] - model.confusions.usual(pair) - model.confusions.byKin(pair);
                row[columns[truth]] += model.prior[truth] * seen;
            }
        }
        believeKin();
        for (int label = 0; label < taken.length; label++) {
            if (taken[label] != null) {
                drawn[label] = Math.max(EmModel.LEAST_SHARE, EmModel.sum(taken[label]));
                for (int column = 0; column < prior.length; column++) {
                    taken[label][column] /= Math.max(prior[column], EmModel.LEAST_SHARE) * drawn[label];
                }
            }
        }
    }

    private void believeKin() {
        for (int truth = 0; truth < taken.length; truth++) {
            em.model.confusions.addByKin(truth, em.model.prior[truth], taken, columns[truth]);
        }
    }

    /**
     * Sets {@link #smooth} and {@link #rough} for an image.
     *
     * @param likely is filled, by vote, with how likely its names are one by one, whatever it is that the image shows
     */
    void weigh(int image, double... likely) {
        weighOneByOne(image, likely);
        if (em.candidates.observed(image) > 1) {
            weighTogether(image);
            return;
        }
        int votes = em.votes.firstVote(image + 1) - em.votes.firstVote(image);
        double[] known = unanimous[em.candidates.label(em.candidates.first(image))];
        int place = 2 * Math.min(votes, mostNames);
        if (Double.isNaN(known[place])) {
            weighTogether(image);
            known[place] = smooth;
            known[place + 1] = rough;
        }
        smooth = known[place];
        rough = known[place + 1];
    }

    private void weighOneByOne(int image, double... likely) {
        int firstVote = em.votes.firstVote(image);
        strayed.clear(em.candidates.observed(image));
        for (int vote = firstVote; vote < em.votes.firstVote(image + 1); vote++) {
            double names = 1;
            for (int i = em.votes.firstLabel(vote); i < em.votes.firstLabel(vote + 1); i++) {
                double name = em.model.urn.likely(drawn[em.votes.labelId(i)], strayed.of(em.column[i]), strayed.all());
                names *= strayed.of(em.column[i]) > 1 ? Math.min(MAX_COMPANY, name) : name;
            }
            likely[vote - firstVote] = names;
            strayed.addAll(em.column, em.votes.firstLabel(vote), em.votes.firstLabel(vote + 1));
        }
    }

    private void weighTogether(int image) {
        System.arraycopy(prior, 0, ofRough, 0, prior.length);
        for (int i = em.candidates.first(image); i < em.candidates.first(image + 1); i++) {
            int label = em.candidates.label(i);
            boolean alone = columns[label] < mostLabels;
            ofRough[columns[label]] = alone ? 0 : Math.max(0, ofRough[mostLabels] - em.model.prior[label]);
        }
        System.arraycopy(ofRough, 0, ofSmooth, 0, prior.length);
        double noSlips = 1 - em.model.slips;
        strayed.clear(em.candidates.observed(image));
        int firstVote = em.votes.firstVote(image);
        int endVote = em.votes.firstVote(image + 1);
        for (int vote = firstVote; vote < endVote && strayed.all() < mostNames; vote++) {
            for (int i = em.votes.firstLabel(vote); i < em.votes.firstLabel(vote + 1); i++) {
                int label = em.votes.labelId(i);
                double anew = em.model.urn.freshShare(drawn[label], strayed.of(em.column[i]));
                double oneByOne = em.model.urn.likely(drawn[label], strayed.of(em.column[i]), strayed.all());
                double slipped = em.model.slips * em.model.slipped[label] / oneByOne;
                multiply(ofSmooth, taken[label], noSlips * anew, noSlips * (1 - anew) + slipped);
                multiply(ofRough, taken[label], anew, 1 - anew);
            }
            strayed.addAll(em.column, em.votes.firstLabel(vote), em.votes.firstLabel(vote + 1));
        }
        smooth = Math.max(LEAST, sum(ofSmooth, hard[Math.min(endVote - firstVote, mostNames)]));
        rough = Math.max(LEAST, sum(ofRough, hard[0]));
    }

    /** Plain enough to be done with several at a time. */
    private static void multiply(double[] product, double[] taken, double anew, double otherwise) {
        for (int column = 0; column < product.length; column++) {
            product[column] *= anew * taken[column] + otherwise;
        }
    }

    /** Sums up in four rows, of which none waits for another. */
    private static double sum(double[] product, double[] weights) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (int column = 0; column < product.length; column += ROWS) {
            first += product[column] * weights[column];
            second += product[column + 1] * weights[column + 1];
            third += product[column + 2] * weights[column + 2];
            fourth += product[column + 3] * weights[column + 3];
        }
        return first + second + (third + fourth);
    }
}
