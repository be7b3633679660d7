package org.clickture.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.HorizontalBarChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How every chart looks: fit for a notebook and for print. White, DejaVu Sans, thousands separators, a light grid and no
 * frames; colours that colour-blind readers and grey printers keep apart.
 */
final class HouseStyle {

    /** Pixels; fits the cells of a notebook. */
    static final int WIDTH = 900;

    /** Pixels, where the number of names does not decide. */
    static final int HEIGHT = 500;

    /** Blue and vermillion of Okabe and Ito, <i>Color Universal Design</i> (2008). */
    static final Color FIRST = new Color(0x0072B2);

    static final Color SECOND = new Color(0xD55E00);

    /** Sky blue of the same set: beside blue the lighter one, also in grey. */
    static final Color PALE = new Color(0x56B4E9);

    /** For a line that only guides the eye. */
    static final Color GUIDE = new Color(0x8A8A8A);

    /** Colours, strokes and markers of lines that stand in one chart: grey printers keep the last two. */
    private static final Color[] LINE_COLORS = {
        FIRST, SECOND, new Color(0x009E73), new Color(0x8F5B88), new Color(0x555555), new Color(0x8A6D00)
    };

    private static final float[][] DASHES = {{}, {8, 4}, {2, 3}, {10, 3, 2, 3}, {5, 3}, {1, 4}};

    private static final Marker[] MARKERS = {
        SeriesMarkers.CIRCLE,
        SeriesMarkers.DIAMOND,
        SeriesMarkers.SQUARE,
        SeriesMarkers.TRIANGLE_UP,
        SeriesMarkers.TRIANGLE_DOWN,
        SeriesMarkers.CROSS
    };

    private static final Color TEXT = new Color(0x222222);
    private static final Color TICKS = new Color(0x8A8A8A);
    private static final Color GRID = new Color(0xEAEAEA);
    private static final BasicStroke HAIRLINE = new BasicStroke(1f);

    private HouseStyle() {}

    /** A chart of points and lines. */
    static XYChart xy(String title, String xTitle, String yTitle) {
        XYChart chart =
                new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title).build();
        apply(chart, xTitle, yTitle);
        return chart;
    }

    /** A chart of upright bars. */
    static CategoryChart bars(String title, String xTitle, String yTitle) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .build();
        apply(chart, xTitle, yTitle);
        chart.getStyler().setAvailableSpaceFill(0.75).setPlotGridVerticalLinesVisible(false);
        nameAll(chart);
        return chart;
    }

    /** A chart of lying bars with the value behind each. */
    static HorizontalBarChart lyingBars(String title, String xTitle, int bars) {
        HorizontalBarChart chart = new HorizontalBarChartBuilder()
                .width(WIDTH)
                .height(110 + 19 * bars)
                .title(title)
                .build();
        apply(chart, xTitle, "");
        chart.getStyler()
                .setAvailableSpaceFill(0.75)
                .setLabelsVisible(true)
                .setLabelsPosition(1.05) // 5 pixels behind the bar
                .setLabelsFont(Fonts.font(Font.PLAIN, 11))
                .setLabelsFontColorAutomaticEnabled(false)
                .setLabelsFontColor(TEXT)
                .setPlotGridHorizontalLinesVisible(false);
        nameAll(chart);
        return chart;
    }

    /** A square of coloured cells with a name for each row and column. */
    static HeatMapChart cells(String title, int rows, int longestName) {
        HeatMapChart chart = new HeatMapChartBuilder()
                .width(WIDTH)
                .height(130 + 21 * rows + 6 * longestName)
                .title(title)
                .build();
        apply(chart, "", "");
        chart.getStyler().setPlotContentSize(1);
        nameAll(chart);
        return chart;
    }

    /**
     * Makes a line differ from the others of its chart, also in grey.
     *
     * @param place which one it is, from 0 on; the first one stands out
     */
    static void tellApart(XYSeries series, int place) {
        int style = place % LINE_COLORS.length;
        series.setLineColor(LINE_COLORS[style]);
        series.setMarkerColor(LINE_COLORS[style]);
        series.setMarker(MARKERS[style]);
        float width = style == 0 ? 2.5f : 1.5f;
        series.setLineStyle(
                DASHES[style].length == 0
                        ? new BasicStroke(width)
                        : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, DASHES[style], 0));
    }

    /** What stands in the place of a chart that has nothing to show. */
    static XYChart nothing(String title, String why) {
        XYChart chart = xy(title, "", "");
        chart.getStyler().setAxisTicksVisible(false).setPlotGridLinesVisible(false);
        chart.getStyler().setAnnotationTextFont(Fonts.font(Font.PLAIN, 15));
        chart.addAnnotation(new AnnotationText(why, 0, 0, false));
        return chart;
    }

    private static void apply(AxesChart<?, ?> chart, String xTitle, String yTitle) {
        chart.setXAxisTitle(xTitle);
        chart.setYAxisTitle(yTitle);
        AxesChartStyler style = chart.getStyler();
        style.setLocale(Locale.ROOT);
        style.setDecimalPattern("#,##0");
        style.setChartTitleFont(Fonts.font(Font.BOLD, 15));
        style.setAxisTitleFont(Fonts.font(Font.PLAIN, 13));
        style.setAxisTickLabelsFont(Fonts.font(Font.PLAIN, 12));
        style.setLegendFont(Fonts.font(Font.PLAIN, 12));
        style.setAnnotationTextFont(Fonts.font(Font.PLAIN, 12));

        style.setChartBackgroundColor(Color.WHITE);
        style.setPlotBackgroundColor(Color.WHITE);
        style.setLegendBackgroundColor(Color.WHITE);
        style.setLegendBorderColor(Color.WHITE);
        style.setChartTitleBoxVisible(false);
        style.setChartTitlePadding(8);
        style.setPlotBorderVisible(false);
        style.setLegendVisible(false);

        style.setChartFontColor(TEXT);
        style.setChartTitleFontColor(TEXT);
        style.setXAxisTitleColor(TEXT);
        style.setYAxisTitleColor(TEXT);
        style.setAxisTickLabelsColor(TEXT);
        style.setAnnotationTextFontColor(TEXT);
        style.setSeriesColors(new Color[] {FIRST, SECOND});

        style.setPlotGridLinesColor(GRID);
        style.setPlotGridLinesStroke(HAIRLINE);
        style.setAxisTickMarksColor(TICKS);
        style.setAxisTickMarksStroke(HAIRLINE);
        style.setYAxisLabelAlignment(TextAlignment.Right);
        style.setChartPadding(14);
        style.setPlotContentSize(0.98);
    }

    /** XChart drops names that stand closer than 74 pixels, on both axes, unless it is told how many it may write. */
    private static void nameAll(AxesChart<?, ?> chart) {
        chart.getStyler().setXAxisMaxLabelCount(Integer.MAX_VALUE);
    }
}
