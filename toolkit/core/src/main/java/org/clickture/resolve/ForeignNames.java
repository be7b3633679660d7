package org.clickture.resolve;

import it.unimi.dsi.fastutil.longs.Long2IntMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;

/**
 * Tells whether labels have swallowed others: whether images are taken for labels by whose names they are hardly called. A rare
 * label that is mixed up with a frequent one explains the images of that nearly as well, if all that speaks against it is taken
 * for the same mistake or the same broader name; and once it has a few of them, it looks frequent.
 */
final class ForeignNames {

    /** A label is suspect if another one is named more than so many times as often in its images. */
    private static final int TIMES = 2;

    /** The share of the images that must be taken for suspect labels. */
    private static final double LEAST_SUSPECT = 0.0025;

    private ForeignNames() {}

    /** Whether many images are taken for labels whose images are mostly called by the name of one other label. */
    static boolean prevail(Votes votes, Posteriors posteriors) {
        int[] images = new int[votes.labels().size()];
        long[] own = new long[images.length];
        Long2IntOpenHashMap foreign = new Long2IntOpenHashMap();
        for (int image = 0; image < votes.images(); image++) {
            int label = posteriors.candidates().label(posteriors.likeliest(image));
            images[label]++;
            int end = votes.firstLabel(votes.firstVote(image + 1));
            for (int i = votes.firstLabel(votes.firstVote(image)); i < end; i++) {
                if (votes.labelId(i) == label) {
                    own[label]++;
                } else {
                    foreign.addTo((long) label << Integer.SIZE | votes.labelId(i), 1);
                }
            }
        }
        boolean[] suspect = new boolean[images.length];
        for (Long2IntMap.Entry other : foreign.long2IntEntrySet()) {
            int label = (int) (other.getLongKey() >>> Integer.SIZE);
            suspect[label] |= other.getIntValue() > TIMES * own[label];
        }
        int suspects = 0;
        for (int label = 0; label < images.length; label++) {
            suspects += suspect[label] ? images[label] : 0;
        }
        return suspects > LEAST_SUSPECT * votes.images();
    }
}
