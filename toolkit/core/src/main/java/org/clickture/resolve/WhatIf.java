package org.clickture.resolve;

import java.util.Arrays;

/**
 * Asks an EM that has learned what it would believe of an image if one thing were different: the difference is what that
 * thing is worth. Leaves the EM as it was. Not thread-safe.
 */
final class WhatIf {

    private final OneCoinEm em;
    private final int image;
    private final int one;
    private final int other;
    private final int firstVote;
    private final int endVote;

    /**
     * @param one a place among the image's candidates, or {@link OddsTrace#NONE}
     * @param other the place of an observed label
     */
    WhatIf(OneCoinEm em, int image, int one, int other) {
        this.em = em;
        this.image = image;
        this.one = one;
        this.other = other;
        firstVote = em.votes.firstVote(image);
        endVote = em.votes.firstVote(image + 1);
    }

    /** Nothing is different. */
    OddsTrace asItIs() {
        OddsTrace trace = new OddsTrace(one, other, endVote - firstVote);
        em.follow(image, trace);
        return trace;
    }

    private double bits() {
        return asItIs().bitsAfter();
    }

    private void restore() {
        em.follow(image, new OddsTrace(one, other, endVote - firstVote));
    }

    /** The clicks say nothing. */
    double withoutClicks() {
        byte[] ranges = Arrays.copyOfRange(em.clickRanges, firstVote, endVote);
        Arrays.fill(em.clickRanges, firstVote, endVote, (byte) ClickRanges.SILENT);
        double bits = bits();
        System.arraycopy(ranges, 0, em.clickRanges, firstVote, ranges.length);
        restore();
        return bits;
    }

    /** No query repeats another one. */
    double withoutMachines() {
        int[] same = em.model.machines.same;
        int[] before = Arrays.copyOfRange(same, firstVote, endVote);
        Arrays.fill(same, firstVote, endVote, 0);
        double bits = bits();
        System.arraycopy(before, 0, same, firstVote, before.length);
        restore();
        return bits;
    }

    /** All queries are as reliable as they are in the mean. */
    double withEqualSources() {
        double[] reliability = em.model.reliability;
        double[] before = new double[endVote - firstVote];
        Arrays.setAll(before, i -> reliability[em.votes.source(firstVote + i)]);
        double mean = Arrays.stream(before).average().orElseThrow();
        for (int i = 0; i < before.length; i++) {
            reliability[em.votes.source(firstVote + i)] = mean;
        }
        double bits = bits();
        for (int i = 0; i < before.length; i++) {
            reliability[em.votes.source(firstVote + i)] = before[i];
        }
        restore();
        return bits;
    }

    /** The two labels are taken for each other equally often in both directions. */
    double withEvenConfusion() {
        int pair = pair(one, other);
        int reverse = em.confusions.reverse(pair);
        double[] confused = em.model.confusions.confused;
        double before = confused[pair];
        double beforeReverse = confused[reverse];
        confused[pair] = (before + beforeReverse) / 2;
        confused[reverse] = confused[pair];
        double bits = bits();
        confused[pair] = before;
        confused[reverse] = beforeReverse;
        restore();
        return bits;
    }

    /** Images of the one are named rightly as easily as those of the other. */
    double withEqualEase() {
        int label = em.candidates.label(em.candidates.first(image) + one);
        EmEase ease = em.model.ease;
        double before = ease.set(label, ease.factor(em.candidates.label(em.candidates.first(image) + other)));
        double bits = bits();
        ease.set(label, before);
        restore();
        return bits;
    }

    /** How many times as often a wrong query names the other label for the one than the one for the other. */
    double confusionRatio() {
        int pair = pair(one, other);
        return em.model.confusions.confused[pair] / em.model.confusions.confused[em.confusions.reverse(pair)];
    }

    private int pair(int truth, int named) {
        int observed = em.candidates.observed(image);
        return em.confusions.pair(em.confusions.first(image) + truth * observed + named);
    }
}
