package org.clickture.chart;

import java.awt.AWTError;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.clickture.ClicktureException;
import org.clickture.LabelledImages;
import org.clickture.OutputFile;
import org.clickture.label.LabelStatistics;
import org.clickture.label.PublishedCutoffs;
import org.clickture.resolve.LadderRow;
import org.clickture.resolve.Resolutions;
import org.clickture.resolve.Score;
import org.clickture.resolve.ScoreReport;
import org.clickture.resolve.TypeRow;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * Labelled images as XChart charts in one house style, fit for a notebook and a paper. The word for a label in titles
 * and axes is {@link LabelledImages#labelName()}. The charts may be changed before they are drawn: {@code
 * chart.setTitle("…")}, {@code chart.getStyler()}.
 *
 * <p>Where there is nothing to draw, the chart says so. Every call that takes images walks over them once or twice, and
 * throws {@link ClicktureException} if the thread is interrupted or Java finds no font.
 *
 * <p>Thread-safe; the charts are not.
 */
public final class Charts {

    /** 2,700 pixels wide: 300 dots an inch on a width of 23 cm. */
    private static final int PRINT_SCALE = 3;

    private Charts() {}

    /** Images of each label over its rank, with a logarithmic axis: the long tail. */
    public static AxesChart<?, ?> longTail(LabelledImages images) {
        return LongTailChart.of(images);
    }

    /** The 30 labels with most images, by name. */
    public static AxesChart<?, ?> largest(LabelledImages images) {
        return largest(images, 30);
    }

    /**
     * The labels with most images, by name.
     *
     * @param limit the most labels, at least 1; each makes the chart 19 pixels higher
     */
    public static AxesChart<?, ?> largest(LabelledImages images, int limit) {
        requireAtLeast(1, limit);
        return LargestChart.of(images, limit);
    }

    /** How many images have one label, two, three, four, five or more. */
    public static AxesChart<?, ?> labelsPerImage(LabelledImages images) {
        return LabelsPerImageChart.of(images);
    }

    /** How many images two labels share, for the 20 labels with most ambiguous images. */
    public static AxesChart<?, ?> coOccurrence(LabelledImages images) {
        return coOccurrence(images, 20);
    }

    /**
     * How many images two labels share, for the labels with most ambiguous images.
     *
     * @param limit the most labels, at least 2; up to 40 names can be read
     */
    public static AxesChart<?, ?> coOccurrence(LabelledImages images, int limit) {
        requireAtLeast(2, limit);
        return CoOccurrenceChart.of(images, limit);
    }

    /** How the clicks are distributed over the rows of the data set, in bins of powers of two. */
    public static AxesChart<?, ?> clicks(LabelledImages images) {
        return ClicksChart.of(images);
    }

    /** How many labels have at least so many images. */
    public static AxesChart<?, ?> cutoffs(LabelledImages images) {
        return CutoffChart.of(images, null);
    }

    /** How many labels have at least so many images, beside published figures. */
    public static AxesChart<?, ?> cutoffs(LabelledImages images, PublishedCutoffs published) {
        return CutoffChart.of(images, published);
    }

    /** What each step of the scan left over, from {@link LabelStatistics#funnel}. */
    public static AxesChart<?, ?> funnel(LabelledImages images) {
        return FunnelChart.of(images);
    }

    /** Why images have several labels: how many images have each type. */
    public static AxesChart<?, ?> ambiguityTypes(List<TypeRow> types) {
        return TypesChart.of(types);
    }

    /** How many choices of each method are right, of all images and of the ambiguous ones. */
    public static AxesChart<?, ?> ladder(List<LadderRow> rows) {
        return LadderChart.of(rows);
    }

    /**
     * Whether confidences are the share of right choices, over 15 bins of equal size, beside the diagonal on which they are.
     *
     * @param reports by the names of what they judge, at most six, in the order in which they stand in the legend
     */
    public static AxesChart<?, ?> reliability(Map<String, ScoreReport> reports) {
        return ReliabilityChart.of(scores(reports, ScoreReport::all), "All images");
    }

    /** The same for the ambiguous images. */
    public static AxesChart<?, ?> ambiguousReliability(Map<String, ScoreReport> reports) {
        return ReliabilityChart.of(scores(reports, ScoreReport::ambiguous), "Ambiguous images");
    }

    private static Map<String, Score> scores(Map<String, ScoreReport> reports, Function<ScoreReport, Score> score) {
        Map<String, Score> scores = new LinkedHashMap<>();
        reports.forEach((name, report) -> scores.put(name, score.apply(report)));
        return scores;
    }

    /** How precise the labels of each method are, over how many of all images keep one: the surest are kept first. */
    public static AxesChart<?, ?> coverage(List<LadderRow> rows) {
        return CoverageChart.of(rows, "all images", LadderRow::coverage);
    }

    /** The same for the ambiguous images. */
    public static AxesChart<?, ?> ambiguousCoverage(List<LadderRow> rows) {
        return CoverageChart.of(rows, "ambiguous images", LadderRow::ambiguousCoverage);
    }

    /** How sure a method is of its choices, in bins of 5 %, with a logarithmic axis. */
    public static AxesChart<?, ?> confidences(Resolutions resolutions) {
        return ConfidenceChart.of(resolutions);
    }

    /**
     * A chart as PNG, one pixel for each unit of its width and height.
     *
     * @throws ClicktureException if Java cannot draw on this machine
     */
    public static byte[] png(IChart chart) {
        return png(chart, 1);
    }

    /**
     * A chart as PNG, drawn larger but looking the same.
     *
     * @param scale pixels for each unit of its width and height, at least 1
     * @throws ClicktureException if Java cannot draw on this machine
     */
    public static byte[] png(IChart chart, int scale) {
        if (scale < 1) {
            throw new IllegalArgumentException("scale must be at least 1, is " + scale);
        }
        // For charts that were made elsewhere: says what is missing.
        Fonts.font(Font.PLAIN, 12);
        BufferedImage image = new BufferedImage(
                Math.multiplyExact(chart.getWidth(), scale),
                Math.multiplyExact(chart.getHeight(), scale),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = graphics(image);
        try {
            graphics.scale(scale, scale);
            chart.paint(graphics, chart.getWidth(), chart.getHeight());
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot encode a PNG in memory", e);
        }
        return png.toByteArray();
    }

    /**
     * Writes a chart as PNG in a size for print, three pixels for each unit of its width and height. Replaces the file; makes
     * the folders above it that are missing.
     *
     * @throws ClicktureException if Java cannot draw on this machine, or the file is no regular one or cannot be written
     */
    public static void write(IChart chart, Path file) {
        OutputFile output = OutputFile.of(file, true);
        byte[] png = png(chart, PRINT_SCALE);
        try {
            output.createFolder();
            Files.write(output.place(), png);
        } catch (IOException e) {
            throw output.failed(e);
        }
    }

    private static Graphics2D graphics(BufferedImage image) {
        try {
            return image.createGraphics();
        } catch (AWTError | LinkageError e) {
            // Even for a picture in memory AWT starts the display that DISPLAY names, if there is such a variable.
            throw new ClicktureException(
                    "Charts cannot be drawn: Java cannot reach the display of this machine (" + e
                            + "). They need none: start Java with -Djava.awt.headless=true, or unset DISPLAY.",
                    e);
        }
    }

    private static void requireAtLeast(int least, int limit) {
        if (limit < least) {
            throw new IllegalArgumentException("limit must be at least " + least + ", is " + limit);
        }
    }
}
