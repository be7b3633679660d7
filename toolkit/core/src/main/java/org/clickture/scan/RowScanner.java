package org.clickture.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.clickture.MalformedReason;

/**
 * The inner loop: finds rows and fields in a byte array and hands triads on.
 *
 * <p>Ugly on purpose: eight bytes are searched for TAB and LF at a time, state lives in fields so that nothing is made for
 * a row, and a row is looked at only as far as its query needs. One for each worker; not thread-safe.
 */
final class RowScanner {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long TABS = 0x0909090909090909L;
    private static final long LINE_FEEDS = 0x0A0A0A0A0A0A0A0AL;
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;

    private static final int MAX_KEY_BYTES = 255;
    private static final int MAX_CLICK_DIGITS = 15;

    private final Columns columns;
    private final GateSearch gate;
    private final TriadSink sink;
    private final boolean strict;
    private final MalformedRows malformed = new MalformedRows();
    private final TriadView triad = new TriadView();

    private byte[] bytes = {};
    private int file;
    private long segment;
    private long arrayOffset;
    private long rowsInSegment;
    /** Ends of the fields of the current row but the last: its TABs. Those beyond the columns are only counted. */
    private final int[] tabs;

    private int tabCount;

    RowScanner(Columns columns, GateSearch gate, TriadSink sink, boolean strict) {
        this.columns = columns;
        this.gate = gate;
        this.sink = sink;
        this.strict = strict;
        this.tabs = new int[columns.count()];
    }

    /** How many fields a row must have. */
    int fields() {
        return columns.count();
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
     * @param offset byte offset of array[0] in the file's text
     * @return where the unfinished row at the end begins; {@code to} if there is none
     */
    int rows(byte[] array, int from, int to, long offset) {
        bytes = array;
        arrayOffset = offset;
        tabCount = 0;
        int rowStart = from;
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long word = (long) WORD.get(array, i);
            for (long hits = zeroBytes(word ^ TABS) | zeroBytes(word ^ LINE_FEEDS); hits != 0; hits &= hits - 1) {
                int at = i + (Long.numberOfTrailingZeros(hits) >>> 3);
                if (array[at] == '\t') {
                    tab(at);
                } else {
                    row(rowStart, at);
                    rowStart = at + 1;
                }
            }
        }
        for (; i < to; i++) {
            if (array[i] == '\t') {
                tab(i);
            } else if (array[i] == '\n') {
                row(rowStart, i);
                rowStart = i + 1;
            }
        }
        return rowStart;
    }

    /** Reads the row in array[from, to), to which no LF belongs: the last one of a file, or one that was cut out. */
    void lastRow(byte[] array, int from, int to, long offset) {
        bytes = array;
        arrayOffset = offset;
        tabCount = 0;
        for (int i = from; i < to; i++) {
            if (array[i] == '\t') {
                tab(i);
            }
        }
        row(from, to);
    }

    /** Counts a row as malformed for its number of fields without having all of it: array[from, to) is its beginning. */
    void tooManyOrTooFewFields(byte[] array, int from, int to, long byteOffset) {
        rowsInSegment++;
        bytes = array;
        arrayOffset = byteOffset - from;
        malformed(MalformedReason.FIELDS, from, to);
    }

    private void tab(int at) {
        if (tabCount < tabs.length) {
            tabs[tabCount] = at;
        }
        tabCount++;
    }

    /** The row in bytes[start, end), its LF not included; its TABs were noted before. */
    private void row(int start, int end) {
        rowsInSegment++;
        int tabCountOfRow = tabCount;
        tabCount = 0;
        int rowEnd = end > start && bytes[end - 1] == '\r' ? end - 1 : end;
        if (tabCountOfRow != columns.count() - 1) {
            malformed(MalformedReason.FIELDS, start, rowEnd);
            return;
        }
        int queryFrom = fieldFrom(columns.query(), start);
        int queryTo = fieldTo(columns.query(), rowEnd);
        if (gate.mayPass(bytes, queryFrom, queryTo) && sink.admits(bytes, queryFrom, queryTo)) {
            admitted(start, rowEnd, queryFrom, queryTo);
        }
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
        return field == columns.count() - 1 ? rowEnd : tabs[field];
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

    /** 0x80 in every byte of the word that is 0, exactly (Warren, Hacker's Delight, 2nd ed., section 6-1). */
    private static long zeroBytes(long word) {
        return ~((word & LOW_BITS) + LOW_BITS | word | LOW_BITS);
    }
}
