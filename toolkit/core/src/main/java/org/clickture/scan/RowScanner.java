package org.clickture.scan;

import org.clickture.MalformedReason;

/**
 * Looks at the rows that a {@link RowCutter} has found, as far as their query needs, and hands triads on.
 *
 * <p>State lives in fields so that nothing is made for a row. One for each worker; not thread-safe.
 */
final class RowScanner {

    private static final int MAX_KEY_BYTES = 255;
    private static final int FIRST_KEY_CHARACTER = 0x21;
    private static final int LAST_KEY_CHARACTER = 0x7E;
    private static final int MAX_CLICK_DIGITS = 15;

    private final Columns columns;
    private final int fields;
    private final RowCutter cutter;
    private final TriadSink sink;
    private final boolean strict;
    private final MalformedRows malformed = new MalformedRows();
    private final TriadView triad = new TriadView();

    private byte[] bytes = {};
    private int file;
    private long segment;
    private long arrayOffset;
    private long rowsInSegment;
    /** Ends of the fields of the row that is looked at, but the last. */
    private final int[] tabs;

    RowScanner(Columns columns, GatePrefixes gate, BlockSearch search, TriadSink sink, boolean strict) {
        this.columns = columns;
        this.fields = columns.count();
        this.cutter = new RowCutter(fields, search, gate.open());
        this.sink = sink;
        this.strict = strict;
        this.tabs = new int[fields - 1];
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
        long rowsBefore = rowsInSegment;
        cutter.begin(from);
        for (int at = from; at < to; at += BlockSearch.MAX_BLOCKS * BlockSearch.BLOCK_BYTES) {
            cutter.cut(array, at, Math.min(to - at, BlockSearch.MAX_BLOCKS * BlockSearch.BLOCK_BYTES));
            for (int i = 0; i < cutter.found; i++) {
                rowsInSegment = rowsBefore + cutter.numbers[i];
                if (cutter.fields[i] == fields) {
                    look(cutter.starts[i], cutter.ends[i]);
                } else {
                    malformed(MalformedReason.FIELDS, cutter.starts[i], rowEnd(cutter.starts[i], cutter.ends[i]));
                }
            }
        }
        rowsInSegment = rowsBefore + cutter.rows();
        return cutter.rowStart();
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
        for (int i = start; i < end; i += Long.BYTES) {
            long found = Swar.zeroBytes(Swar.read(bytes, i, end) ^ Swar.TABS);
            for (; found != 0; found &= found - 1) {
                tabs[tab++] = i + (Long.numberOfTrailingZeros(found) >>> 3);
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
        triad.rowFrom = start;
        triad.rowTo = rowEnd;
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
        int outside = 0;
        for (int i = from; i < to; i++) {
            outside |= (bytes[i] - FIRST_KEY_CHARACTER) | (LAST_KEY_CHARACTER - bytes[i]);
        }
        return outside >= 0;
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
        sink.malformed(reason, bytes, start, end, file, arrayOffset + start);
        if (strict) {
            throw new StrictStop();
        }
    }
}
