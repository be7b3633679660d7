package org.clickture.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.clickture.resolve.CoverageRow;
import org.clickture.resolve.ReliabilityBin;
import org.clickture.resolve.Score;
import org.clickture.resolve.ScoreReport;
import org.clickture.resolve.TruthGap;
import org.clickture.run.Clickture;
import org.clickture.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "score",
        description = {
            "Compare resolutions with the truth, of a generated log or of images that you looked at.",
            "A label is right if it equals the true one. An empty label (of drop, or none of these) counts as wrong where "
                    + "the true label is one of the image's candidates.",
            "Told, too: images of the truth that F.csv lacks, and true labels that are no label of F.csv (with --store, of its "
                    + "lexicon), such as Pug for pug.",
            "ECE: expected calibration error over 15 bins of equal size. Brier: mean squared error of the confidence. "
                    + "ECE by chance: about what it would be in so many images if each confidence were true.",
            "Ambiguous: images with two or more candidates. Of em these are images whose queries name several labels, and some "
                    + "with one, for which it chose a broader or narrower label; --store leaves the latter out, so that files of "
                    + "different methods are compared on the same images."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  clickture score resolved.csv truth.tsv",
            "  clickture score resolved.csv truth.tsv --store dog.store",
            "  clickture score resolved.csv truth.tsv --json"
        })
final class ScoreCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "F.csv", index = "0", description = "A file that 'clickture resolve' wrote.")
    private Path resolutions;

    @Parameters(
            paramLabel = "TRUTH.tsv",
            index = "1",
            description = "What 'clickture synth --truth' wrote, or lines of image key, TAB, label.")
    private Path truth;

    @Option(
            names = "--store",
            paramLabel = "STORE",
            description = "The store that F.csv was made of: its images with several labels are the ambiguous ones.")
    private @Nullable Path store;

    @Option(
            names = "--json",
            description = "Print JSON, with reliability bins and coverage; a share of no images is null.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        ScoreReport report = report();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            object.put("all", object(report.all()));
            object.put("ambiguous", object(report.ambiguous()));
            object.put("not_in_truth", report.unknown());
            object.put("not_in_file", object(report.missing()));
            object.put("unknown_label", object(report.foreign()));
            out.println(JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES).asString(object));
        } else {
            print(report, out);
        }
        new ScoreNotes(report, resolutions, String.valueOf(store == null ? resolutions : store))
                .print(spec.commandLine().getErr());
        return ExitCode.OK;
    }

    private ScoreReport report() {
        if (store == null) {
            return ScoreReport.of(resolutions, truth);
        }
        try (Store opened = Clickture.open(store)) {
            return Clickture.score(resolutions, truth, opened);
        }
    }

    private static Map<String, @Nullable Object> object(Score score) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("images", score.images());
        object.put("accuracy", number(score.accuracy()));
        object.put("ece", number(score.calibrationError()));
        object.put("ece_by_chance", number(score.chanceError()));
        object.put("brier", number(score.brier()));
        object.put("bins", score.bins().stream().map(ScoreCommand::object).toList());
        object.put(
                "coverage", score.coverage().stream().map(ScoreCommand::object).toList());
        return object;
    }

    private static Map<String, @Nullable Object> object(TruthGap gap) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("images", gap.images());
        object.put("first_image_key", gap.images() == 0 ? null : gap.firstKey());
        object.put("first_label", gap.images() == 0 ? null : gap.firstLabel());
        return object;
    }

    private static Map<String, @Nullable Object> object(ReliabilityBin bin) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("images", bin.images());
        object.put("confidence", number(bin.confidence()));
        object.put("right", number(bin.right()));
        return object;
    }

    private static Map<String, @Nullable Object> object(CoverageRow row) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("min_confidence", row.minConfidence());
        object.put("images", row.images());
        object.put("coverage", number(row.coverage()));
        object.put("precision", number(row.precision()));
        return object;
    }

    /** JSON has no NaN, and 0 would be an answer: a share of nothing is null. */
    private static @Nullable Double number(double share) {
        return Double.isNaN(share) ? null : share;
    }

    private static void print(ScoreReport report, PrintWriter out) {
        RowPrinter scores =
                new AlignedRows(out, List.of("images", "number", "accuracy", "ECE", "Brier", "ECE by chance"));
        row(scores, "all", report.all());
        row(scores, "ambiguous", report.ambiguous());
        scores.end();
        out.println();
        RowPrinter bins = new AlignedRows(out, List.of("reliability, all images", "confidence", "right"));
        for (ReliabilityBin bin : report.all().bins()) {
            if (bin.images() > 0) {
                bins.row(bin.images(), bin.confidence(), bin.right());
            }
        }
        bins.end();
        out.println();
        RowPrinter coverage = new AlignedRows(out, List.of("confidence from", "images", "coverage", "precision"));
        for (CoverageRow row : report.all().coverage()) {
            coverage.row(row.minConfidence(), row.images(), row.coverage(), row.precision());
        }
        coverage.end();
    }

    private static void row(RowPrinter rows, String name, Score score) {
        rows.row(name, score.images(), score.accuracy(), score.calibrationError(), score.brier(), score.chanceError());
    }
}
