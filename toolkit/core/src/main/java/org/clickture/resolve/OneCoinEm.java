package org.clickture.resolve;

/**
 * Sparse one-coin truth inference. An image shows one label; each of its votes is right with the reliability of its source
 * (one coin for each query template, after the one-coin variant of Dawid and Skene 1979), whose odds are higher for labels
 * that people know well, see {@link EmEase}. Its clicks then look like those of right votes, see {@link EmClicks}. A right vote
 * names the label or, with shares of their own, an ancestor (partial labels, arXiv:2106.04530) or a kind of it, see
 * {@link EmRelatives}; some images are named more broadly than others of their label, see {@link Audience}. A wrong vote names
 * another label, as often as wrong votes do, as this label and those like it are taken for it, see {@link EmConfusions} and
 * {@link EmKin}, and as those before it did or did not, see {@link EmUrn}; where the source has failed, some are slips, which name
 * labels whatever is true and whatever came before. Some images are rough or mistaken, see {@link ImageState}: they spoil right
 * votes, which turn wrong by a second coin, so that wrong votes come in company and are no slips; those of
 * one or two votes may be so more or less often than others. Much clicked votes may be a machine's that repeats itself, see
 * {@link EmMachines}. Right searchers who come with the same query leave one vote, see
 * {@link Repeats}: with few templates a label that nobody contradicts has had more of them than its votes say.
 *
 * <p>A query may compare labels: "X vs Y". Which of the two such images show is learned from those that have more queries,
 * see {@link EmComparisons}.
 *
 * <p>Only labels that an image was clicked for, their parents and their children are its candidates. Beside them stand
 * "none of these", for crosses and the like, and "elsewhere": all votes are wrong and the truth is a label that is
 * no candidate, see {@link EmElsewhere}. That one is never chosen but keeps the others from being too sure.
 *
 * <p>Which labels are taken for each other is learned from few images for each pair, and how frequent a label is sometimes
 * too. So an image is judged by what the others say of that, as in collapsed variational inference (CVB0: Asuncion and
 * others, "On smoothing and inference for topic models", UAI 2009): with its own votes counted in, it would confirm itself
 * and be too sure.
 *
 * <p>Needs no truth and no random numbers. One thread, sums in a fixed order, of functions only those of {@link StrictMath}:
 * the same votes give the same bits everywhere.
 */
final class OneCoinEm {

    /**
     * At first, passes look at so many images only, or up to twice as many, evenly spread: what is alike for all images and labels
     * is learned there, and takes the most passes.
     */
    private static final int FIRST_IMAGES = 8_000;
    /** They end once one moves so little of the posteriors, as a share of these images, or after so many passes. */
    private static final double LEAST_MOVED = 0.0005;

    private static final int MOST_FIRST_PASSES = 30;
    /** So many of them are {@link EmStage#PLAIN}; from then on they are {@link EmStage#COMMON}. */
    private static final int PLAIN_PASSES = 3;
    /** Only the second common pass moves what the first has taught. */
    private static final int LEAST_FIRST_PASSES = PLAIN_PASSES + 2;
    /**
     * Then passes look at all images, until so little is expected to move in all further ones. Two are enough for most laws of noise;
     * some, such as parents named for children, take dozens, and are far off before.
     */
    private static final double LEAST_LEFT = 0.0003;
    /** The first of these moves what was not looked at before, so only the third tells how much less each moves. */
    private static final int LEAST_PASSES = 3;

    private static final int MOST_PASSES = 40;

    final Votes votes;
    final CandidateSets candidates;
    final Confusions confusions;
    final EmModel model;
    final EmComparisons comparisons;
    final byte[] clickRanges;
    /** For each place in the votes' labels the place of that label among its image's candidates. */
    final int[] column;
    /** For each image whether a query speaks of a cross. */
    final boolean[] cross;
    /** For each image the posteriors of what is no candidate; those of candidates are in {@link #teaching}. */
    final double[] none;

    final double[] elsewhere;
    /** What images have added to what the model believes, and what they add in the pass at hand, or have in the last one. */
    EmTaught taught;

    EmTaught teaching;

    private final EmExpectation expectation;
    private final boolean clicks;

    /**
     * @param clicks whether clicks say something
     * @param alike whether labels are much alike in what they are taken for, however it looks
     */
    private OneCoinEm(Votes votes, LabelTree tree, boolean clicks, boolean alike) {
        this.votes = votes;
        this.clicks = clicks;
        candidates = CandidateSets.of(votes, tree);
        confusions = new Confusions(candidates, votes.labels().size());
        clickRanges = ClickRanges.of(votes);
        column = new int[votes.firstLabel(votes.votes())];
        cross = new boolean[votes.images()];
        none = new double[votes.images()];
        elsewhere = new double[votes.images()];
        taught = new EmTaught(votes, candidates, confusions);
        teaching = new EmTaught(votes, candidates, confusions);
        for (int image = 0; image < votes.images(); image++) {
            begin(image);
        }
        EmMachines machines = new EmMachines(votes, column, cross, clicks);
        model = new EmModel(votes, new EmClicks(votes, clickRanges), tree, confusions, machines, alike);
        comparisons = new EmComparisons(this);
        expectation = new EmExpectation(this);
    }

    private void begin(int image) {
        for (int vote = votes.firstVote(image); vote < votes.firstVote(image + 1); vote++) {
            cross[image] |= votes.crossing(vote);
            for (int i = votes.firstLabel(vote); i < votes.firstLabel(vote + 1); i++) {
                column[i] = candidates.indexOf(image, votes.labelId(i));
            }
        }
    }

    /** Runs the EM: how likely each candidate of each image is. */
    static Posteriors run(Votes votes, LabelTree tree) {
        return fit(votes, tree).posteriors();
    }

    /**
     * Runs the EM and keeps what it has learned, so that its choices can be accounted for. If labels have changed places,
     * clicks have misled: then they say nothing. If labels have swallowed others, they are taken to be alike in what they are
     * taken for.
     */
    static OneCoinEm fit(Votes votes, LabelTree tree) {
        return fit(votes, tree, FIRST_IMAGES, MOST_PASSES);
    }

    /**
     * Runs the EM with other limits.
     *
     * @param firstImages so many images are looked at in the first passes, or up to twice as many; at least 1
     * @param mostPasses so many passes look at all images at most; at least {@link #LEAST_PASSES}
     */
    static OneCoinEm fit(Votes votes, LabelTree tree, int firstImages, int mostPasses) {
        int firstStep = Math.max(1, votes.images() / firstImages);
        OneCoinEm em = new OneCoinEm(votes, tree, true, false).learn(firstStep, mostPasses);
        if (Majorities.changedPlaces(votes, em.posteriors())) {
            em = new OneCoinEm(votes, tree, false, false).learn(firstStep, mostPasses);
        }
        return ForeignNames.prevail(votes, em.posteriors())
                ? new OneCoinEm(votes, tree, em.clicks, true).learn(firstStep, mostPasses)
                : em;
    }

    private OneCoinEm learn(int firstStep, int mostPasses) {
        EmLessons lessons = new EmLessons(this, expectation);
        double moved = 1;
        for (int pass = 0; pass < LEAST_FIRST_PASSES || (pass < MOST_FIRST_PASSES && moved > LEAST_MOVED); pass++) {
            EmCounts counts = look(lessons, firstStep);
            believe(counts, pass < PLAIN_PASSES ? EmStage.PLAIN : EmStage.COMMON);
            moved = counts.movedShare();
        }
        EmCounts counts = look(lessons, 1);
        double left = 1;
        for (int pass = 1; pass < LEAST_PASSES || (pass < mostPasses && left > LEAST_LEFT); pass++) {
            believe(counts, EmStage.WHOLE);
            double before = counts.movedShare();
            counts = look(lessons, 1);
            left = left(before, counts.movedShare());
        }
        return this;
    }

    /**
     * What all further passes move, as a share of the images, if each moves the same share less than the one before, as the last did;
     * huge or infinite if that did not move less, 0 if it moved nothing.
     */
    private static double left(double before, double moved) {
        return moved * moved / Math.max(Double.MIN_VALUE, before - moved);
    }

    /** Looks at every so many-th image, and counts what these teach. */
    private EmCounts look(EmLessons lessons, int step) {
        EmCounts counts = new EmCounts(votes.sources(), votes.labels().size(), confusions.size());
        expectation.begin();
        for (int image = 0; image < votes.images(); image += step) {
            expectation.expect(image, null);
            lessons.count(image, counts);
        }
        return counts;
    }

    private void believe(EmCounts counts, EmStage stage) {
        model.update(counts, stage, clicks);
        comparisons.update(counts);
        EmTaught before = taught;
        taught = teaching;
        teaching = before;
    }

    /** How likely each candidate of each image is, by what was learned. */
    Posteriors posteriors() {
        return new Posteriors(candidates, teaching.posterior, none, elsewhere, !clicks);
    }

    /** Follows the odds of two candidates of an image through its votes. */
    void follow(int image, OddsTrace trace) {
        expectation.expect(image, trace);
    }
}
