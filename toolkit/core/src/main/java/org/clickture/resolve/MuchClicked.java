package org.clickture.resolve;

/**
 * How far the much clicked votes of an image agree with each other and with its other votes, before anything is known of labels
 * and sources: in the mean of the images that have at least two of both. Votes that name several labels are left out, and images with
 * a query for a cross. Not thread-safe.
 */
final class MuchClicked {

    /** Searchers seldom click one image so often with one query, machines do. */
    private static final long LEAST_CLICKS = 8;
    /** Less agreement beyond chance tells nothing, since images differ in how hard they are, too. */
    private static final double LEAST_BEYOND_CHANCE = 0.15;
    /** Few images tell little: so many that agree no more than by chance are counted in. */
    private static final double IMAGES_BY_CHANCE = 20;
    /** If other votes agree so many times as often as much clicked ones, or less, they are mostly wrong. */
    private static final double LEAST_OF_OTHERS = 0.3;

    private double images;
    /** The shares of pairs that agree, added up: of much clicked votes, of one such and one other, of other votes. */
    private double much;

    private double mixed;
    private double others;

    private MuchClicked() {}

    /** @param cross for each image whether a query speaks of a cross */
    static MuchClicked of(Votes votes, boolean... cross) {
        MuchClicked agreement = new MuchClicked();
        int[] muchFor = new int[votes.labels().size()];
        int[] othersFor = new int[muchFor.length];
        for (int image = 0; image < votes.images(); image++) {
            if (!cross[image]) {
                agreement.add(votes, image, muchFor, othersFor);
            }
        }
        return agreement;
    }

    /** Whether a vote is much clicked and names one label. */
    static boolean is(Votes votes, int vote) {
        return votes.clicks(vote) >= LEAST_CLICKS && votes.size(vote) == 1;
    }

    /** Both arrays hold zero for each label, and again so when it is done. */
    private void add(Votes votes, int image, int[] muchFor, int[] othersFor) {
        double muchVotes = 0;
        double otherVotes = 0;
        for (int vote = votes.firstVote(image); vote < votes.firstVote(image + 1); vote++) {
            int label = votes.labelId(votes.firstLabel(vote));
            if (is(votes, vote)) {
                muchFor[label]++;
                muchVotes++;
            } else if (votes.size(vote) == 1) {
                othersFor[label]++;
                otherVotes++;
            }
        }
        double muchPairs = 0;
        double mixedPairs = 0;
        double otherPairs = 0;
        for (int vote = votes.firstVote(image); vote < votes.firstVote(image + 1); vote++) {
            int label = votes.labelId(votes.firstLabel(vote));
            muchPairs += muchFor[label] * (muchFor[label] - 1.0);
            mixedPairs += (double) muchFor[label] * othersFor[label];
            otherPairs += othersFor[label] * (othersFor[label] - 1.0);
            muchFor[label] = 0;
            othersFor[label] = 0;
        }
        if (muchVotes > 1 && otherVotes > 1) {
            images++;
            much += muchPairs / muchVotes / (muchVotes - 1);
            mixed += mixedPairs / muchVotes / otherVotes;
            others += otherPairs / otherVotes / (otherVotes - 1);
        }
    }

    /**
     * The share of the pairs of much clicked votes for one image that agree since one repeats the other, in [0, 1]: a first guess. If
     * none did, they would agree as often as right ones do, which is told by how often they agree with others, and these with each
     * other. If they agree clearly more often, either some are repeated, or others are mostly wrong and hardly agree with each other:
     * then it is 0, and so it is where it cannot be told from 0. That wrong votes agree, too, is left out: where all wrong votes for an
     * image agree, it may be 0.3 where nothing is repeated.
     */
    double repeated() {
        if (images == 0 || others <= LEAST_OF_OTHERS * much) {
            return 0;
        }
        double byChance = Math.min(1, mixed / images * mixed / others);
        double beyond = (much / images - byChance) * images / (images + IMAGES_BY_CHANCE);
        return beyond > LEAST_BEYOND_CHANCE ? beyond / (1 - byChance) : 0;
    }
}
