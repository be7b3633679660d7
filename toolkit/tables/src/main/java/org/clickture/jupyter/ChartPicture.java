package org.clickture.jupyter;

import java.awt.AWTError;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * A chart as a picture. PNG and not SVG: nbconvert fails on SVG, and JupyterLab shows none in a notebook that it did not
 * run itself.
 */
final class ChartPicture {

    /** Pixels of the picture for a pixel of the page: sharp on the screens of today. */
    static final int SCALE = 2;

    private ChartPicture() {}

    /** The picture; where none can be drawn, a text that says so. */
    static Rendering of(IChart chart) {
        String text = Grid.clean("chart: " + chart.getTitle());
        try {
            Fonts.load();
            return new Rendering(
                    Map.of(
                            Rendering.TEXT,
                            text,
                            Rendering.PNG,
                            Base64.getEncoder().encodeToString(png(chart))),
                    Map.of(Rendering.PNG, Map.of("width", chart.getWidth(), "height", chart.getHeight())));
        } catch (LinkageError | AWTError | InternalError e) {
            // Without fonts AWT ends in an Error, which a kernel never answers.
            String problem = " (cannot be drawn: " + e + "; `clickture doctor` says what is missing)";
            return new Rendering(Map.of(Rendering.TEXT, text + problem), Map.of());
        }
    }

    private static byte[] png(IChart chart) {
        int width = chart.getWidth();
        int height = chart.getHeight();
        BufferedImage image = new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(SCALE, SCALE);
        chart.paint(graphics, width, height);
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
