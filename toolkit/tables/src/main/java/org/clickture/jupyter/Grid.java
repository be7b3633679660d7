package org.clickture.jupyter;

import java.util.ArrayList;
import java.util.List;

/**
 * A small table for people, made from plain text and shown as HTML and as text with the same content. All its texts are
 * untrusted: they are cleaned and shortened when they come in and escaped when they go out.
 *
 * <p>The HTML is static and carries its few styles inline, because JupyterLab strips style sheets and scripts from the
 * outputs of a notebook that it did not run itself. It names no colour, so that it is readable on light and dark themes.
 */
final class Grid {

    /** Longest text of a cell, in code points. */
    static final int MAX_CELL_CODE_POINTS = 200;

    // Without these two classes JupyterLab and nbconvert would typeset "$5 dogs and $9" as mathematics.
    private static final String OPEN = "<div class=\"tex2jax_ignore mathjax_ignore\" style=\"overflow-x:auto\">";
    private static final String TABLE = "<table style=\"border-collapse:collapse;font-variant-numeric:tabular-nums\">";
    // A caption would be broken at the width of the table, however narrow that is.
    private static final String TITLE = "<div style=\"font-weight:600\">";
    private static final String NOTE = "<div style=\"font-size:85%;opacity:.75\">";

    private final String title;
    private final List<String> columns = new ArrayList<>();
    private final List<Boolean> numbers = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private String note = "";

    /** An empty grid; {@code title} may be empty. */
    Grid(String title) {
        this.title = clean(title);
    }

    /** Adds a column of text. */
    Grid text(String name) {
        return column(name, false);
    }

    /** Adds a column of numbers, which is aligned to the right. */
    Grid number(String name) {
        return column(name, true);
    }

    /** Adds a row with a text for each column. */
    Grid row(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns");
        }
        rows.add(cells.stream().map(Grid::clean).toList());
        return this;
    }

    /** A remark below the table. */
    Grid note(String text) {
        note = clean(text);
        return this;
    }

    private Grid column(String name, boolean number) {
        columns.add(clean(name));
        numbers.add(number);
        return this;
    }

    String html() {
        StringBuilder html = new StringBuilder(OPEN);
        if (!title.isEmpty()) {
            html.append(TITLE).append(escape(title)).append("</div>");
        }
        html.append(TABLE).append("<thead>");
        appendRow(html, "th", columns);
        html.append("</thead><tbody>");
        for (List<String> row : rows) {
            appendRow(html, "td", row);
        }
        html.append("</tbody></table>");
        if (!note.isEmpty()) {
            html.append(NOTE).append(escape(note)).append("</div>");
        }
        return html.append("</div>").toString();
    }

    private void appendRow(StringBuilder html, String tag, List<String> cells) {
        html.append("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            html.append('<')
                    .append(tag)
                    .append(numbers.get(i) ? " style=\"text-align:right\">" : " style=\"text-align:left\">")
                    .append(escape(cells.get(i)))
                    .append("</")
                    .append(tag)
                    .append('>');
        }
        html.append("</tr>");
    }

    String text() {
        int[] widths = new int[columns.size()];
        widen(widths, columns);
        rows.forEach(row -> widen(widths, row));
        List<String> lines = new ArrayList<>();
        if (!title.isEmpty()) {
            lines.add(title);
        }
        lines.add(line(columns, widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        if (!note.isEmpty()) {
            lines.add(note);
        }
        return String.join("\n", lines);
    }

    private static void widen(int[] widths, List<String> cells) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], width(cells.get(i)));
        }
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = cells.get(i);
            String padding = " ".repeat(widths[i] - width(cell));
            line.append(i == 0 ? "" : "  ").append(numbers.get(i) ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Makes any text safe to look at: no control characters, nothing that turns the text around it, not too long. */
    static String clean(String text) {
        boolean tooLong = width(text) > MAX_CELL_CODE_POINTS;
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .limit(tooLong ? MAX_CELL_CODE_POINTS - 1 : MAX_CELL_CODE_POINTS)
                .map(c -> harmless(c) ? c : 0xFFFD)
                .forEach(clean::appendCodePoint);
        return tooLong ? clean.append('…').toString() : clean.toString();
    }

    private static boolean harmless(int codePoint) {
        boolean turnsText =
                (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> !turnsText;
        };
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
