package org.clickture.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.clickture.DropReason;
import org.clickture.DroppedRow;
import org.clickture.DroppedRows;
import org.clickture.FunnelStep;
import org.clickture.LabelSet;
import org.clickture.label.BreedRow;
import org.clickture.label.LabelStatistics;
import org.clickture.label.PublishedCutoffs;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

class FramesTest {

    /** Image 0 has three labels, image 1 two, images 2 and 3 one. */
    private static final SampleImages FOUR = SampleImages.of(
            "breed",
            new Object[] {"akita", 6, "beagle", 1, "pug", 1},
            new Object[] {"beagle", 12_000, "pug", 8_000},
            new Object[] {"beagle", 1},
            new Object[] {"a\"b,<i>", 5});

    private static final SampleImages MANY = SampleImages.drawn(
            7,
            "breed",
            names(300),
            IntStream.rangeClosed(1, 300).map(r -> 3_000 / r).toArray(),
            0.2);

    @Test
    void showsTheDatasetInItsOrder() {
        Table table = Frames.dataset(FOUR);

        assertThat(rows(table))
                .containsExactly(
                        List.of("a\"b,<i>", "image00000003", 5L, 1L),
                        List.of("akita", "image00000000", 6L, 1L),
                        List.of("beagle", "image00000000", 1L, 1L),
                        List.of("beagle", "image00000001", 12_000L, 1L),
                        List.of("beagle", "image00000002", 1L, 1L),
                        List.of("pug", "image00000000", 1L, 1L),
                        List.of("pug", "image00000001", 8_000L, 1L));
        assertThat(table.columnNames()).containsExactly("breed", "image_key", "clicks", "queries");
        assertThat(table.types())
                .containsExactly(ColumnType.STRING, ColumnType.STRING, ColumnType.LONG, ColumnType.LONG);
    }

    @Test
    void showsEveryRowOfALargeDataset() {
        List<List<Object>> expected = new ArrayList<>();
        var image = MANY.images();
        while (image.next()) {
            LabelSet set = image.labelSet(MANY.labels());
            set.labels()
                    .forEach(count ->
                            expected.add(List.of(count.label(), set.imageKey(), count.clicks(), count.queries())));
        }
        expected.sort((a, b) -> (a.get(0) + "\t" + a.get(1)).compareTo(b.get(0) + "\t" + b.get(1)));

        assertThat(rows(Frames.dataset(MANY))).isEqualTo(expected);
    }

    @Test
    void showsBreedsLargestFirst() {
        assertThat(Frames.breeds(FOUR).columnNames())
                .containsExactly(
                        "rank", "breed", "images", "clicks", "image_queries", "ambiguous_images", "ambiguous_share");
        assertThat(rows(Frames.breeds(FOUR)))
                .containsExactly(
                        List.of(1L, "beagle", 3L, 12_002L, 3L, 2L, 2.0 / 3),
                        List.of(2L, "pug", 2L, 8_001L, 2L, 2L, 1.0),
                        List.of(3L, "a\"b,<i>", 1L, 5L, 1L, 0L, 0.0),
                        List.of(4L, "akita", 1L, 6L, 1L, 1L, 1.0));
    }

    @Test
    void showsAmbiguousImagesLeastCertainFirst() {
        Table table = Frames.ambiguous(FOUR, 10);

        assertThat(table.name()).isEqualTo("ambiguous images");
        assertThat(table.columnNames())
                .containsExactly("image_key", "breeds", "clicks", "entropy_bits", "clicks_by_breed");
        assertThat(table.stringColumn("image_key").asList()).containsExactly("image00000000", "image00000001");
        assertThat(table.longColumn("breeds").asList()).containsExactly(3L, 2L);
        assertThat(table.longColumn("clicks").asList()).containsExactly(8L, 20_000L);
        assertThat(table.doubleColumn("entropy_bits").get(1)).isCloseTo(0.970951, within(1e-6));
        assertThat(table.stringColumn("clicks_by_breed").asList())
                .containsExactly(
                        "akita 6 (75.0 %), beagle 1 (12.5 %), pug 1 (12.5 %)",
                        "beagle 12,000 (60.0 %), pug 8,000 (40.0 %)");
        assertThat(Frames.ambiguous(FOUR, 1).name()).isEqualTo("ambiguous images, 1 of 2");
        assertThat(Frames.ambiguous(FOUR, 1).rowCount()).isEqualTo(1);
    }

    @Test
    void showsPairs() {
        assertThat(Frames.pairs(FOUR).columnNames())
                .containsExactly("breed_1", "breed_2", "shared_images", "jaccard", "images_1", "images_2");
        assertThat(rows(Frames.pairs(FOUR)))
                .containsExactly(
                        List.of("beagle", "pug", 2L, 2.0 / 3, 3L, 2L),
                        List.of("akita", "beagle", 1L, 1.0 / 3, 1L, 3L),
                        List.of("akita", "pug", 1L, 1.0 / 2, 1L, 2L));
    }

    @Test
    void showsLabelsPerImage() {
        assertThat(Frames.labelsPerImage(FOUR).columnNames()).containsExactly("breeds", "images", "share");
        assertThat(rows(Frames.labelsPerImage(FOUR)))
                .containsExactly(List.of(1L, 2L, 0.5), List.of(2L, 1L, 0.25), List.of(3L, 1L, 0.25));
    }

    @Test
    void showsCutoffsBesideThePublishedOnes() {
        Table table = Frames.cutoffs(MANY, PublishedCutoffs.CLICKTURE_DOG);

        assertThat(table.name()).contains("Clickture-Dog").contains("public artefact");
        assertThat(table.columnNames())
                .containsExactly("at_least", "breeds", "rows", "published_breeds", "published_rows");
        assertThat(table.longColumn("at_least").asList())
                .containsExactly(20L, 30L, 50L, 75L, 100L, 200L, 300L, 500L, 1_000L, 2_000L);
        assertThat(table.longColumn("published_breeds").asList())
                .containsExactly(188L, 173L, 147L, 126L, 107L, 70L, 58L, 45L, 21L, 12L);
        assertThat(table.longColumn("published_rows").get(9)).isEqualTo(47_169L);
        List<BreedRow> breeds = LabelStatistics.breeds(MANY);
        assertThat(table.longColumn("breeds").get(4))
                .isEqualTo(breeds.stream().filter(b -> b.images() >= 100).count());
        assertThat(table.longColumn("rows").get(4))
                .isEqualTo(breeds.stream()
                        .mapToLong(BreedRow::images)
                        .filter(n -> n >= 100)
                        .sum());
        assertThat(rows(Frames.cutoffs(MANY))).isEqualTo(rows(table.selectColumns(0, 1, 2)));
    }

    @Test
    void showsQueries() {
        assertThat(rows(Frames.queries(FOUR, "image00000001")))
                .containsExactly(List.of("beagle dog", 12_000L, "beagle"), List.of("pug dog", 8_000L, "pug"));
        assertThat(Frames.queries(FOUR, "../no such key").rowCount()).isZero();
        assertThat(rows(Frames.queriesOfLabel(FOUR, "beagle", 5)))
                .containsExactly(List.of("beagle dog", 12_002L, 3L, "beagle"));
        assertThat(rows(Frames.queriesOfLabel(FOUR, "a\"b,<i>", 5)))
                .containsExactly(List.of("a\"b,<i> dog", 5L, 1L, "a\"b,<i>"));
        assertThat(Frames.queriesOfLabel(FOUR, "beagle", 0).name()).isEqualTo("queries of beagle, 0 of 1");
    }

    @Test
    void showsTheFunnel() {
        assertThat(rows(Frames.funnel(FOUR)))
                .containsExactly(
                        List.of("rows of the log", 16_800L),
                        List.of("gate passed", 147L),
                        List.of("breed found", 21L),
                        List.of("breed-image pairs", 7L),
                        List.of("images", 4L));
    }

    @Test
    void showsWhatFellOut() {
        DroppedRow row = new DroppedRow(DropReason.NAME, "no name", "k", "dog", "2", "log.tsv", 7);
        List<FunnelStep> steps = List.of(
                new FunnelStep("rows", "rows of the log", 0, 9, List.of()),
                new FunnelStep("name", "no breed is named", 1, 8, List.of(row)));

        assertThat(rows(Frames.funnel(steps)))
                .containsExactly(
                        List.of("rows", "rows of the log", 0L, 9L), List.of("name", "no breed is named", 1L, 8L));
        assertThat(rows(Frames.funnelSample(steps)))
                .containsExactly(List.of("name", "no name", "k", "dog", "2", "log.tsv", 7L));
        assertThat(rows(Frames.dropped(new DroppedRows("k", 3, List.of(row)))))
                .isEqualTo(rows(Frames.funnelSample(steps)));
        assertThat(Frames.dropped(new DroppedRows("k", 0, List.of())).name()).isEqualTo("rows of k that fell out");
    }

    @Test
    void showsWhatSimpleRulesDecide() {
        Table table = Frames.rules(FOUR, List.of("image00000001", "none", "image00000003"));

        assertThat(table.columnNames())
                .containsExactly(
                        "image_key",
                        "clicks_by_breed",
                        "queries_by_breed",
                        "drop_ambiguous",
                        "most_clicks",
                        "most_queries");
        assertThat(rows(table))
                .containsExactly(
                        List.of("image00000001", "beagle 12,000, pug 8,000", "beagle 1, pug 1", "", "beagle", ""),
                        List.of("image00000003", "a\"b,<i> 5", "a\"b,<i> 1", "a\"b,<i>", "a\"b,<i>", "a\"b,<i>"));
    }

    @Test
    void setsSimpleRulesBesideTheTruth() {
        Table table = Frames.rules(FOUR, Map.of("image00000000", "pug", "image00000001", "beagle"));

        assertThat(table.columnNames()).containsExactly("rule", "right", "wrong", "undecided", "right_share");
        assertThat(table.stringColumn("rule").asList())
                .containsExactly("drop ambiguous", "most clicks", "most queries");
        assertThat(rows(table).get(1)).containsExactly("most clicks", 1L, 1L, 0L, 0.5);
        assertThat(table.doubleColumn("right_share").isMissing(0)).isTrue();
    }

    @Test
    void takesTheWordForALabelFromTheRecipe() {
        SampleImages categories = SampleImages.of("category", new Object[] {"sofa", 1, "chair", 1});

        assertThat(Frames.dataset(categories).columnNames()).startsWith("category");
        assertThat(Frames.breeds(categories).columnNames()).contains("category").doesNotContain("breed");
        assertThat(Frames.ambiguous(categories, 1).columnNames()).contains("categories", "clicks_by_category");
        assertThat(Frames.cutoffs(categories, PublishedCutoffs.CLICKTURE_DOG).columnNames())
                .contains("categories", "published_categories");
    }

    @Test
    void keepsColumnsApartWhenALabelIsCalledLikeAnotherColumn() {
        SampleImages odd = SampleImages.of("Clicks", new Object[] {"sofa", 1, "chair", 1});

        assertThat(Frames.dataset(odd).columnNames()).containsExactly("Clicks", "image_key", "clicks_2", "queries");
        SampleImages image = SampleImages.of("image", new Object[] {"sofa", 1, "chair", 1});
        assertThat(Frames.labelsPerImage(image).columnNames()).containsExactly("images", "images_2", "share");
    }

    @Test
    void hasNoRowsWithoutImages() {
        SampleImages none = SampleImages.none("beagle");

        assertThat(List.of(
                        Frames.dataset(none),
                        Frames.breeds(none),
                        Frames.ambiguous(none, 5),
                        Frames.pairs(none),
                        Frames.labelsPerImage(none),
                        Frames.rules(none, List.of("image00000000")),
                        Frames.queriesOfLabel(none, "beagle", 5)))
                .allSatisfy(table -> {
                    assertThat(table.rowCount()).isZero();
                    assertThat(table.columnCount()).isPositive();
                });
        assertThat(Frames.cutoffs(none).longColumn("breeds").asList()).containsOnly(0L);
    }

    @Test
    void printsNumbersTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            Table table = Frames.ambiguous(FOUR, 5);
            assertThat(table.longColumn("clicks").getString(1)).isEqualTo("20,000");
            assertThat(table.doubleColumn("entropy_bits").getString(1)).isEqualTo("0.971");
            assertThat(table.stringColumn("clicks_by_breed").getString(1)).startsWith("beagle 12,000 (60.0 %)");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void keepsLongCountsExactly() {
        long odd = (1L << 53) + 1;
        Table table = Frames.breeds(SampleImages.of("breed", new Object[] {"akita", odd}));

        assertThat(table.longColumn("clicks").asList()).containsExactly(odd);
    }

    private static List<String> names(int count) {
        return LongStream.range(0, count)
                .mapToObj(i -> String.format(Locale.ROOT, "breed %03d", i * 7919 % 1000))
                .toList();
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
