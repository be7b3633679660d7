package org.clickture.cli;

import java.io.PrintWriter;
import java.util.List;
import org.clickture.Counts;

/** The counts of a run, for people. */
record CountsReport(Counts counts) {

    /** Prints a table; the reasons of malformed rows stand below {@code malformed}. */
    void print(PrintWriter out) {
        RowPrinter rows = new AlignedRows(out, List.of("count", ""));
        rows.row("rows", counts.rows());
        rows.row("malformed", counts.malformedRows());
        counts.malformed().forEach((reason, count) -> rows.row("  " + reason.key(), count));
        rows.row("invalid_utf8", counts.invalidUtf8());
        rows.row("gated", counts.gated());
        rows.row("matched", counts.matched());
        rows.row("pairs", counts.pairs());
        rows.row("images", counts.images());
        rows.row("breeds", counts.breeds());
        rows.row("ambiguous", counts.ambiguous());
        rows.end();
    }
}
