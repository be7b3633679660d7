package org.clickture.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.clickture.frame.SampleImages;
import org.clickture.frame.SampleResolutions;
import org.clickture.resolve.AmbiguityType;
import org.clickture.resolve.ConfidenceBin;
import org.clickture.resolve.CoverageRow;
import org.clickture.resolve.LadderRow;
import org.clickture.resolve.Method;
import org.clickture.resolve.ReliabilityBin;
import org.clickture.resolve.Score;
import org.clickture.resolve.ScoreReport;
import org.clickture.resolve.TypeRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.internal.series.Series;

class ResolutionChartsTest {

    private static final Color TEXT = new Color(0x222222);

    private static final SampleResolutions DOGS = SampleResolutions.of(SampleImages.drawn(
            1,
            "breed",
            names("breed %03d", 30),
            IntStream.rangeClosed(1, 30).map(rank -> 600 / rank).toArray(),
            0.3));

    private static final Map<String, SampleResolutions> CASES = new LinkedHashMap<>();

    static {
        CASES.put("no image", SampleResolutions.of(SampleImages.none("beagle")));
        CASES.put("one label", SampleResolutions.of(SampleImages.of("breed", new Object[] {"beagle", 1})));
        CASES.put(
                "no ambiguous image",
                SampleResolutions.of(SampleImages.drawn(3, "breed", List.of("a", "b", "c"), new int[] {9, 5, 2}, 0)));
        CASES.put(
                "only ambiguous images",
                SampleResolutions.of(SampleImages.of("breed", new Object[] {"beagle", 1, "pug", 1}, new Object[] {
                    "beagle", 999_999_999_999_999L, "pug", 7
                })));
        CASES.put("dogs", DOGS);
        CASES.put(
                "1,000 labels with long names",
                SampleResolutions.of(SampleImages.drawn(
                        2,
                        "category",
                        names("%03d a category with an exceedingly long name of 60 characters", 1_000),
                        IntStream.rangeClosed(1, 1_000)
                                .map(rank -> 1 + 2_000 / rank)
                                .toArray(),
                        0.5)));
    }

    private static final Map<String, Function<SampleResolutions, AxesChart<?, ?>>> CHARTS = new LinkedHashMap<>();

    static {
        CHARTS.put("ambiguityTypes", images -> Charts.ambiguityTypes(types(images.ambiguous())));
        CHARTS.put("ladder", images -> Charts.ladder(images.ladder()));
        CHARTS.put("reliability", images -> Charts.reliability(reports(images)));
        CHARTS.put("ambiguousReliability", images -> Charts.ambiguousReliability(reports(images)));
        CHARTS.put("coverage", images -> Charts.coverage(images.ladder()));
        CHARTS.put("ambiguousCoverage", images -> Charts.ambiguousCoverage(images.ladder()));
        CHARTS.put("confidences", images -> Charts.confidences(images.by(Method.EM)));
    }

    private static List<TypeRow> types(long images) {
        return Arrays.stream(AmbiguityType.values())
                .map(type -> new TypeRow(
                        type,
                        type == AmbiguityType.TRUE_CONFLICT ? images : 0,
                        type == AmbiguityType.TRUE_CONFLICT ? 1 : 0,
                        List.of()))
                .toList();
    }

    private static Map<String, ScoreReport> reports(SampleResolutions images) {
        Map<String, ScoreReport> reports = new LinkedHashMap<>();
        for (LadderRow row : images.ladder()) {
            reports.put(row.method().key(), row.score());
        }
        return reports;
    }

    private static AxesChart<?, ?> draw(String chart, SampleResolutions images) {
        return Objects.requireNonNull(CHARTS.get(chart)).apply(images);
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
            String name, String images, Function<SampleResolutions, AxesChart<?, ?>> draw, SampleResolutions resolved)
            throws IOException {
        AxesChart<?, ?> chart = draw.apply(resolved);

        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(Charts.png(chart)));

        assertThat(picture.getWidth()).isEqualTo(900);
        assertThat(picture.getHeight()).isEqualTo(chart.getHeight()).isBetween(120, 1_000);
        assertThat(new Color(picture.getRGB(0, 0))).isEqualTo(Color.WHITE);
        boolean empty = images.equals("no image") || chart.getSeriesCollection().isEmpty();
        assertThat(coloured(picture)).matches(count -> empty ? count == 0 : count > 20);
        assertThat(Arrays.stream(pixels(picture))
                        .filter(rgb -> rgb == TEXT.getRGB())
                        .count())
                .isGreaterThan(20);
    }

    @Test
    void saysThatThereIsNothing() {
        CHARTS.values().forEach(draw -> {
            AxesChart<?, ?> chart = draw.apply(SampleResolutions.of(SampleImages.none("beagle")));
            assertThat(chart.getSeriesCollection()).isEmpty();
            assertThat(chart.getTitle()).isNotEmpty();
        });
        SampleResolutions oneLabelEach = Objects.requireNonNull(CASES.get("no ambiguous image"));
        for (String name : List.of("ambiguityTypes", "ambiguousReliability", "ambiguousCoverage")) {
            assertThat(draw(name, oneLabelEach).getSeriesCollection()).as(name).isEmpty();
        }
        assertThat(draw("ladder", oneLabelEach).getSeriesCollection()).hasSize(1);
        assertThat(draw("confidences", oneLabelEach).getSeriesCollection()).hasSize(1);
    }

    @Test
    void saysThatWhatNeedsATruthIsSynthetic() {
        for (String name : List.of("ladder", "reliability", "ambiguousReliability", "coverage", "ambiguousCoverage")) {
            CASES.values()
                    .forEach(images ->
                            assertThat(draw(name, images).getTitle()).as(name).endsWith("(synthetic data)"));
        }
    }

    @Test
    void namesEveryTypeAlsoWithoutImages() {
        HorizontalBarChart chart = (HorizontalBarChart) Charts.ambiguityTypes(types(7));

        assertThat(chart.getTitle()).isEqualTo("Why 7 images have several labels");
        assertThat(chart.getSeries("images").getYData().stream().map(String::valueOf))
                .containsExactly(
                        "parent and child", "cross named", "comparison", "homonym", "minority noise", "true conflict");
        assertThat(chart.getSeries("images").getXData().stream().map(Number::longValue))
                .containsExactly(0L, 0L, 0L, 0L, 0L, 7L);
        assertThat(chart.getStyler().getXAxisMaxLabelCount()).isGreaterThanOrEqualTo(6);
    }

    @Test
    void setsEveryMethodBesideTheOthers() {
        CategoryChart chart = (CategoryChart) Charts.ladder(DOGS.ladder());

        assertThat(chart.getSeries("all images").getXData().stream().map(String::valueOf))
                .containsExactlyElementsOf(
                        Arrays.stream(Method.values()).map(Method::key).toList());
        assertThat(chart.getSeries("ambiguous images").getYData())
                .containsExactly(DOGS.ladder().stream()
                        .mapToDouble(row -> 100 * row.score().ambiguous().accuracy())
                        .toArray());
    }

    @Test
    void putsTheBinsBesideTheDiagonal() {
        XYChart chart = (XYChart) Charts.ambiguousReliability(reports(DOGS));

        assertThat(chart.getSeries("as right as it says").getYData()).containsExactly(0, 100);
        Score em = Objects.requireNonNull(reports(DOGS).get("em")).ambiguous();
        assertThat(chart.getSeries("em").getXData())
                .containsExactly(em.bins().stream()
                        .mapToDouble(bin -> 100 * bin.confidence())
                        .toArray());
        assertThat(chart.getSeries("em").getYData())
                .containsExactly(em.bins().stream()
                        .mapToDouble(ReliabilityBin::right)
                        .map(right -> 100 * right)
                        .toArray());
    }

    @Test
    void endsEveryCurveWithAllLabelsOfItsMethod() {
        XYChart chart = (XYChart) Charts.coverage(DOGS.ladder());

        assertThat(chart.getSeriesCollection().stream().map(Series::getName))
                .containsExactlyElementsOf(
                        Arrays.stream(Method.values()).map(Method::key).toList());
        for (LadderRow row : DOGS.ladder()) {
            double[] precision = chart.getSeries(row.method().key()).getYData();
            assertThat(precision[precision.length - 1]).isCloseTo(100 * row.precision(), within(1e-9));
            assertThat(chart.getSeries(row.method().key()).getXData())
                    .containsExactly(row.coverage().stream()
                            .mapToDouble(CoverageRow::coverage)
                            .map(coverage -> 100 * coverage)
                            .toArray());
        }
    }

    @Test
    void countsEveryImageInTheBinsOfItsConfidence() {
        CategoryChart chart = (CategoryChart) Charts.confidences(DOGS.by(Method.EM));

        assertThat(Stream.of("images with one label", "ambiguous images")
                        .flatMapToDouble(
                                name -> Arrays.stream(chart.getSeries(name).getYData()))
                        .filter(Double::isFinite)
                        .sum())
                .isEqualTo(DOGS.by(Method.EM).images());
        assertThat(chart.getSeries("ambiguous images").getXData().stream().map(String::valueOf))
                .hasSize(20)
                .contains("0", "95");
        assertThat(ConfidenceBin.of(DOGS.by(Method.EM)).stream()
                        .mapToLong(ConfidenceBin::severalLabels)
                        .sum())
                .isEqualTo(DOGS.ambiguous());
    }

    @Test
    void drawsTheSamePictureInEveryLocale() {
        List<byte[]> before = pictures();
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            List<byte[]> after = pictures();
            for (int i = 0; i < before.size(); i++) {
                assertThat(after.get(i)).isEqualTo(before.get(i));
            }
        } finally {
            Locale.setDefault(locale);
        }
    }

    private static List<byte[]> pictures() {
        return CHARTS.values().stream()
                .map(draw -> Charts.png(draw.apply(DOGS)))
                .collect(Collectors.toList());
    }

    private static int[] pixels(BufferedImage picture) {
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    private static long coloured(BufferedImage picture) {
        return Arrays.stream(pixels(picture))
                .filter(rgb -> (rgb >> 16 & 0xFF) != (rgb >> 8 & 0xFF) || (rgb >> 8 & 0xFF) != (rgb & 0xFF))
                .count();
    }

    private static List<String> names(String format, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.format(Locale.ROOT, format, i))
                .toList();
    }
}
