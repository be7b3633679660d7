package org.clickture.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.clickture.resolve.ScoreReport;
import org.clickture.resolve.TruthGap;

/**
 * What a score does not speak of, a line each.
 *
 * @param report the scores
 * @param resolutions the file that was compared
 * @param labels where labels were looked for
 */
record ScoreNotes(ScoreReport report, Path resolutions, String labels) {

    /** Prints nothing if both files have the same images and labels. */
    void print(PrintWriter err) {
        if (report.unknown() > 0) {
            String verb = report.unknown() == 1 ? " that is" : " that are";
            err.println("left out " + images(report.unknown()) + verb + " not in the truth");
        }
        TruthGap missing = report.missing();
        if (missing.images() > 0) {
            String verb = missing.images() == 1 ? " is not in " : " are not in ";
            print(
                    err,
                    images(missing.images()) + " of the truth" + verb + resolutions
                            + " and not in the scores; the first: " + missing.firstKey());
        }
        TruthGap foreign = report.foreign();
        if (foreign.images() > 0) {
            String verb = foreign.images() == 1 ? " has" : " have";
            print(
                    err,
                    images(foreign.images()) + verb + " a true label that is none of " + labels
                            + ": any label is wrong there; the first: " + foreign.firstKey() + " \""
                            + foreign.firstLabel() + "\"");
        }
    }

    private static void print(PrintWriter err, String line) {
        err.println(PrintableText.line(line));
    }

    private static String images(long count) {
        return String.format(Locale.ROOT, count == 1 ? "%,d image" : "%,d images", count);
    }
}
