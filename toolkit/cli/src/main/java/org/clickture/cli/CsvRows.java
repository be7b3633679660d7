package org.clickture.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** Rows as CSV after RFC 4180 with LF, numbers as Java writes them. Text is kept as it is, unless it must be safe. */
final class CsvRows implements RowPrinter {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final CsvWriter csv;
    private final boolean safe;

    /** @param safe whether text that a spreadsheet would run as a formula gets an apostrophe in front */
    CsvRows(PrintWriter out, List<String> header, boolean safe) {
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        this.safe = safe;
        csv.writeRecord(header);
    }

    @Override
    public void row(Object... cells) {
        csv.writeRecord(Arrays.stream(cells).map(this::text).toArray(String[]::new));
    }

    @Override
    public void end() {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(Object cell) {
        String text = cell instanceof Double value && value.isNaN() ? "" : cell.toString();
        boolean formula = cell instanceof String && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return safe && formula ? "'" + text : text;
    }
}
