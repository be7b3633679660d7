package org.clickture.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.clickture.ClicktureException;
import org.clickture.LabelledImages;
import org.clickture.frame.SampleImages;
import org.clickture.label.BreedRow;
import org.clickture.label.CutoffRow;
import org.clickture.label.LabelStatistics;
import org.clickture.label.PairRow;
import org.clickture.label.PublishedCutoffs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapSeries;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.AxesChart;

class ChartsTest {

    /** The breed sizes of Clickture-Dog, as far as they are known, with a sixth of the images in several breeds. */
    private static final SampleImages DOGS = SampleImages.drawn(
            1,
            "breed",
            names("breed %03d", 290),
            IntStream.rangeClosed(1, 290)
                    .map(rank -> (int) Math.exp(9.562 - 0.6629 * Math.pow(rank, 0.4319)))
                    .toArray(),
            0.16);

    private static final Color TEXT = new Color(0x222222);

    private static final Map<String, LabelledImages> CASES = new LinkedHashMap<>();

    static {
        CASES.put("no image", SampleImages.none("beagle"));
        CASES.put("one image", SampleImages.of("breed", new Object[] {"beagle", 1}));
        CASES.put("one shared image", SampleImages.of("breed", new Object[] {"beagle", 1, "pug", 1}));
        CASES.put("dogs", DOGS);
        CASES.put(
                "1,000 labels with long names",
                SampleImages.drawn(
                        2,
                        "category",
                        names("%03d a category with an exceedingly long name of 60 characters", 1_000),
                        IntStream.rangeClosed(1, 1_000)
                                .map(rank -> 1 + 9_000 / rank)
                                .toArray(),
                        0.7));
        CASES.put("odd names", SampleImages.of("\u72ac", new Object[] {
            "\u79cb\u7530\u72ac", 1, "\n\t", 1, "<b>&amp;\"", 1, "$x^2$", 1, "\ud83d\udc36", 1
        }));
        CASES.put(
                "huge clicks",
                SampleImages.of("breed", new Object[] {"beagle", 999_999_999_999_999L}, new Object[] {"pug", 1}));
    }

    private static final Map<String, Function<LabelledImages, AxesChart<?, ?>>> CHARTS = new LinkedHashMap<>();

    static {
        CHARTS.put("longTail", Charts::longTail);
        CHARTS.put("largest", Charts::largest);
        CHARTS.put("labelsPerImage", Charts::labelsPerImage);
        CHARTS.put("coOccurrence", Charts::coOccurrence);
        CHARTS.put("clicks", Charts::clicks);
        CHARTS.put("cutoffs", Charts::cutoffs);
        CHARTS.put("cutoffs beside published", images -> Charts.cutoffs(images, PublishedCutoffs.CLICKTURE_DOG));
        CHARTS.put("funnel", Charts::funnel);
    }

    private static Stream<Arguments> everyChartOfEveryCase() {
        return CASES.entrySet().stream()
                .flatMap(images -> CHARTS.entrySet().stream()
                        .map(chart ->
                                Arguments.of(chart.getKey(), images.getKey(), chart.getValue(), images.getValue())));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("everyChartOfEveryCase")
    void drawsEveryChartOfEveryCase(
            String name, String images, Function<LabelledImages, AxesChart<?, ?>> draw, LabelledImages labelled)
            throws IOException {
        AxesChart<?, ?> chart = draw.apply(labelled);

        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(Charts.png(chart)));

        assertThat(picture.getWidth()).isEqualTo(900);
        assertThat(picture.getHeight()).isEqualTo(chart.getHeight()).isBetween(120, 1_000);
        assertThat(new Color(picture.getRGB(0, 0))).isEqualTo(Color.WHITE);
        boolean empty = images.equals("no image") || chart.getSeriesCollection().isEmpty();
        assertThat(pixels(picture, ChartsTest::coloured)).matches(count -> empty ? count == 0 : count > 20);
        assertThat(pixels(picture, rgb -> rgb == TEXT.getRGB())).isGreaterThan(20);
    }

    @Test
    void saysThatThereIsNothing() {
        CHARTS.values().forEach(draw -> {
            AxesChart<?, ?> chart = draw.apply(SampleImages.none("beagle"));
            assertThat(chart.getSeriesCollection()).isEmpty();
            assertThat(chart.getTitle()).isNotEmpty();
        });
        assertThat(Charts.coOccurrence(SampleImages.of("breed", new Object[] {"beagle", 1}))
                        .getSeriesCollection())
                .isEmpty();
        // The two labels with most ambiguous images, a and b, share none.
        SampleImages apart = SampleImages.of(
                "breed",
                new Object[] {"a", 1, "c", 1},
                new Object[] {"a", 1, "d", 1},
                new Object[] {"b", 1, "e", 1},
                new Object[] {"b", 1, "f", 1});
        assertThat(Charts.coOccurrence(apart, 2).getSeriesCollection()).isEmpty();
        assertThat(Charts.coOccurrence(apart, 6).getSeriesCollection()).hasSize(1);
    }

    @Test
    void putsEveryBreedOnTheLongTail() {
        XYChart chart = (XYChart) Charts.longTail(DOGS);

        List<BreedRow> breeds = LabelStatistics.breeds(DOGS);
        XYSeries series = chart.getSeries("images");
        assertThat(series.getXData())
                .containsExactly(
                        IntStream.rangeClosed(1, breeds.size()).asDoubleStream().toArray());
        assertThat(series.getYData())
                .containsExactly(breeds.stream().mapToDouble(BreedRow::images).toArray());
        assertThat(chart.getStyler().isYAxisLogarithmic()).isTrue();
        assertThat(chart.getStyler().getYAxisMin()).isEqualTo(1.0);
        assertThat(chart.getStyler().getYAxisMax()).isEqualTo(10_000.0);
    }

    @Test
    void saysHowManyBreedsHoldHalf() {
        SampleImages images = SampleImages.drawn(1, "breed", List.of("a", "b", "c", "d"), new int[] {4, 3, 2, 2}, 0);

        assertThat(Charts.longTail(images).getTitle())
                .isEqualTo("Images per breed: 2 of 4 breeds hold half of the data set");
    }

    @Test
    void namesTheLargestBreedsOnALinearAxis() {
        HorizontalBarChart chart = (HorizontalBarChart) Charts.largest(DOGS);

        List<BreedRow> largest = LabelStatistics.breeds(DOGS).subList(0, 30);
        assertThat(chart.getSeries("images").getYData().stream().map(String::valueOf))
                .containsExactlyElementsOf(largest.stream().map(BreedRow::label).toList());
        assertThat(chart.getSeries("images").getXData().stream().map(Number::longValue))
                .containsExactlyElementsOf(
                        largest.stream().map(BreedRow::images).toList());
        assertThat(chart.getStyler().isXAxisLogarithmic()).isFalse();
        assertThat(chart.getStyler().getXAxisMaxLabelCount()).isGreaterThanOrEqualTo(30);
        assertThat(chart.getTitle()).isEqualTo("The 30 largest of 290 breeds");
        assertThat(Charts.largest(DOGS, 3).getSeriesCollection()).hasSize(1);
    }

    @Test
    void putsFiveAndMoreBreedsIntoOneBar() {
        CategoryChart chart = (CategoryChart) Charts.labelsPerImage(SampleImages.of(
                "breed",
                new Object[] {"a", 1, "b", 1, "c", 1, "d", 1, "e", 1, "f", 1},
                new Object[] {"a", 1, "b", 1, "c", 1, "d", 1, "e", 1},
                new Object[] {"a", 1, "b", 1},
                new Object[] {"a", 1}));

        assertThat(chart.getSeries("images").getYData()).containsExactly(1, 1, 0, 0, 2);
    }

    @Test
    void leavesAGapForBinsWithoutRows() {
        CategoryChart chart =
                (CategoryChart) Charts.clicks(SampleImages.of("breed", new Object[] {"a", 1}, new Object[] {"a", 9}));

        assertThat(chart.getSeries("breed-image pairs").getYData()).containsExactly(1, Double.NaN, Double.NaN, 1);
        assertThat(chart.getSeries("breed-image pairs").getXData().stream().map(String::valueOf))
                .containsExactly("1", "2", "4", "8");
    }

    @Test
    void drawsTheCutoffCurveThroughItsTable() {
        XYChart chart = (XYChart) Charts.cutoffs(DOGS, PublishedCutoffs.CLICKTURE_DOG);

        XYSeries ours = chart.getSeries("this data set");
        long[] every = IntStream.rangeClosed(1, 6_000).asLongStream().toArray();
        for (CutoffRow row : LabelStatistics.cutoffs(LabelStatistics.breeds(DOGS), every)) {
            assertThat(stepAt(ours, (double) row.minImages())).isEqualTo((double) row.breeds());
        }
        XYSeries published = chart.getSeries("Clickture-Dog (public figures)");
        assertThat(published.getXData()).contains(20, 2_000).hasSize(10);
        assertThat(published.getYData()).contains(188, 12).hasSize(10);
        assertThat(((XYChart) Charts.cutoffs(DOGS)).getSeriesCollection()).hasSize(1);
    }

    @Test
    void coloursEachPairInBothOfItsCells() {
        HeatMapSeries series = ((HeatMapChart) Charts.coOccurrence(DOGS)).getHeatMapSeries();

        Map<String, Long> shared = new LinkedHashMap<>();
        for (PairRow pair : LabelStatistics.pairs(DOGS)) {
            shared.put(pair.first() + "/" + pair.second(), pair.sharedImages());
            shared.put(pair.second() + "/" + pair.first(), pair.sharedImages());
        }
        List<String> cells = new ArrayList<>();
        for (Number[] cell : series.getHeatData()) {
            String names = series.getXData().get(cell[0].intValue()) + "/"
                    + series.getYData().get(cell[1].intValue());
            cells.add(names);
            assertThat(cell[2].doubleValue())
                    .isEqualTo(CoOccurrenceChart.sizeClass(shared.getOrDefault(names, 0L)) + 0.5);
        }
        assertThat(series.getXData()).hasSize(20);
        assertThat(cells)
                .containsExactlyInAnyOrderElementsOf(shared.keySet().stream()
                        .filter(names -> Arrays.stream(names.split("/")).allMatch(series.getXData()::contains))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"1,0,1–2", "2,0,1–2", "3,1,3–9", "9,1,3–9", "10,2,10–29", "299,4,100–299", "30000,9,'30,000–99,999'"})
    void putsSharedImagesIntoHalfDecades(long images, int sizeClass, String range) {
        assertThat(CoOccurrenceChart.sizeClass(images)).isEqualTo(sizeClass);
        assertThat(CoOccurrenceChart.range(sizeClass)).isEqualTo(range);
    }

    @Test
    void followsTheLogDownTheFunnel() {
        CategoryChart chart = (CategoryChart) Charts.funnel(SampleImages.of("breed", new Object[] {"a", 1, "b", 1}));

        assertThat(chart.getSeries("count").getYData()).containsExactly(4_800, 42, 6, 2, 1);
    }

    @Test
    void takesTheWordForALabelFromTheRecipe() {
        SampleImages sofas = SampleImages.of("category", new Object[] {"sofa", 1, "chair", 1});

        CHARTS.forEach((name, draw) -> {
            AxesChart<?, ?> chart = draw.apply(sofas);
            String texts = chart.getTitle() + chart.getXAxisTitle() + chart.getYAxisTitle();
            assertThat(texts).doesNotContainIgnoringCase("breed");
            if (!name.equals("funnel")) {
                assertThat(texts).containsIgnoringCase("categor");
            }
        });
    }

    @Test
    void drawsTheSamePictureInEveryLocale() {
        byte[] before = Charts.png(Charts.longTail(DOGS));
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Charts.png(Charts.longTail(DOGS))).isEqualTo(before);
        } finally {
            Locale.setDefault(locale);
        }
    }

    @Test
    void writesALargerPictureForPrint(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("chart.png");

        Charts.write(Charts.largest(DOGS), file);

        BufferedImage picture = ImageIO.read(file.toFile());
        assertThat(picture.getWidth()).isEqualTo(2_700);
        assertThat(picture.getHeight()).isEqualTo(3 * Charts.largest(DOGS).getHeight());
        Charts.write(Charts.largest(DOGS), folder.resolve("new/chart.png"));
        assertThat(folder.resolve("new/chart.png")).hasSameBinaryContentAs(file);
        assertThatThrownBy(() -> Charts.write(Charts.largest(DOGS), file.resolve("chart.png")))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("chart.png: cannot be written");
    }

    @Test
    void refusesLimitsThatShowNothing() {
        assertThatThrownBy(() -> Charts.largest(DOGS, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Charts.coOccurrence(DOGS, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Charts.png(Charts.funnel(DOGS), 0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The value of a step function at {@code x}: that of the last point at or before it. */
    private static double stepAt(XYSeries series, double x) {
        double[] at = series.getXData();
        int i = 0;
        while (i + 1 < at.length && at[i + 1] <= x) {
            i++;
        }
        return series.getYData()[i];
    }

    private static long pixels(BufferedImage picture, IntPredicate wanted) {
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return Arrays.stream(pixels).filter(wanted).count();
    }

    private static boolean coloured(int rgb) {
        int red = rgb >> 16 & 0xFF;
        int green = rgb >> 8 & 0xFF;
        int blue = rgb & 0xFF;
        return red != green || green != blue;
    }

    private static List<String> names(String format, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.format(Locale.ROOT, format, i))
                .toList();
    }
}
