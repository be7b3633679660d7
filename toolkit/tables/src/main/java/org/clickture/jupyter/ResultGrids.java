package org.clickture.jupyter;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.clickture.Counts;
import org.clickture.DroppedRow;
import org.clickture.DroppedRows;
import org.clickture.Evidence;
import org.clickture.ExplainedTriad;
import org.clickture.FunnelStep;
import org.clickture.ImageExplanation;
import org.clickture.LabelCount;
import org.clickture.LabelSet;
import org.clickture.manifest.Manifest;
import org.clickture.store.Store;

/** What a scan found, as grids. */
final class ResultGrids {

    private ResultGrids() {}

    /** The store's folder, its counts and where it came from. */
    static Grid store(Store store) {
        Manifest manifest = store.manifest();
        String origin = manifest.synthetic() ? "Synthetic data, made by a generator." : "Made from a click log.";
        String name = String.valueOf(store.folder().getFileName());
        return counts("Store " + name, store.counts())
                .note(origin + " Recipe " + manifest.recipe().name() + ".");
    }

    /** The counts of a run under their names, each with what it counts. */
    static Grid counts(String title, Counts counts) {
        String reasons = counts.malformed().entrySet().stream()
                .map(reason -> reason.getKey().key() + " " + number(reason.getValue()))
                .collect(Collectors.joining(", "));
        return new Grid(title)
                .text("")
                .number("count")
                .text("what is counted")
                .row(List.of("rows", number(counts.rows()), "all rows of the click log"))
                .row(List.of("malformed", number(counts.malformedRows()), "rows skipped: " + reasons))
                .row(List.of("invalid_utf8", number(counts.invalidUtf8()), "gated rows with malformed UTF-8"))
                .row(List.of("gated", number(counts.gated()), "triads that pass the gate"))
                .row(List.of("matched", number(counts.matched()), "of these, triads that name a label"))
                .row(List.of("pairs", number(counts.pairs()), "rows of the data set: label and image"))
                .row(List.of("images", number(counts.images()), "images with a label"))
                .row(List.of("breeds", number(counts.breeds()), "labels with an image"))
                .row(List.of("ambiguous", number(counts.ambiguous()), "images with two or more labels"));
    }

    /** The labels of an image with what each rests on. */
    static Grid labels(LabelSet image) {
        Grid grid = new Grid("Image " + image.imageKey())
                .text("label")
                .number("clicks")
                .number("queries")
                .number("share of clicks");
        // a double, for the sum of longs may be greater than any long
        double clicks = image.labels().stream().mapToDouble(LabelCount::clicks).sum();
        for (LabelCount label : image.labels()) {
            String share = String.format(Locale.ROOT, "%.1f %%", 100.0 * label.clicks() / clicks);
            grid.row(List.of(label.label(), number(label.clicks()), number(label.queries()), share));
        }
        return grid.note(image.ambiguous() ? "ambiguous: " + image.labels().size() + " labels" : "");
    }

    /** The triads behind each label of an image, the names marked in their queries; the first {@code maxRows}. */
    static Grid explanation(ImageExplanation image, int maxRows) {
        Grid grid = new Grid("Image " + image.image().imageKey())
                .text(image.labelName())
                .text("query")
                .number("clicks")
                .text("found")
                .text("file")
                .number("byte offset");
        int rows = 0;
        for (LabelCount count : image.image().labels()) {
            String label = count.label();
            for (ExplainedTriad explained : image.triadsOf(label)) {
                Evidence triad = explained.triad();
                if (rows++ < maxRows) {
                    grid.row(List.of(
                            label,
                            explained.marked(label),
                            number(triad.clicks()),
                            explained.forms(label),
                            triad.file(),
                            number(triad.byteOffset())));
                }
            }
        }
        return rows > maxRows ? grid.note(number(maxRows) + " of " + number(rows) + " rows") : grid;
    }

    /** The rows of an image that are no evidence; the first {@code maxRows}. */
    static Grid dropped(DroppedRows rows, int maxRows) {
        Grid grid = new Grid("Dropped rows of image " + rows.imageKey())
                .text("query")
                .text("clicks")
                .text("step")
                .text("why")
                .text("file")
                .number("byte offset");
        rows.dropped().stream()
                .limit(maxRows)
                .forEach(row -> grid.row(List.of(
                        row.query(),
                        row.clicks(),
                        row.reason().key(),
                        row.why(),
                        row.file(),
                        number(row.byteOffset()))));
        int dropped = rows.dropped().size();
        return grid.note("rows of the image in the log: " + number(rows.rows()) + ", dropped: " + number(dropped)
                + (dropped > maxRows ? ", shown: " + number(maxRows) : ""));
    }

    /** Whether these are the steps of a funnel. */
    static boolean areSteps(List<?> list) {
        return !list.isEmpty() && list.stream().allMatch(FunnelStep.class::isInstance);
    }

    /** What falls out of a click log at each step, with one row of the sample. */
    static Grid funnel(List<?> steps) {
        Grid grid = new Grid("What falls out of the click log")
                .text("step")
                .text("meaning")
                .number("fell")
                .number("left")
                .text("for example");
        for (Object element : steps) {
            FunnelStep step = (FunnelStep) element;
            grid.row(List.of(
                    step.step(),
                    step.meaning(),
                    number(step.fell()),
                    number(step.left()),
                    step.sample().stream().map(DroppedRow::query).findFirst().orElse("")));
        }
        return grid;
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
