package org.clickture.jupyter;

import java.util.Base64;
import java.util.Map;
import org.clickture.ClicktureException;
import org.clickture.chart.Charts;
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
            String png = Base64.getEncoder().encodeToString(Charts.png(chart, SCALE));
            return new Rendering(
                    Map.of(Rendering.TEXT, text, Rendering.PNG, png),
                    Map.of(Rendering.PNG, Map.of("width", chart.getWidth(), "height", chart.getHeight())));
        } catch (ClicktureException | LinkageError | InternalError e) {
            // Without fonts AWT ends in an Error, which a kernel never answers.
            return new Rendering(Map.of(Rendering.TEXT, text + " (cannot be drawn: " + e.getMessage() + ")"), Map.of());
        }
    }
}
