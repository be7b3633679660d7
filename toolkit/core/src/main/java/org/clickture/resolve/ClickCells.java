package org.clickture.resolve;

/**
 * Sorts votes by their clicks into cells: 9 ranges of the clicks, and for an image of three votes and more 7 ranges of how
 * they compare with the most clicks of another vote for it. What a cell says about a vote is learned, so that neither a burst
 * of clicks by a machine nor an image that everybody clicks counts for more than it is worth.
 *
 * <p>Two votes are not compared: the one with more clicks would look like the single right vote among several wrong ones, of
 * which larger images mostly tell that it is wrong.
 */
final class ClickCells {

    static final int RANGES = 9;
    /** The cell of votes that are not compared, and those of the comparisons. */
    static final int CELLS_OF_RANGE = 8;

    static final int COUNT = RANGES * CELLS_OF_RANGE;

    /** No vote's cell: says nothing. */
    static final int SILENT = COUNT;

    private ClickCells() {}

    /** Whether a cell is that of the votes of a range that are not compared. */
    static boolean alone(int cell) {
        return cell % CELLS_OF_RANGE == 0;
    }

    /** For each vote its cell: the range of its clicks times {@link #CELLS_OF_RANGE}, plus that of the comparison. */
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
                int comparison = to - from < 3 ? 0 : comparison(clicks, clicks == most ? second : most);
                cells[vote] = (byte) (range(clicks) * CELLS_OF_RANGE + comparison);
            }
        }
        return cells;
    }

    /** 1, 2, 3, 4–7, 8–15, 16–63, 64–255, 256–1023, 1024 and more clicks. */
    static int range(long clicks) {
        if (clicks < 4) {
            return (int) clicks - 1;
        }
        int bits = Long.SIZE - 1 - Long.numberOfLeadingZeros(clicks);
        return bits < 4 ? bits + 1 : Math.min(5 + (bits - 4) / 2, RANGES - 1);
    }

    /**
     * From 1 to 7: up to a sixteenth of the other vote's clicks, up to a quarter, below them, the same, above, from four times
     * on, from sixteen times on.
     */
    static int comparison(long clicks, long others) {
        if (clicks == others) {
            return 4;
        }
        if (clicks > others) {
            return clicks / 16 >= others ? 7 : clicks / 4 >= others ? 6 : 5;
        }
        return others / 16 >= clicks ? 1 : others / 4 >= clicks ? 2 : 3;
    }
}
