package org.clickture.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clickture.Counts;

/** The counts of a run, for people and for scripts. */
record CountsReport(Counts counts) {

    /** An aligned table; reasons stand below {@code malformed}. */
    void print(PrintWriter out) {
        RowPrinter rows = new AlignedRows(out, List.of("count", ""));
        values().forEach((name, value) -> {
            if (value instanceof Map<?, ?> reasons) {
                rows.row(name, counts.malformedRows());
                reasons.forEach((reason, count) -> rows.row("  " + reason, count));
            } else {
                rows.row(name, value);
            }
        });
        rows.end();
    }

    /** The counts under the names of the specification. */
    Map<String, Object> values() {
        Map<String, Object> malformed = new LinkedHashMap<>();
        counts.malformed().forEach((reason, count) -> malformed.put(reason.key(), count));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rows", counts.rows());
        values.put("malformed", malformed);
        values.put("invalid_utf8", counts.invalidUtf8());
        values.put("gated", counts.gated());
        values.put("matched", counts.matched());
        values.put("pairs", counts.pairs());
        values.put("images", counts.images());
        values.put("breeds", counts.breeds());
        values.put("ambiguous", counts.ambiguous());
        return values;
    }
}
