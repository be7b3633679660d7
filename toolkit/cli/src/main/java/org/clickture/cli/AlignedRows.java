package org.clickture.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Rows for people: aligned columns, numbers to the right with thousands separators, untrusted text made harmless. If a line
 * is too long for a terminal, the widest column of text is shortened, unless too little would be left. Keeps all rows until
 * the end.
 */
final class AlignedRows implements RowPrinter {

    private static final String GAP = "  ";
    /** Stands where a text was shortened. */
    static final String CUT = "\u2026";

    private static final int LEAST_COLUMNS = 16;

    private final PrintWriter out;
    private final List<String[]> lines = new ArrayList<>();
    private final boolean[] number;
    private final int[] width;
    private final int lineColumns;

    /** Lines of any length. */
    AlignedRows(PrintWriter out, List<String> header) {
        this(out, header, Integer.MAX_VALUE);
    }

    AlignedRows(PrintWriter out, List<String> header, int lineColumns) {
        this.out = out;
        this.lineColumns = lineColumns;
        number = new boolean[header.size()];
        width = new int[header.size()];
        add(header.stream()
                .map(name -> PrintableText.line(name.replace('_', ' ')))
                .toArray(String[]::new));
    }

    @Override
    public void row(Object... cells) {
        String[] line = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            number[i] |= cells[i] instanceof Number;
            line[i] = text(cells[i]);
        }
        add(line);
    }

    @Override
    public void end() {
        shorten();
        for (String[] line : lines) {
            StringBuilder row = new StringBuilder();
            for (int i = 0; i < line.length; i++) {
                String padding = " ".repeat(width[i] - columns(line[i]));
                row.append(i == 0 ? "" : GAP);
                row.append(number[i] ? padding + line[i] : line[i] + padding);
            }
            out.println(row.toString().stripTrailing());
        }
    }

    @Override
    public void end(long shown, long total, String things) {
        end();
        if (shown < total) {
            out.printf(Locale.ROOT, "%nThe first %,d of %,d %s; --top 0 shows all.%n", shown, total, things);
        }
    }

    private void shorten() {
        int widest = -1;
        long columns = -GAP.length();
        for (int i = 0; i < width.length; i++) {
            columns += GAP.length() + width[i];
            if (!number[i] && (widest < 0 || width[i] > width[widest])) {
                widest = i;
            }
        }
        long room = widest < 0 ? 0 : width[widest] - (columns - lineColumns);
        if (columns > lineColumns && room >= LEAST_COLUMNS) {
            width[widest] = (int) room;
            for (String[] line : lines) {
                line[widest] = shortened(line[widest], (int) room);
            }
        }
    }

    private static String shortened(String text, int room) {
        return columns(text) <= room ? text : text.substring(0, text.offsetByCodePoints(0, room - 1)) + CUT;
    }

    private void add(String[] line) {
        for (int i = 0; i < line.length; i++) {
            width[i] = Math.max(width[i], columns(line[i]));
        }
        lines.add(line);
    }

    /** What a cell shows. */
    static String text(Object cell) {
        if (cell instanceof Long count) {
            return String.format(Locale.ROOT, "%,d", count);
        }
        if (cell instanceof Double value) {
            return value.isNaN() ? "-" : String.format(Locale.ROOT, "%.3f", value);
        }
        return PrintableText.line((String) cell);
    }

    static int columns(String text) {
        return text.codePointCount(0, text.length());
    }
}
