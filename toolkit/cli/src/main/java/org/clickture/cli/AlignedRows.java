package org.clickture.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Rows for people: aligned columns, numbers to the right with thousands separators, untrusted text made harmless. Keeps
 * all rows until the end.
 */
final class AlignedRows implements RowPrinter {

    private static final String GAP = "  ";

    private final PrintWriter out;
    private final List<String[]> lines = new ArrayList<>();
    private final boolean[] number;
    private final int[] width;

    AlignedRows(PrintWriter out, List<String> header) {
        this.out = out;
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

    private void add(String[] line) {
        for (int i = 0; i < line.length; i++) {
            width[i] = Math.max(width[i], columns(line[i]));
        }
        lines.add(line);
    }

    private static String text(Object cell) {
        if (cell instanceof Long count) {
            return String.format(Locale.ROOT, "%,d", count);
        }
        if (cell instanceof Double value) {
            return value.isNaN() ? "-" : String.format(Locale.ROOT, "%.3f", value);
        }
        return PrintableText.line((String) cell);
    }

    private static int columns(String text) {
        return text.codePointCount(0, text.length());
    }
}
