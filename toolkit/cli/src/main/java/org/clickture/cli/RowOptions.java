package org.clickture.cli;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every command that prints rows. */
final class RowOptions {

    private static final int ROWS_FOR_PEOPLE = 20;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @ArgGroup
    private @Nullable Format format;

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "Show the first N rows, 0 for all (default: " + ROWS_FOR_PEOPLE
                    + " in a table, all as CSV or JSON).")
    private @Nullable Integer top;

    private static final class Format {
        @Option(names = "--csv", description = "Print CSV.")
        private boolean csv;

        @Option(
                names = "--safe-csv",
                description = "Print CSV with an apostrophe before text that a spreadsheet would run as a formula.")
        private boolean safeCsv;

        @Option(names = "--json", description = "Print a JSON array of objects.")
        private boolean json;
    }

    boolean json() {
        return format != null && format.json;
    }

    boolean csv() {
        return format != null && (format.csv || format.safeCsv);
    }

    private boolean safeCsv() {
        return format != null && format.safeCsv;
    }

    /** How many rows to show at most. */
    int limit() {
        return limit(ROWS_FOR_PEOPLE);
    }

    /** The same, with another number of rows for people who do not ask for one. */
    int limit(int forPeople) {
        if (top == null) {
            return json() || csv() ? Integer.MAX_VALUE : forPeople;
        }
        if (top < 0) {
            throw new ParameterException(spec.commandLine(), "--top takes 0 or more, not " + top);
        }
        return top == 0 ? Integer.MAX_VALUE : top;
    }

    RowPrinter printer(PrintWriter out, List<String> header) {
        if (json()) {
            return new JsonRows(out, header);
        }
        return csv()
                ? new CsvRows(out, header, safeCsv())
                : new AlignedRows(out, header, Terminal.columns(Integer.MAX_VALUE));
    }
}
