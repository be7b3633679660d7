package org.clickture.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.clickture.DroppedRow;
import org.clickture.DroppedRows;
import org.clickture.ExplainedTriad;
import org.clickture.ImageExplanation;
import org.clickture.LabelCount;

/**
 * Why an image has its labels, for people.
 *
 * @param image its labels; empty if it has none
 * @param dropped the rows that fell out; empty if nobody asked
 */
record ExplainReport(Optional<ImageExplanation> image, Optional<DroppedRows> dropped) {

    /** Prints a table of the labels, one for each label, and one of the rows that fell out. */
    void print(PrintWriter out) {
        FileNames files = new FileNames(Stream.concat(
                        image.stream()
                                .flatMap(found -> found.triads().stream())
                                .map(triad -> triad.triad().file()),
                        dropped.stream()
                                .flatMap(rows -> rows.dropped().stream())
                                .map(DroppedRow::file))
                .toList());
        image.ifPresent(found -> print(found, files, out));
        dropped.ifPresent(rows -> print(rows, files, out));
        files.print(out);
    }

    private static void print(ImageExplanation image, FileNames files, PrintWriter out) {
        RowPrinter labels = new AlignedRows(out, List.of(image.labelName(), "clicks", "queries"));
        for (LabelCount label : image.image().labels()) {
            labels.row(label.label(), label.clicks(), label.queries());
        }
        labels.end();
        for (LabelCount label : image.image().labels()) {
            out.println();
            RowPrinter rows = new FittedRows(out, List.of(label.label(), "clicks", "found", "file", "byte offset"));
            for (ExplainedTriad triad : image.triadsOf(label.label())) {
                rows.row(
                        triad.marked(label.label()),
                        triad.triad().clicks(),
                        triad.forms(label.label()),
                        files.of(triad.triad().file()),
                        triad.triad().byteOffset());
            }
            rows.end();
        }
    }

    private void print(DroppedRows rows, FileNames files, PrintWriter out) {
        if (image.isPresent()) {
            out.println();
        }
        if (!rows.dropped().isEmpty()) {
            printRows("dropped", rows.dropped(), files, out);
            out.println();
        }
        out.printf(
                Locale.ROOT,
                "rows of the image in the log: %,d, dropped: %,d%n",
                rows.rows(),
                rows.dropped().size());
    }

    /** Prints a table of rows that fell out. */
    static void printRows(String title, List<DroppedRow> dropped, FileNames files, PrintWriter out) {
        RowPrinter table = new FittedRows(out, List.of(title, "clicks", "step", "why", "file", "byte offset"));
        for (DroppedRow row : dropped) {
            table.row(
                    row.query().replace("\t", "\\t"),
                    number(row.clicks()),
                    row.reason().key(),
                    row.why(),
                    files.of(row.file()),
                    row.byteOffset());
        }
        table.end();
    }

    /** As a number if it is one, for the sake of its place in the column. */
    private static Object number(String clicks) {
        return clicks.matches("[0-9]{1,15}") ? Long.valueOf(clicks) : clicks;
    }
}
