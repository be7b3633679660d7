package org.clickture.label;

/**
 * A label with at least one image: what {@link org.clickture.Counts#breeds()} counts, whatever the recipe calls it.
 *
 * @param rank its place by images, the largest first, then by label; the first is 1, equal sizes still get different ranks
 * @param label the label
 * @param images images that have it, ambiguous ones included, at least 1
 * @param clicks exact sum of its clicks over these images; clicks of a query that names two labels count for both
 * @param imageQueries sum of its distinct normalised queries over these images, that is the number of distinct (image,
 *     query) pairs. A query that was clicked on three images counts three times: this is <em>not</em> the number of
 *     distinct queries, which {@link LabelStatistics#queriesOfLabel} finds for one label
 * @param ambiguousImages those of its images that have another label as well
 */
public record BreedRow(int rank, String label, long images, long clicks, long imageQueries, long ambiguousImages) {

    /** The share of its images that have another label as well, in [0, 1]. */
    public double ambiguousShare() {
        return (double) ambiguousImages / images;
    }
}
