package org.clickture.resolve;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;

/**
 * The pairs of a true label and another one that a query named instead, as far as images make them possible. Sparse: of
 * all pairs of labels only those that stand together among the candidates of an image. Immutable.
 */
final class Confusions {

    /** The pair of a label with itself: no confusion. */
    static final int SELF = -1;

    private final int[] truth;
    private final int[] named;
    private final int[] reverse;
    private final int[] first;
    private final int[] pairs;

    Confusions(CandidateSets candidates, int labels) {
        first = new int[candidates.images() + 1];
        for (int image = 0; image < candidates.images(); image++) {
            int size = candidates.first(image + 1) - candidates.first(image);
            first[image + 1] = Math.addExact(first[image], Math.multiplyExact(size, candidates.observed(image)));
        }
        pairs = new int[first[candidates.images()]];
        Ids ids = new Ids(labels);
        int[] alone = new int[labels];
        Arrays.fill(alone, -1);
        for (int image = 0; image < candidates.images(); image++) {
            int only = candidates.observed(image) == 1 ? candidates.label(candidates.first(image)) : -1;
            if (only >= 0 && alone[only] >= 0) {
                // An earlier image with the same only label has the same candidates.
                System.arraycopy(pairs, alone[only], pairs, first[image], first[image + 1] - first[image]);
                continue;
            }
            if (only >= 0) {
                alone[only] = first[image];
            }
            add(image, candidates, ids);
        }
        truth = ids.truths.toIntArray();
        named = ids.named.toIntArray();
        reverse = new int[truth.length];
        for (int pair = 0; pair < reverse.length; pair++) {
            reverse[pair] = ids.of(named[pair], truth[pair]);
        }
    }

    private void add(int image, CandidateSets candidates, Ids ids) {
        int from = candidates.first(image);
        int observed = candidates.observed(image);
        for (int i = 0; i < first[image + 1] - first[image]; i++) {
            int truth = candidates.label(from + i / observed);
            int name = candidates.label(from + i % observed);
            pairs[first[image] + i] = truth == name ? SELF : ids.of(truth, name);
            if (truth != name) {
                ids.of(name, truth);
            }
        }
    }

    /** Numbers pairs as they come. */
    private static final class Ids {

        private final int labels;
        private final Long2IntOpenHashMap ids = new Long2IntOpenHashMap();
        private final IntArrayList truths = new IntArrayList();
        private final IntArrayList named = new IntArrayList();

        Ids(int labels) {
            this.labels = labels;
            ids.defaultReturnValue(-1);
        }

        int of(int truth, int name) {
            int next = truths.size();
            int before = ids.putIfAbsent((long) truth * labels + name, next);
            if (before != ids.defaultReturnValue()) {
                return before;
            }
            truths.add(truth);
            named.add(name);
            return next;
        }
    }

    /** How many pairs of different labels there are. */
    int size() {
        return truth.length;
    }

    int truth(int pair) {
        return truth[pair];
    }

    int named(int pair) {
        return named[pair];
    }

    /** The pair of the same labels the other way round. */
    int reverse(int pair) {
        return reverse[pair];
    }

    /** Half of the wrong votes that take one label of a pair for the other one, whichever way. */
    double eitherWay(EmCounts counts, int pair) {
        return (counts.confused[pair] + counts.confused[reverse[pair]]) / 2;
    }

    /** Where an image's pairs begin: its candidates' rows one after the other, a column for each observed label. */
    int first(int image) {
        return first[image];
    }

    /** How many places there are. */
    int places() {
        return pairs.length;
    }

    /** The pair at a place: its number, or {@link #SELF}. */
    int pair(int place) {
        return pairs[place];
    }
}
