package org.clickture.resolve;

/**
 * Sorts votes by their clicks into 64 cells: 8 ranges of the clicks times 8 ranges of how they compare with the most clicks
 * of another vote for the same image. What a cell says about a vote is learned, so that neither a burst of clicks by a
 * machine nor an image that everybody clicks counts for more than it is worth.
 */
final class ClickCells {

    static final int RANGES = 8;
    static final int COUNT = RANGES * RANGES;

    /** Says nothing: of two votes the other one's cell has said it all. */
    static final int SILENT = COUNT;

    private ClickCells() {}

    /** For each vote its cell: the range of its clicks times {@link #RANGES}, plus that of the comparison. */
    static byte[] of(Votes votes) {
        byte[] cells = new byte[votes.votes()];
        for (int image = 0; image < votes.images(); image++) {
            int from = votes.firstVote(image);
            int to = votes.firstVote(image + 1);
            long most = 0;
            long second = 0;
            for (int vote = from; vote < to; vote++) {
                long clicks = votes.clicks(vote);
                second = Math.max(second, Math.min(most, clicks));
                most = Math.max(most, clicks);
            }
            for (int vote = from; vote < to; vote++) {
                long clicks = votes.clicks(vote);
                long others = clicks == most ? second : most;
                // Of two votes the lesser (the second of equals) says nothing new.
                boolean silent = to - from == 2 && (clicks < others || (clicks == others && vote > from));
                cells[vote] = (byte) (silent ? SILENT : range(clicks) * RANGES + comparison(clicks, others));
            }
        }
        return cells;
    }

    /** 1, 2–3, 4–7, 8–15, 16–63, 64–255, 256–1023, 1024 and more clicks. */
    static int range(long clicks) {
        int bits = Long.SIZE - 1 - Long.numberOfLeadingZeros(clicks);
        if (bits < 4) {
            return bits;
        }
        return Math.min(4 + (bits - 4) / 2, RANGES - 1);
    }

    /**
     * 0 if no other vote is there; else from 1 to 7: up to a sixteenth of its clicks, up to a quarter, below them, the same,
     * above, from four times on, from sixteen times on.
     */
    static int comparison(long clicks, long others) {
        if (others == 0) {
            return 0;
        }
        if (clicks == others) {
            return 4;
        }
        if (clicks > others) {
            return clicks / 16 >= others ? 7 : clicks / 4 >= others ? 6 : 5;
        }
        return others / 16 >= clicks ? 1 : others / 4 >= clicks ? 2 : 3;
    }
}
