package org.clickture.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clickture.LabelCount;
import org.clickture.LabelSet;
import org.clickture.resolve.AmbiguityType;
import org.clickture.resolve.Disagreement;
import org.clickture.resolve.KeptRow;
import org.clickture.resolve.LadderRow;
import org.clickture.resolve.Method;
import org.clickture.resolve.MethodRow;
import org.clickture.resolve.QueryWeight;
import org.clickture.resolve.Reason;
import org.clickture.resolve.ReasonKind;
import org.clickture.resolve.ScoreReport;
import org.clickture.resolve.Truth;
import org.clickture.resolve.TypeRow;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class ResolutionFramesTest {

    /** Image 0 is a pug for everybody, image 1 mostly a beagle; both show a pug, so says their truth. */
    private static final SampleImages TWO =
            SampleImages.of("breed", new Object[] {"pug", 3}, new Object[] {"beagle", 9, "pug", 1});

    private static final SampleResolutions RESOLVED = new SampleResolutions(
            TWO,
            SampleResolutions.of(TWO).resolved(),
            Truth.of(Map.of("image00000000", "pug", "image00000001", "pug")));

    private static final Disagreement DISAGREEMENT = new Disagreement(
            "image00000001",
            "beagle",
            Optional.of("pug"),
            0.75,
            List.of(new Reason(ReasonKind.MORE_QUERIES, "more"), new Reason(ReasonKind.MORE_FREQUENT, "often")),
            1,
            List.of(
                    new QueryWeight("beagle dog", 9, List.of("beagle"), -2),
                    new QueryWeight("pug dog", 1, List.of("pug"), 3.5)),
            2.5);

    @Test
    void showsTypesWithTheirFirstExample() {
        LabelSet example = new LabelSet("k", List.of(new LabelCount("beagle", 1_200, 1), new LabelCount("pug", 3, 1)));
        Table table = ResolutionFrames.types(List.of(
                new TypeRow(AmbiguityType.PARENT_AND_CHILD, 0, 0, List.of()),
                new TypeRow(AmbiguityType.COMPARISON, 2, 1, List.of(example, example))));

        assertThat(table.columnNames()).containsExactly("type", "meaning", "images", "share", "example");
        assertThat(rows(table))
                .containsExactly(
                        List.of("parent and child", "one label is a kind of the other", 0L, 0.0, ""),
                        List.of("comparison", "the labels share a query", 2L, 1.0, "k: beagle 1,200, pug 3"));
    }

    @Test
    void setsMethodsSideBySide() {
        Table table = ResolutionFrames.methods(MethodRow.of(RESOLVED.resolved()));

        assertThat(table.columnNames()).containsExactly("method", "labelled", "ambiguous_labelled", "like_em");
        assertThat(table.stringColumn("method").asList())
                .containsExactly("drop", "clicks", "log-clicks", "queries", "hierarchy", "em");
        assertThat(rows(table).get(0)).containsExactly("drop", 1L, 0L, 0.0);
        assertThat(rows(table).get(5)).containsExactly("em", 2L, 1L, 1.0);
    }

    @Test
    void setsMethodsBesideTheTruth() {
        Table table = ResolutionFrames.ladder(LadderRow.of(RESOLVED.resolved(), RESOLVED.truth()));

        assertThat(table.name()).endsWith("(synthetic data)");
        assertThat(table.columnNames())
                .containsExactly("method", "labelled", "precision", "accuracy", "ambiguous_accuracy", "ece", "brier");
        assertThat(rows(table).get(0).subList(0, 5)).containsExactly("drop", 1L, 1.0, 0.5, 0.0);
        assertThat(rows(table).get(1).subList(0, 5)).containsExactly("clicks", 2L, 0.5, 0.5, 0.0);
        // Sure of both: once rightly, once at 9 of 10 clicks wrongly.
        assertThat(table.doubleColumn("ece").get(1)).isCloseTo(0.9 / 2, within(1e-12));
        assertThat(table.doubleColumn("brier").get(1)).isCloseTo(0.81 / 2, within(1e-12));
    }

    @Test
    void showsFifteenBins() {
        Table table =
                ResolutionFrames.reliability(RESOLVED.ladder().get(1).score().all());

        assertThat(table.columnNames()).containsExactly("bin", "images", "confidence", "right");
        assertThat(table.rowCount()).isEqualTo(15);
        assertThat(table.longColumn("images").asList()).containsOnly(0L, 1L);
        assertThat(table.longColumn("bin").get(14)).isEqualTo(15);
        assertThat(table.doubleColumn("confidence").get(14)).isEqualTo(1.0);
    }

    @Test
    void setsConfidencesSideBySide() {
        ScoreReport report = RESOLVED.ladder().get(1).score();
        Table table = ResolutionFrames.scores(Map.of("clicks", report));

        assertThat(table.columnNames())
                .containsExactly(
                        "confidence",
                        "ece",
                        "ece_by_chance",
                        "brier",
                        "ambiguous_ece",
                        "ambiguous_ece_by_chance",
                        "ambiguous_brier");
        assertThat(rows(table))
                .containsExactly(List.of(
                        "clicks",
                        report.all().calibrationError(),
                        report.all().chanceError(),
                        report.all().brier(),
                        report.ambiguous().calibrationError(),
                        report.ambiguous().chanceError(),
                        report.ambiguous().brier()));
    }

    @Test
    void showsThreeReasonsAndCountsTheOthers() {
        Reason reason = new Reason(ReasonKind.SUM, "so");
        Disagreement image = new Disagreement(
                "image00000001",
                "beagle",
                Optional.empty(),
                0.5,
                List.of(reason, reason, reason, reason),
                0,
                List.of(),
                1);

        Table table = ResolutionFrames.disagreements(TWO, List.of(image), 1);

        assertThat(table.stringColumn("why").get(0)).isEqualTo("so; so; so; and 1 more");
        assertThat(table.stringColumn("em").get(0)).isEqualTo("none of these");
    }

    @Test
    void showsTheTruePrecisionOnlyWhereItIsKnown() {
        Table known = ResolutionFrames.kept(KeptRow.of(RESOLVED.by(Method.CLICKS), RESOLVED.truth(), 0.94, 1));
        Table unknown = ResolutionFrames.kept(KeptRow.of(RESOLVED.by(Method.CLICKS), null, 0.94));

        assertThat(known.columnNames())
                .containsExactly(
                        "wanted", "min_confidence", "images", "coverage", "expected_precision", "true_precision");
        assertThat(rows(known))
                .containsExactly(List.of(0.94, 0.9, 2L, 1.0, 0.95, 0.5), List.of(1.0, 1.0, 1L, 0.5, 1.0, 1.0));
        assertThat(known.name()).endsWith("(synthetic data)");
        assertThat(unknown.columnNames()).doesNotContain("true_precision");
        assertThat(unknown.name()).doesNotContain("synthetic");
    }

    @Test
    void showsDisagreementsWithTheirReasons() {
        Table table = ResolutionFrames.disagreements(TWO, List.of(DISAGREEMENT), 5);

        assertThat(table.columnNames())
                .containsExactly("image_key", "clicks_by_breed", "rule", "em", "confidence", "why");
        assertThat(rows(table))
                .containsExactly(List.of("image00000001", "beagle 9, pug 1", "beagle", "pug", 0.75, "more; often"));
        assertThat(ResolutionFrames.disagreements(TWO, List.of(DISAGREEMENT), 0).name())
                .endsWith("0 of 1");
    }

    @Test
    void countsMainReasons() {
        Table known = ResolutionFrames.reasons(List.of(DISAGREEMENT), RESOLVED.truth());

        assertThat(known.columnNames()).containsExactly("reason", "meaning", "images", "em_right", "rule_right");
        assertThat(rows(known)).containsExactly(List.of("more queries", "more queries are for its label", 1L, 1L, 0L));
        assertThat(ResolutionFrames.reasons(List.of(DISAGREEMENT), null).columnNames())
                .containsExactly("reason", "meaning", "images");
    }

    @Test
    void showsWhatEachQuerySays() {
        Table table = ResolutionFrames.weights(DISAGREEMENT, "breed");

        assertThat(table.name()).isEqualTo("image00000001: bits for pug and against beagle, 2.5 in all");
        assertThat(table.columnNames()).containsExactly("query", "clicks", "breeds", "bits");
        assertThat(rows(table))
                .containsExactly(
                        List.of("(before any query)", 0L, "", 1.0),
                        List.of("beagle dog", 9L, "beagle", -2.0),
                        List.of("pug dog", 1L, "pug", 3.5));
        assertThat(table.doubleColumn("bits").asList().stream()
                        .mapToDouble(bits -> bits)
                        .sum())
                .isEqualTo(DISAGREEMENT.bits());
    }

    @Test
    void hasNoRowsWithoutImages() {
        SampleResolutions none = SampleResolutions.of(SampleImages.none("beagle"));

        assertThat(ResolutionFrames.disagreements(none.images(), List.of(), 5).rowCount())
                .isZero();
        assertThat(ResolutionFrames.reasons(List.of(), none.truth()).rowCount()).isZero();
        assertThat(ResolutionFrames.methods(MethodRow.of(none.resolved()))
                        .doubleColumn("like_em")
                        .isMissing(0))
                .isTrue();
        assertThat(ResolutionFrames.ladder(none.ladder())
                        .doubleColumn("accuracy")
                        .isMissing(5))
                .isTrue();
        assertThat(ResolutionFrames.kept(KeptRow.of(none.by(Method.EM), none.truth(), 0.95))
                        .rowCount())
                .isEqualTo(1);
    }

    private static List<List<Object>> rows(Table table) {
        List<List<Object>> rows = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            List<Object> cells = new ArrayList<>();
            for (int column = 0; column < table.columnCount(); column++) {
                cells.add(table.get(row, column));
            }
            rows.add(cells);
        }
        return rows;
    }
}
