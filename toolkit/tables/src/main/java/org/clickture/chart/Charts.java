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
import javax.imageio.ImageIO;
import org.clickture.ClicktureException;
import org.clickture.LabelledImages;
import org.clickture.label.LabelStatistics;
import org.clickture.label.PublishedCutoffs;
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
     * Writes a chart as PNG in a size for print, three pixels for each unit of its width and height. Replaces the file.
     *
     * @throws ClicktureException if Java cannot draw on this machine or the file cannot be written
     */
    public static void write(IChart chart, Path file) {
        byte[] png = png(chart, PRINT_SCALE);
        try {
            Files.write(file, png);
        } catch (IOException e) {
            throw new ClicktureException("Cannot write the chart to " + file + " (" + e + ")", e);
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
