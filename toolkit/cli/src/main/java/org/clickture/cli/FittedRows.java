package org.clickture.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Aligned rows for people that fit on a terminal, if there is one: the first column is shortened to the room that the
 * others leave, so that the first bracket in it, which marks a piece of a query, stays to be seen. Keeps all rows until the
 * end.
 */
final class FittedRows implements RowPrinter {

    /** Where there is no terminal: enough for what people ask, and no row makes all others as long as it may be. */
    private static final int LINE_COLUMNS = 1000;

    private static final int MIN_COLUMNS = 24;
    private static final int GAP_COLUMNS = 2;

    private final PrintWriter out;
    private final List<String> header;
    private final int lineColumns;
    private final List<Object[]> rows = new ArrayList<>();

    /** For the terminal. */
    FittedRows(PrintWriter out, List<String> header) {
        this(out, header, Terminal.columns(LINE_COLUMNS));
    }

    FittedRows(PrintWriter out, List<String> header, int lineColumns) {
        this.out = out;
        this.header = List.copyOf(header);
        this.lineColumns = lineColumns;
    }

    @Override
    public void row(Object... cells) {
        rows.add(cells.clone());
    }

    @Override
    public void end() {
        int room = lineColumns;
        for (int i = 1; i < header.size(); i++) {
            int width = AlignedRows.columns(header.get(i));
            for (Object[] cells : rows) {
                width = Math.max(width, AlignedRows.columns(AlignedRows.text(cells[i])));
            }
            room -= GAP_COLUMNS + width;
        }
        AlignedRows aligned = new AlignedRows(out, header);
        for (Object[] cells : rows) {
            cells[0] = fitted(PrintableText.line((String) cells[0]), Math.max(room, MIN_COLUMNS));
            aligned.row(cells);
        }
        aligned.end();
    }

    private static String fitted(String text, int room) {
        int[] characters = text.codePoints().toArray();
        if (characters.length <= room) {
            return text;
        }
        int mark = text.indexOf('[');
        int from = mark < 0 ? 0 : Math.max(0, text.codePointCount(0, mark) - room / 3);
        if (from > 0) {
            from = Math.min(from, characters.length - room + 1);
        }
        int kept = room - (from > 0 ? 1 : 0);
        boolean toTheEnd = from + kept >= characters.length;
        String piece = new String(characters, from, toTheEnd ? characters.length - from : kept - 1);
        return (from > 0 ? AlignedRows.CUT : "") + piece + (toTheEnd ? "" : AlignedRows.CUT);
    }
}
