package org.clickture.resolve;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * The ways to give every image one label, from the plainest to the one that knows most. Each works on the same votes, so
 * that they can be held against each other. All give an image whose queries name one label that label, but for {@link #EM}: it
 * may choose a broader or narrower label that other images are clicked for, and finds that an image shows none of its labels
 * if a query speaks of a cross.
 *
 * <p>Ties are decided by what is named, then by the first label by UTF-16 code units.
 */
public enum Method {
    /** Images with several labels get none. */
    DROP,
    /** The label with most clicks; of equals the one with more queries. */
    CLICKS,
    /**
     * The label with the greatest sum of log(1 + clicks) over its queries; of equals the one with more clicks. A query
     * counts for more when it is clicked more, but a hundred times more clicks are not a hundred times more.
     */
    LOG_CLICKS,
    /** The label with most distinct queries; of equals the one with more clicks. */
    QUERIES,
    /**
     * A query for a label speaks for all its ancestors too: the narrowest label, observed or an ancestor, for which more
     * than half speaks. If there is none, as {@link #QUERIES}.
     */
    HIERARCHY,
    /** One-coin truth inference over query templates, calibrated: see {@link OneCoinEm}. */
    EM;

    /** The name on the command line: lower case, with hyphens. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Resolves all images. Deterministic, in one thread; needs about 100 bytes a vote.
     *
     * @param tree which label is a kind of which other one, for the labels of {@code votes}
     * @throws org.clickture.ClicktureException if the clicks for a label of an image add up to more than 2^63 − 1; EM does not
     *     add them up
     */
    public Resolutions resolve(Votes votes, LabelTree tree) {
        return this == EM
                ? EmResolver.resolve(votes, tree, Calibration.shipped())
                : SimpleResolver.resolve(this, votes, tree);
    }

    /**
     * What {@link #EM} believes before it is calibrated: the posteriors as its model has them.
     *
     * @param tree as for {@link #resolve}
     */
    public static Resolutions emUncalibrated(Votes votes, LabelTree tree) {
        return EmResolver.resolve(votes, tree, Calibration.none());
    }

    /**
     * Resolves all images by every method, in their order.
     *
     * @param tree as for {@link #resolve}
     */
    public static Map<Method, Resolutions> resolveAll(Votes votes, LabelTree tree) {
        Map<Method, Resolutions> resolved = new EnumMap<>(Method.class);
        for (Method method : values()) {
            resolved.put(method, method.resolve(votes, tree));
        }
        return Collections.unmodifiableMap(resolved);
    }
}
