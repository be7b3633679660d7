package org.clickture.resolve;

/** How far the votes of an image agree, before anything is known of labels and sources. */
final class Agreement {

    private Agreement() {}

    /**
     * The share of the pairs of votes for an image that name the same label, in the mean of the images of two votes or more; ten
     * more say 0.8. A pair that has several labels in common counts once for each, but no image counts for more than 1.
     */
    static double of(Votes votes) {
        double agreeing = 8;
        double images = 10;
        int[] named = new int[votes.labels().size()];
        for (int image = 0; image < votes.images(); image++) {
            int count = votes.firstVote(image + 1) - votes.firstVote(image);
            if (count > 1) {
                double pairs = count * (count - 1.0) / 2;
                agreeing += Math.min(1, alike(votes, image, named) / pairs);
                images++;
            }
        }
        return agreeing / images;
    }

    /**
     * How many pairs of votes of an image name a label, for each label added up.
     *
     * @param named zero for each label, and so again when it is done
     */
    private static long alike(Votes votes, int image, int... named) {
        int from = votes.firstLabel(votes.firstVote(image));
        int to = votes.firstLabel(votes.firstVote(image + 1));
        long alike = 0;
        for (int i = from; i < to; i++) {
            alike += named[votes.labelId(i)]++;
        }
        for (int i = from; i < to; i++) {
            named[votes.labelId(i)] = 0;
        }
        return alike;
    }
}
