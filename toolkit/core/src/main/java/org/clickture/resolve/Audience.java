package org.clickture.resolve;

/**
 * How the votes of an image have named so far what it is supposed to show: by its label itself or, broadly, by an ancestor of
 * that. One image is found by people who know the kind, another by people who do not; so the next right vote names it as an
 * earlier one did or as right votes name that label anywhere (a Pólya urn, which does not mind the order of votes that are all
 * right). All votes with one of the names count, as if they were right. Filled again for each image and label. Not thread-safe.
 */
final class Audience {

    private int exact;
    private int broad;

    void clear() {
        exact = 0;
        broad = 0;
    }

    /** Adds a vote; one with both names or neither says nothing. */
    void add(boolean isExact, boolean isBroad) {
        if (isExact != isBroad) {
            exact += isExact ? 1 : 0;
            broad += isBroad ? 1 : 0;
        }
    }

    /** Votes that were added with one of the names. */
    int size() {
        return exact + broad;
    }

    /**
     * By what factor these votes make it likelier that the next right one names the label itself.
     *
     * @param share of the right votes anywhere that name the label or an ancestor, the share that names an ancestor; in [0, 1)
     * @param weight the weight of that share, in votes; above 0
     */
    double timesExact(double share, double weight) {
        return (weight + exact / (1 - share)) / (weight + exact + broad);
    }

    /** Likewise that it names an ancestor; the share must be in (0, 1). */
    double timesBroad(double share, double weight) {
        return (weight + broad / share) / (weight + exact + broad);
    }

    /**
     * How alike the votes are: the sum, over the pairs of different votes in either order, of the product of how far both are off the
     * share, where a vote is 1 if it is broad and 0 if not. Negative if they are less alike than chance makes them.
     */
    double excess(double share) {
        return (double) broad * (broad - 1) * (1 - share) * (1 - share)
                - 2.0 * broad * exact * share * (1 - share)
                + (double) exact * (exact - 1) * share * share;
    }

    /** What {@link #excess} would be in the mean of all images if each had votes of one kind only. */
    double possible(double share) {
        return (double) size() * (size() - 1) * share * (1 - share);
    }
}
