package org.clickture.synth;

import java.util.List;

/** Labels to draw from, each by its weight. Immutable. */
final class WeightedIds {

    private final int[] ids;
    private final long[] cumulative;

    /**
     * Takes those candidates that have a weight.
     *
     * @param candidates ids of labels
     * @param weights by id; at least 0, with a sum below 2^62
     */
    WeightedIds(List<Integer> candidates, long[] weights) {
        ids = candidates.stream()
                .mapToInt(Integer::intValue)
                .filter(id -> weights[id] > 0)
                .toArray();
        cumulative = new long[ids.length];
        long sum = 0;
        for (int i = 0; i < ids.length; i++) {
            sum += weights[ids[i]];
            cumulative[i] = sum;
        }
    }

    boolean isEmpty() {
        return ids.length == 0;
    }

    /** A label; there must be one. */
    int draw(Rng rng) {
        long point = rng.below(cumulative[cumulative.length - 1]);
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > point) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return ids[low];
    }
}
