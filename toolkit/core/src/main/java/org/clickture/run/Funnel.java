package org.clickture.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clickture.DropReason;
import org.clickture.DroppedRow;
import org.clickture.FunnelStep;
import org.clickture.Progress;
import org.clickture.label.EvidenceLog;
import org.clickture.label.GatheredTriads;
import org.clickture.label.Gathering;
import org.clickture.lexicon.CompiledRecipe;
import org.clickture.lexicon.QueryReader;
import org.clickture.scan.Columns;
import org.clickture.scan.LogFile;
import org.clickture.scan.Scan;
import org.clickture.scan.ScanOptions;
import org.clickture.scan.ScanReport;

/** Counts what falls out of a click log at each step, in one scan that looks at every row. */
final class Funnel implements AutoCloseable {

    private final CompiledRecipe recipe;
    private final List<LogFile> files;
    private final Columns columns;
    private final ScanOptions options;
    private final int sample;
    private final List<FallenRows> workers = new ArrayList<>();
    private final TemporaryOverflow overflow = new TemporaryOverflow();

    /** @param sample how many rows of each step are kept, at least 0 */
    Funnel(CompiledRecipe recipe, List<LogFile> files, Columns columns, ScanOptions options, int sample) {
        this.recipe = recipe;
        this.files = files;
        this.columns = columns;
        this.options = options;
        this.sample = sample;
    }

    /** The outcome, and what the scan saw besides. */
    record Outcome(List<FunnelStep> steps, ScanReport scan) {

        /** In one line. */
        String summary() {
            return String.format(
                    Locale.ROOT,
                    "%,d rows, %,d left after the last step",
                    scan.rows(),
                    steps.get(steps.size() - 3).left());
        }
    }

    /** Scans the log; called once. */
    Outcome run(Progress progress) {
        Gathering gathering = new Gathering(
                recipe.labels(),
                files.stream().map(LogFile::name).toList(),
                BuildRequest.defaultMemoryBytes(),
                options.threads(),
                overflow::get);
        ScanReport scan = Scan.run(files, columns, List.of(), options, () -> newWorker(gathering.newLog()), progress);
        return new Outcome(steps(scan.rows(), gathering.end()), scan);
    }

    private FallenRows newWorker(EvidenceLog evidence) {
        FallenRows worker = new FallenRows(recipe, evidence, sample);
        workers.add(worker);
        return worker;
    }

    private List<FunnelStep> steps(long rows, GatheredTriads gathered) {
        List<FunnelStep> steps = new ArrayList<>();
        steps.add(new FunnelStep("rows", "rows of the log", 0, rows, List.of()));
        FallenRows.Step misspelt = new FallenRows.Step(sample);
        long[] imagesAndPairs = imagesAndPairs(gathered, misspelt);
        QueryReader reader = new QueryReader(recipe);
        long left = rows;
        for (DropReason reason : DropReason.values()) {
            FallenRows.Step step = new FallenRows.Step(sample);
            workers.forEach(worker -> step.add(worker.step(reason)));
            if (reason == DropReason.NAME) {
                step.add(misspelt);
            }
            left -= step.rows;
            List<DroppedRow> shown = step.sample.rows().stream()
                    .map(row -> row.dropped(
                            reason, columns, reader, files.get(row.file()).name()))
                    .toList();
            steps.add(new FunnelStep(reason.key(), meaning(reason), step.rows, left, shown));
        }
        String label = recipe.recipe().label();
        steps.add(
                new FunnelStep("pairs", "distinct pairs of " + label + " and image", 0, imagesAndPairs[1], List.of()));
        steps.add(new FunnelStep("images", "distinct images", 0, imagesAndPairs[0], List.of()));
        return steps;
    }

    /** @param misspelt gets the rows whose misspelt names no other row of the image supports */
    private static long[] imagesAndPairs(GatheredTriads gathered, FallenRows.Step misspelt) {
        long[] counts = new long[2];
        for (int part = 0; part < gathered.parts(); part++) {
            gathered.forEach(
                    part,
                    image -> {
                        counts[0]++;
                        counts[1] += image.labels();
                    },
                    misspelt);
        }
        return counts;
    }

    private String meaning(DropReason reason) {
        return switch (reason) {
            case FIELDS -> "malformed: not " + columns.count() + " fields";
            case GATE -> "no word of the gate";
            case EXCLUSION -> "an excluded phrase";
            case KEY -> "malformed: the image key";
            case CLICKS -> "malformed: the clicks";
            case NAME -> "no " + recipe.recipe().label() + " is named";
        };
    }

    @Override
    public void close() {
        overflow.close();
    }
}
