package org.clickture.resolve;

/**
 * How right votes of an image have named it so far, if it shows what it is supposed to show: by its label itself or, broadly, by
 * an ancestor of that. One image is found by people who know the kind, another by people who do not; so each vote names it as an
 * earlier one did or as its label is named anywhere (a Pólya urn, which does not mind the order of the votes). Filled again for
 * each image and label. Not thread-safe.
 */
final class Audience {

    private int exact;
    private int broad;

    void clear() {
        exact = 0;
        broad = 0;
    }

    /** Adds a vote; one that does both or neither says nothing. */
    void add(boolean exactly, boolean broadly) {
        if (exactly != broadly) {
            exact += exactly ? 1 : 0;
            broad += broadly ? 1 : 0;
        }
    }

    /**
     * How many times as likely the next right vote names the label itself as such a vote for any image of it.
     *
     * @param share the share of such votes that name it broadly, in [0, 1)
     * @param weight the weight of naming it as anywhere; that of each earlier vote is 1
     */
    double exactly(double share, double weight) {
        return (weight + exact / (1 - share)) / (weight + exact + broad);
    }

    /** Likewise for an ancestor, with a share in (0, 1]. */
    double broadly(double share, double weight) {
        return (weight + broad / share) / (weight + exact + broad);
    }

    int size() {
        return exact + broad;
    }

    /** By how much pairs of the votes are more alike than those of any two images, over all pairs in either order. */
    double excess(double share) {
        return broad * (broad - 1) * (1 - share) * (1 - share)
                - 2 * broad * exact * share * (1 - share)
                + exact * (exact - 1) * share * share;
    }

    /** What {@link #excess} would be if all votes of an image named it alike. */
    double possible(double share) {
        return (double) size() * (size() - 1) * share * (1 - share);
    }
}
