package org.clickture.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.clickture.DroppedRow;
import org.clickture.FunnelStep;

/**
 * What fell out of a click log at each step.
 *
 * @param steps in their order; the first one counts the rows of the log
 * @param limit how many to show at most
 */
record FunnelReport(List<FunnelStep> steps, int limit) {

    FunnelReport {
        steps = List.copyOf(steps);
    }

    /** Prints the steps; for people then the sample. */
    void print(RowOptions options, PrintWriter out) {
        List<FunnelStep> shown = steps.subList(0, Math.min(limit, steps.size()));
        boolean forPeople = !options.json() && !options.csv();
        long rows = Math.max(1, steps.get(0).left());
        RowPrinter printer = options.printer(
                out,
                forPeople
                        ? List.of("step", "meaning", "fell", "share", "left")
                        : List.of("step", "meaning", "fell", "share", "left", "sample"));
        for (FunnelStep step : shown) {
            double share = (double) step.fell() / rows;
            if (forPeople) {
                printer.row(step.step(), step.meaning(), step.fell(), share, step.left());
            } else {
                printer.row(step.step(), step.meaning(), step.fell(), share, step.left(), sample(step, options.json()));
            }
        }
        printer.end(shown.size(), steps.size(), "steps");
        if (forPeople) {
            printSample(shown, out);
        }
    }

    /** As objects in JSON, else as {@code query (file:byte offset)}. */
    private static Object sample(FunnelStep step, boolean json) {
        return json
                ? step.sample().stream().map(ExplainJson::row).toList()
                : step.sample().stream()
                        .map(row -> row.query() + " (" + row.file() + ":" + row.byteOffset() + ")")
                        .collect(Collectors.joining("; "));
    }

    private static void printSample(List<FunnelStep> shown, PrintWriter out) {
        List<DroppedRow> rows =
                shown.stream().flatMap(step -> step.sample().stream()).toList();
        if (rows.isEmpty()) {
            return;
        }
        FileNames files = new FileNames(rows.stream().map(DroppedRow::file).toList());
        out.println();
        ExplainReport.printRows("sample", rows, files, out);
        files.print(out);
    }
}
