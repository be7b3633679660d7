package org.clickture.synth;

import org.clickture.ClicktureException;

/**
 * What an image shows and how many rows it has: the first two random choices of each image, cheap enough to be made for
 * all images of a log before it is written. Immutable.
 */
final class ImageShapes {

    /** Images of a cross with a name of its own, for each image that is clicked for a breed. */
    private static final double CROSSES = 0.04;

    private static final double ROUNDING = 1e-9;

    private final long seed;
    private final Subject[] subjects = Subject.values();
    private final double[] cumulative = new double[subjects.length];
    private final Law dogTriads;
    private final Law triads;
    private final double meanRows;
    private final double thingRowShare;

    /**
     * @param hasCrosses whether there are crosses to show
     * @param dogs whether there are queries that only look like such for what is shown, as there are for dogs
     */
    ImageShapes(SynthRequest request, boolean hasCrosses, boolean dogs) {
        seed = request.seed();
        dogTriads = Law.triads(request.value(Knob.DOG_TRIADS_PER_IMAGE));
        triads = Law.triads(request.value(Knob.TRIADS_PER_IMAGE));
        double shown = request.value(Knob.DOG_SHARE);
        double mixes = request.value(Knob.MIX_SHARE);
        double sum = 0;
        double rows = 0;
        double thingRows = 0;
        for (int i = 0; i < subjects.length; i++) {
            Subject subject = subjects[i];
            double share = switch (subject) {
                case BREED -> shown * (1 - mixes);
                case MIX -> shown * mixes;
                case CROSS -> hasCrosses ? shown * CROSSES : 0;
                case DOG -> shown * request.value(Knob.OTHER_DOGS);
                case HOMONYM -> dogs ? request.value(Knob.HOMONYM_SHARE) : 0;
                case DOG_THING -> dogs ? request.value(Knob.DOG_THING_SHARE) : 0;
                case THING -> 1 - sum;
            };
            if (share < -ROUNDING) {
                throw new ClicktureException("the shares of images add up to more than 1: "
                        + "dog-share with its other-dogs, homonym-share and dog-thing-share; lower one of them");
            }
            sum += Math.max(0, share);
            cumulative[i] = sum;
            rows += share * law(subject).mean();
            thingRows += subject == Subject.THING ? share * law(subject).mean() : 0;
        }
        meanRows = rows;
        thingRowShare = thingRows / rows;
    }

    /** Begins the random choices of an image and makes the first one. */
    Subject subject(long image, Rng rng) {
        rng.start(seed, image);
        double u = rng.unit();
        int i = subjects.length - 1;
        while (i > 0 && u < cumulative[i - 1]) {
            i--;
        }
        return subjects[i];
    }

    /** Makes the second choice: how many rows, at least 1. */
    int rows(Subject subject, Rng rng) {
        return law(subject).draw(rng);
    }

    /** Rows of an image in the mean. */
    double meanRows() {
        return meanRows;
    }

    /** The share of the rows that belong to images about other things. */
    double thingRowShare() {
        return thingRowShare;
    }

    private Law law(Subject subject) {
        return subject == Subject.BREED || subject == Subject.MIX ? dogTriads : triads;
    }
}
