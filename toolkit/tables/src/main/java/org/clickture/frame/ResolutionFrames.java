package org.clickture.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.clickture.LabelSet;
import org.clickture.LabelledImages;
import org.clickture.label.Plural;
import org.clickture.resolve.Disagreement;
import org.clickture.resolve.KeptRow;
import org.clickture.resolve.LadderRow;
import org.clickture.resolve.MethodRow;
import org.clickture.resolve.QueryWeight;
import org.clickture.resolve.Reason;
import org.clickture.resolve.ReasonRow;
import org.clickture.resolve.ReliabilityBin;
import org.clickture.resolve.Score;
import org.clickture.resolve.ScoreReport;
import org.clickture.resolve.Truth;
import org.clickture.resolve.TypeRow;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * What {@code org.clickture.resolve} computes as finished Tablesaw tables, like those of {@link Frames}. Tables that need a
 * truth say in their names that the data is synthetic: no other log has one.
 *
 * <p>Thread-safe; the tables are not.
 */
public final class ResolutionFrames {

    /** In the place of a label where none is chosen. */
    public static final String NONE = "none of these";

    /** Cells of a table are short; {@link Disagreement#why} has all reasons. */
    private static final int MOST_REASONS = 3;

    private ResolutionFrames() {}

    /** Why images have several labels: {@code type, meaning, images, share, example}, the last the first example of each. */
    public static Table types(List<TypeRow> rows) {
        return Columns.table(
                "why images have several labels",
                Columns.texts("type", rows, row -> words(row.type().key())),
                Columns.texts("meaning", rows, row -> row.type().meaning()),
                Columns.longs("images", rows, TypeRow::images),
                Columns.fractions("share", rows, TypeRow::share),
                Columns.texts(
                        "example",
                        rows,
                        row -> row.examples().stream()
                                .limit(1)
                                .map(image -> image.imageKey() + ": " + clicks(image))
                                .collect(Collectors.joining())));
    }

    /**
     * What each method makes of the images, without a truth: {@code method, labelled, ambiguous_labelled, like_em} (of the
     * ambiguous images the share that gets the same choice as by EM).
     */
    public static Table methods(List<MethodRow> rows) {
        return Columns.table(
                "what each method makes of the images",
                Columns.texts("method", rows, row -> row.method().key()),
                Columns.longs("labelled", rows, MethodRow::labelled),
                Columns.longs("ambiguous_labelled", rows, MethodRow::ambiguousLabelled),
                Columns.fractions("like_em", rows, row -> (double) row.likeEm() / row.ambiguous()));
    }

    /**
     * How well each method does: {@code method, labelled, precision} (right labels among these), {@code accuracy} (right
     * choices of all images, those of no label included), {@code ambiguous_accuracy, ece, brier}.
     */
    public static Table ladder(List<LadderRow> rows) {
        return Columns.table(
                "the methods beside the planted truth (synthetic data)",
                Columns.texts("method", rows, row -> row.method().key()),
                Columns.longs("labelled", rows, LadderRow::labelled),
                Columns.fractions("precision", rows, LadderRow::precision),
                Columns.fractions("accuracy", rows, row -> row.score().all().accuracy()),
                Columns.fractions(
                        "ambiguous_accuracy",
                        rows,
                        row -> row.score().ambiguous().accuracy()),
                Columns.fractions("ece", rows, row -> row.score().all().calibrationError()),
                Columns.fractions("brier", rows, row -> row.score().all().brier()));
    }

    /**
     * What confidences are worth: {@code confidence} (the name), {@code ece, ece_by_chance, brier},
     * and these of the ambiguous images with {@code ambiguous_} before them.
     *
     * @param reports by the names of what they judge, in the order of the rows
     */
    public static Table scores(Map<String, ScoreReport> reports) {
        List<Map.Entry<String, ScoreReport>> rows = List.copyOf(reports.entrySet());
        return Columns.table(
                "what a confidence is worth (synthetic data)",
                Columns.texts("confidence", rows, Map.Entry::getKey),
                Columns.fractions("ece", rows, row -> row.getValue().all().calibrationError()),
                Columns.fractions(
                        "ece_by_chance", rows, row -> row.getValue().all().chanceError()),
                Columns.fractions("brier", rows, row -> row.getValue().all().brier()),
                Columns.fractions(
                        "ambiguous_ece", rows, row -> row.getValue().ambiguous().calibrationError()),
                Columns.fractions(
                        "ambiguous_ece_by_chance",
                        rows,
                        row -> row.getValue().ambiguous().chanceError()),
                Columns.fractions(
                        "ambiguous_brier",
                        rows,
                        row -> row.getValue().ambiguous().brier()));
    }

    /** The bins of a score, the least sure first: {@code bin, images, confidence, right}. */
    public static Table reliability(Score score) {
        List<ReliabilityBin> bins = score.bins();
        long[] places = new long[bins.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = i + 1L;
        }
        return Columns.table(
                "confidence and right choices, bin by bin (synthetic data)",
                Columns.longs("bin", places),
                Columns.longs("images", bins, ReliabilityBin::images),
                Columns.fractions("confidence", bins, ReliabilityBin::confidence),
                Columns.fractions("right", bins, ReliabilityBin::right));
    }

    /**
     * What is kept for wanted precisions: {@code wanted, min_confidence, images, coverage, expected_precision} and, if any
     * row has one, {@code true_precision}.
     */
    public static Table kept(List<KeptRow> rows) {
        List<Column<?>> columns = new ArrayList<>(List.of(
                Columns.fractions("wanted", rows, KeptRow::wanted),
                Columns.fractions("min_confidence", rows, row -> row.threshold().minConfidence()),
                Columns.longs("images", rows, row -> row.threshold().images()),
                Columns.fractions("coverage", rows, KeptRow::coverage),
                Columns.fractions(
                        "expected_precision", rows, row -> row.threshold().precision())));
        boolean known = rows.stream().anyMatch(row -> !Double.isNaN(row.truePrecision()));
        if (known) {
            columns.add(Columns.fractions("true_precision", rows, KeptRow::truePrecision));
        }
        return Columns.table(
                "what is kept for a wanted precision" + (known ? " (synthetic data)" : ""),
                columns.toArray(Column<?>[]::new));
    }

    /**
     * The images for which EM and a rule choose differently: {@code image_key, clicks_by_breed, rule, em, confidence, why},
     * the last up to three reasons in words, the main one first.
     *
     * @param limit the most rows, at least 0; the table's name says how many there are in all
     */
    public static Table disagreements(LabelledImages images, List<Disagreement> disagreements, int limit) {
        List<Disagreement> rows = disagreements.subList(0, Math.min(limit, disagreements.size()));
        return Columns.table(
                String.format(
                        Locale.ROOT,
                        "images on which em and the rule disagree, %,d of %,d",
                        rows.size(),
                        disagreements.size()),
                Columns.texts("image_key", rows, Disagreement::imageKey),
                Columns.texts(
                        "clicks_by_" + images.labelName(),
                        rows,
                        row -> images.find(row.imageKey())
                                .map(ResolutionFrames::clicks)
                                .orElse("")),
                Columns.texts("rule", rows, Disagreement::ruleLabel),
                Columns.texts("em", rows, row -> row.emLabel().orElse(NONE)),
                Columns.fractions("confidence", rows, Disagreement::confidence),
                Columns.texts("why", rows, ResolutionFrames::why));
    }

    /**
     * Why EM and a rule choose differently, by the main reason: {@code reason, meaning, images} and, if the truth is known,
     * {@code em_right, rule_right}.
     *
     * @param truth null if it is not known
     */
    public static Table reasons(List<Disagreement> disagreements, @Nullable Truth truth) {
        List<ReasonRow> rows = ReasonRow.of(disagreements, truth);
        List<Column<?>> columns = new ArrayList<>(List.of(
                Columns.texts("reason", rows, row -> words(row.kind().key())),
                Columns.texts("meaning", rows, row -> row.kind().meaning()),
                Columns.longs("images", rows, ReasonRow::images)));
        if (truth != null) {
            columns.add(Columns.longs("em_right", rows, ReasonRow::emRight));
            columns.add(Columns.longs("rule_right", rows, ReasonRow::ruleRight));
        }
        return Columns.table(
                "why em and the rule disagree" + (truth == null ? "" : " (synthetic data)"),
                columns.toArray(Column<?>[]::new));
    }

    /**
     * What each query of an image says for the label that EM chooses and against that of the rule: {@code query, clicks,
     * breeds, bits}. The first row is what was believed before any query.
     *
     * @param labelName what a label is called
     */
    public static Table weights(Disagreement image, String labelName) {
        List<QueryWeight> rows = new ArrayList<>();
        rows.add(new QueryWeight("(before any query)", 0, List.of(), image.bitsBefore()));
        rows.addAll(image.queries());
        return Columns.table(
                String.format(
                        Locale.ROOT,
                        "%s: bits for %s and against %s, %.1f in all",
                        image.imageKey(),
                        image.emLabel().orElse(NONE),
                        image.ruleLabel(),
                        image.bits()),
                Columns.texts("query", rows, QueryWeight::query),
                Columns.longs("clicks", rows, QueryWeight::clicks),
                Columns.texts(Plural.of(labelName), rows, row -> String.join(", ", row.labels())),
                Columns.fractions("bits", rows, QueryWeight::bits));
    }

    private static String why(Disagreement image) {
        int more = image.reasons().size() - MOST_REASONS;
        return image.reasons().stream().limit(MOST_REASONS).map(Reason::text).collect(Collectors.joining("; "))
                + (more > 0 ? "; and " + more + " more" : "");
    }

    private static String words(String key) {
        return key.replace('-', ' ');
    }

    private static String clicks(LabelSet image) {
        return image.labels().stream()
                .map(label -> String.format(Locale.ROOT, "%s %,d", label.label(), label.clicks()))
                .collect(Collectors.joining(", "));
    }
}
