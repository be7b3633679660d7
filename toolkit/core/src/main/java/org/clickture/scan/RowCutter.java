package org.clickture.scan;

/**
 * The inner loop: cuts blocks into rows, counts their fields and finds the rows that somebody must look at, either for a
 * hit or for their number of fields.
 *
 * <p>Ugly on purpose: it works on bits that a {@link BlockSearch} has made of the bytes, knows no other objects, and leaves
 * what it finds in arrays instead of calling somebody, so that the compiler has one small loop to work on. One for each
 * worker; not thread-safe.
 */
final class RowCutter {

    private static final int MAX_ROWS = BlockSearch.MAX_BLOCKS * BlockSearch.BLOCK_BYTES;

    private final int rightFields;
    private final BlockSearch search;
    private final FieldOrder order;
    /** What is a hit before a row begins: all bits if every row is looked at. */
    private final long anyRow;

    /** How many rows were found by the last cut, and for each of them what follows. */
    int found;
    /** Where it begins. */
    final int[] starts = new int[MAX_ROWS];
    /** Where its LF is. */
    final int[] ends = new int[MAX_ROWS];
    /** How many fields it has. */
    final int[] fields = new int[MAX_ROWS];
    /** Its number among all rows since {@link #begin}, from 1 on. */
    final int[] numbers = new int[MAX_ROWS];

    private int rows;
    /** Where the unfinished row begins, how many TABs of it were seen, and any hits in it. */
    private int rowStart;

    private int tabsOfRow;
    private long hitsOfRow;

    /**
     * Makes a cutter.
     *
     * @param fields how many fields a row must have, at least 1
     * @param open whether every row is to be found
     */
    RowCutter(int fields, BlockSearch search, boolean open) {
        this.rightFields = fields;
        this.search = search;
        this.order = new FieldOrder(fields);
        this.anyRow = open ? -1L : 0;
    }

    /** Begins a stretch of text whose first row begins at {@code start} of an array. */
    void begin(int start) {
        rows = 0;
        rowStart = start;
        tabsOfRow = 0;
        hitsOfRow = anyRow;
    }

    /** Rows that have ended since {@link #begin}. */
    int rows() {
        return rows;
    }

    /** Where the row begins that has not ended yet. */
    int rowStart() {
        return rowStart;
    }

    /**
     * Goes on in bytes[from, from + length), right behind the last cut.
     *
     * @param length 1 to {@link BlockSearch#MAX_BLOCKS} blocks, in bytes; all cuts but the last one are whole blocks
     */
    void cut(byte[] bytes, int from, int length) {
        int blocks = (length + BlockSearch.BLOCK_BYTES - 1) / BlockSearch.BLOCK_BYTES;
        search.search(bytes, from, blocks);
        // Bits behind the end; the shift takes the low six bits of its distance.
        search.lineFeeds[blocks - 1] &= -1L >>> -length;
        cutBlocks(from, blocks);
    }

    private void cutBlocks(int from, int blocks) {
        long[] lineFeedBits = search.lineFeeds;
        long[] tabBits = search.tabs;
        long[] hitBits = search.hits;
        int foundRows = 0;
        int start = rowStart;
        int tabCount = tabsOfRow;
        long hit = hitsOfRow;
        int at = from;
        for (int block = 0; block < blocks; block++, at += BlockSearch.BLOCK_BYTES) {
            long lineFeeds = lineFeedBits[block];
            long tabs = tabBits[block];
            long hits = hitBits[block];
            if ((hit | hits) == 0) {
                int after = order.after(lineFeeds, tabs, tabCount);
                if (after != FieldOrder.UNKNOWN) {
                    tabCount = after;
                    rows += Long.bitCount(lineFeeds);
                    start = lineFeeds == 0 ? start : at + Long.SIZE - Long.numberOfLeadingZeros(lineFeeds);
                    continue;
                }
            }
            for (; lineFeeds != 0; lineFeeds &= lineFeeds - 1) {
                long upToLineFeed = lineFeeds ^ (lineFeeds - 1);
                int end = at + Long.numberOfTrailingZeros(lineFeeds);
                tabCount += Long.bitCount(tabs & upToLineFeed);
                rows++;
                if ((hit | (hits & upToLineFeed)) != 0 || tabCount != rightFields - 1) {
                    starts[foundRows] = start;
                    ends[foundRows] = end;
                    fields[foundRows] = tabCount + 1;
                    numbers[foundRows] = rows;
                    foundRows++;
                }
                tabs &= ~upToLineFeed;
                hits &= ~upToLineFeed;
                tabCount = 0;
                hit = anyRow;
                start = end + 1;
            }
            tabCount += Long.bitCount(tabs);
            hit |= hits;
        }
        found = foundRows;
        rowStart = start;
        tabsOfRow = tabCount;
        hitsOfRow = hit;
    }
}
