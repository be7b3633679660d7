package org.clickture.resolve;

/**
 * Sorts votes by their clicks into 9 ranges. What a range says about a vote is learned, so that a burst of clicks by a machine
 * does not count for more than it is worth. Votes of one image are not compared: that a wrong one has more clicks than a right
 * one would speak against both sides of that twice, and the belief that the more clicked one is right would confirm itself.
 */
final class ClickRanges {

    static final int COUNT = 9;

    /** No vote's range: says nothing. */
    static final int SILENT = COUNT;

    private ClickRanges() {}

    /** For each vote its range. */
    static byte[] of(Votes votes) {
        byte[] ranges = new byte[votes.votes()];
        for (int vote = 0; vote < ranges.length; vote++) {
            ranges[vote] = (byte) range(votes.clicks(vote));
        }
        return ranges;
    }

    /** 1, 2, 3, 4–7, 8–15, 16–63, 64–255, 256–1023, 1024 and more clicks. */
    static int range(long clicks) {
        if (clicks < 4) {
            return (int) clicks - 1;
        }
        int bits = Long.SIZE - 1 - Long.numberOfLeadingZeros(clicks);
        return bits < 4 ? bits + 1 : Math.min(5 + (bits - 4) / 2, COUNT - 1);
    }
}
