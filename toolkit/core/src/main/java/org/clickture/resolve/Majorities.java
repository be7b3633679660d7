package org.clickture.resolve;

/** What most queries of an image name. */
final class Majorities {

    /** Where labels have not changed places, more than that share of the majorities was followed in every trial. */
    private static final double LEAST_FOLLOWED = 0.55;

    private Majorities() {}

    /**
     * Whether ambiguous images are taken for what most of their queries name hardly more often than for something else. Then
     * labels have changed places: where each is mixed up with one other, right and wrong votes can be learned the wrong way
     * round. Images without a majority do not count.
     */
    static boolean hardlyFollowed(Votes votes, Posteriors posteriors) {
        CandidateSets candidates = posteriors.candidates();
        int majorities = 0;
        int followed = 0;
        for (int image = 0; image < votes.images(); image++) {
            int majority = candidates.observed(image) > 1 ? of(image, votes, candidates) : -1;
            if (majority >= 0) {
                majorities++;
                followed += posteriors.likeliest(image) == candidates.first(image) + majority ? 1 : 0;
            }
        }
        return followed < LEAST_FOLLOWED * majorities;
    }

    /** The place of the label that more votes of an image name than any other; -1 if there is none. */
    private static int of(int image, Votes votes, CandidateSets candidates) {
        int[] named = new int[candidates.observed(image)];
        int from = votes.firstLabel(votes.firstVote(image));
        int to = votes.firstLabel(votes.firstVote(image + 1));
        if (to - from == named.length) {
            return -1;
        }
        for (int i = from; i < to; i++) {
            named[candidates.indexOf(image, votes.labelId(i))]++;
        }
        int most = 0;
        boolean alone = true;
        for (int i = 1; i < named.length; i++) {
            if (named[i] > named[most]) {
                most = i;
                alone = true;
            } else if (named[i] == named[most]) {
                alone = false;
            }
        }
        return alone ? most : -1;
    }
}
