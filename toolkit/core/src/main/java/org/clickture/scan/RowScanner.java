package org.clickture.scan;

import org.clickture.MalformedReason;

/**
 * The inner loop: finds rows in a byte array and hands triads on.
 *
 * <p>Ugly on purpose: rows are cut and their fields counted by bits that a {@link BlockSearch} has made of the bytes, state
 * lives in fields so that nothing is made for a row, and only rows with a hit are looked at, as far as their query needs.
 * One for each worker; not thread-safe.
 */
final class RowScanner {

    private static final int MAX_KEY_BYTES = 255;
    private static final int MAX_CLICK_DIGITS = 15;

    private final Columns columns;
    private final int fields;
    private final BlockSearch search;
    /** What is a hit before a row begins: all bits if every row is looked at. */
    private final long anyRow;

    private final TriadSink sink;
    private final boolean strict;
    private final MalformedRows malformed = new MalformedRows();
    private final TriadView triad = new TriadView();

    private byte[] bytes = {};
    private int file;
    private long segment;
    private long arrayOffset;
    private long rowsInSegment;
    /** Where the current row begins, how many TABs of it were seen, and any hits in it. */
    private int rowStart;

    private int tabsOfRow;
    private long hitsOfRow;
    /** Ends of the fields of the row that is looked at, but the last. */
    private final int[] tabs;

    private final long[] order;

    RowScanner(Columns columns, GatePrefixes gate, TriadSink sink, boolean strict) {
        this(columns, gate, SearchChoice.current().newSearch(gate), sink, strict);
    }

    RowScanner(Columns columns, GatePrefixes gate, BlockSearch search, TriadSink sink, boolean strict) {
        this.columns = columns;
        this.fields = columns.count();
        this.search = search;
        this.anyRow = gate.open() ? -1L : 0;
        this.sink = sink;
        this.strict = strict;
        this.tabs = new int[fields - 1];
        this.order = new long[fields];
        for (int seen = 0; seen < fields; seen++) {
            for (int bit = fields - 1 - seen; bit < Long.SIZE; bit += fields) {
                order[seen] |= 1L << bit;
            }
        }
    }

    /** How many fields a row must have. */
    int fields() {
        return fields;
    }

    MalformedRows malformed() {
        return malformed;
    }

    /** Begins a segment: a piece of a file in which rows are counted from 1. */
    void begin(int file, long segment) {
        this.file = file;
        this.segment = segment;
        rowsInSegment = 0;
    }

    /** Rows of the current segment so far. */
    long rowsInSegment() {
        return rowsInSegment;
    }

    /**
     * Reads all rows in array[from, to) that end with a LF.
     *
     * @param array has at least {@link BlockSearch#SLACK_BYTES} bytes behind {@code to}, whatever they hold
     * @param offset byte offset of array[0] in the file's text
     * @return where the unfinished row at the end begins; {@code to} if there is none
     */
    int rows(byte[] array, int from, int to, long offset) {
        bytes = array;
        arrayOffset = offset;
        rowStart = from;
        tabsOfRow = 0;
        hitsOfRow = anyRow;
        for (int at = from; at < to; at += BlockSearch.MAX_BLOCKS * BlockSearch.BLOCK_BYTES) {
            int length = Math.min(to - at, BlockSearch.MAX_BLOCKS * BlockSearch.BLOCK_BYTES);
            int blocks = (length + BlockSearch.BLOCK_BYTES - 1) / BlockSearch.BLOCK_BYTES;
            search.search(array, at, blocks);
            // Bits behind the end; the shift takes the length's low six bits.
            search.lineFeeds[blocks - 1] &= -1L >>> -length;
            rowsOf(at, blocks);
        }
        return rowStart;
    }

    /** Reads the rows that end in blocks which were just searched. */
    private void rowsOf(int from, int blocks) {
        int start = rowStart;
        int tabCount = tabsOfRow;
        long hit = hitsOfRow;
        int at = from;
        for (int block = 0; block < blocks; block++, at += BlockSearch.BLOCK_BYTES) {
            long lineFeeds = search.lineFeeds[block];
            long tabs = search.tabs[block];
            long hits = search.hits[block];
            if (Order.KNOWN && (hit | hits) == 0 && tabCount < fields) {
                long fieldEnds = lineFeeds | tabs;
                int ends = Long.bitCount(fieldEnds);
                long rowEnds = Order.compress(lineFeeds, fieldEnds);
                if (ends > 0 && rowEnds == (order[tabCount] & (-1L >>> -ends))) {
                    int endsOfRows = Long.SIZE - Long.numberOfLeadingZeros(rowEnds);
                    tabCount = rowEnds == 0 ? tabCount + ends : ends - endsOfRows;
                    rowsInSegment += Long.bitCount(lineFeeds);
                    start = lineFeeds == 0 ? start : at + Long.SIZE - Long.numberOfLeadingZeros(lineFeeds);
                    continue;
                }
            }
            for (; lineFeeds != 0; lineFeeds &= lineFeeds - 1) {
                long upToLineFeed = lineFeeds ^ (lineFeeds - 1);
                int end = at + Long.numberOfTrailingZeros(lineFeeds);
                tabCount += Long.bitCount(tabs & upToLineFeed);
                rowsInSegment++;
                if (tabCount != fields - 1) {
                    malformed(MalformedReason.FIELDS, start, rowEnd(start, end));
                } else if ((hit | (hits & upToLineFeed)) != 0) {
                    look(start, end);
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
        rowStart = start;
        tabsOfRow = tabCount;
        hitsOfRow = hit;
    }

    /** Reads the row in array[from, to), to which no LF belongs: the last one of a file, or one that was cut out. */
    void lastRow(byte[] array, int from, int to, long offset) {
        bytes = array;
        arrayOffset = offset;
        rowsInSegment++;
        int tabCount = 0;
        for (int i = from; i < to; i++) {
            tabCount += array[i] == '\t' ? 1 : 0;
        }
        if (tabCount != fields - 1) {
            malformed(MalformedReason.FIELDS, from, rowEnd(from, to));
        } else {
            look(from, to);
        }
    }

    /** Counts a row as malformed for its number of fields without having all of it: array[from, to) is its beginning. */
    void tooManyOrTooFewFields(byte[] array, int from, int to, long byteOffset) {
        rowsInSegment++;
        bytes = array;
        arrayOffset = byteOffset - from;
        malformed(MalformedReason.FIELDS, from, to);
    }

    /** Looks at the row in bytes[start, end), which has the right number of fields. */
    private void look(int start, int end) {
        findTabs(start, end);
        int rowEnd = rowEnd(start, end);
        int queryFrom = fieldFrom(columns.query(), start);
        int queryTo = fieldTo(columns.query(), rowEnd);
        if (sink.admits(bytes, queryFrom, queryTo)) {
            admitted(start, rowEnd, queryFrom, queryTo);
        }
    }

    private void findTabs(int start, int end) {
        int tab = 0;
        int i = start;
        for (; i <= end - Long.BYTES; i += Long.BYTES) {
            long found = Swar.zeroBytes((long) Swar.WORD.get(bytes, i) ^ Swar.TABS);
            for (; found != 0; found &= found - 1) {
                tabs[tab++] = i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        for (; i < end; i++) {
            if (bytes[i] == '\t') {
                tabs[tab++] = i;
            }
        }
    }

    /** Where the row in bytes[start, end) ends if the CR of a CR LF is not counted. */
    private int rowEnd(int start, int end) {
        return end > start && bytes[end - 1] == '\r' ? end - 1 : end;
    }

    private void admitted(int start, int rowEnd, int queryFrom, int queryTo) {
        int keyFrom = fieldFrom(columns.key(), start);
        int keyTo = fieldTo(columns.key(), rowEnd);
        if (!isKey(keyFrom, keyTo)) {
            malformed(MalformedReason.KEY, start, rowEnd);
            return;
        }
        long clicks = clicks(fieldFrom(columns.clicks(), start), fieldTo(columns.clicks(), rowEnd));
        if (clicks < 1) {
            malformed(MalformedReason.CLICKS, start, rowEnd);
            return;
        }
        triad.bytes = bytes;
        triad.keyFrom = keyFrom;
        triad.keyTo = keyTo;
        triad.queryFrom = queryFrom;
        triad.queryTo = queryTo;
        triad.clicks = clicks;
        triad.file = file;
        triad.byteOffset = arrayOffset + start;
        sink.triad(triad);
    }

    private int fieldFrom(int field, int start) {
        return field == 0 ? start : tabs[field - 1] + 1;
    }

    private int fieldTo(int field, int rowEnd) {
        return field == fields - 1 ? rowEnd : tabs[field];
    }

    private boolean isKey(int from, int to) {
        if (from == to || to - from > MAX_KEY_BYTES) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0x21 || bytes[i] > 0x7E) {
                return false;
            }
        }
        return true;
    }

    /** The value of a click count, 0 if it is malformed. */
    private long clicks(int from, int to) {
        if (to - from > MAX_CLICK_DIGITS) {
            return 0;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            value = 10 * value + digit;
        }
        return value;
    }

    private void malformed(MalformedReason reason, int start, int end) {
        malformed.add(reason, file, segment, rowsInSegment, arrayOffset + start, bytes, start, end);
        if (strict) {
            throw new StrictStop();
        }
    }
}
