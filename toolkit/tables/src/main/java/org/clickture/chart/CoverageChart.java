package org.clickture.chart;

import java.util.List;
import java.util.function.Function;
import org.clickture.resolve.CoverageRow;
import org.clickture.resolve.LadderRow;
import org.clickture.resolve.Method;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How many labels are right, over how many are kept when the least sure ones are left out: a curve for each method. */
final class CoverageChart {

    /** EM has the first style, and so stands out. */
    private static final List<Method> BY_STYLE =
            List.of(Method.EM, Method.CLICKS, Method.LOG_CLICKS, Method.QUERIES, Method.HIERARCHY, Method.DROP);

    private CoverageChart() {}

    static AxesChart<?, ?> of(List<LadderRow> rows, String images, Function<LadderRow, List<CoverageRow>> coverage) {
        String title = "Precision of the labels that are kept, " + images + " (synthetic data)";
        if (rows.stream().allMatch(row -> coverage.apply(row).isEmpty())) {
            return HouseStyle.nothing(title, "no labels");
        }
        XYChart chart = HouseStyle.xy(
                title, "coverage: labels kept, the surest first, % of the images", "precision, % right of those kept");
        double least = 100;
        for (LadderRow row : rows) {
            List<CoverageRow> curve = coverage.apply(row);
            if (!curve.isEmpty()) {
                XYSeries series = chart.addSeries(
                        row.method().key(),
                        curve.stream()
                                .mapToDouble(point -> 100 * point.coverage())
                                .toArray(),
                        curve.stream()
                                .mapToDouble(point -> 100 * point.precision())
                                .toArray());
                HouseStyle.tellApart(series, BY_STYLE.indexOf(row.method()));
                if (curve.size() > 1) { // a single point is nothing but its marker
                    series.setMarker(SeriesMarkers.NONE);
                }
                least = Math.min(
                        least,
                        curve.stream()
                                .mapToDouble(point -> 100 * point.precision())
                                .min()
                                .orElseThrow());
            }
        }
        chart.getStyler()
                .setMarkerSize(9)
                .setLegendVisible(true)
                .setLegendPosition(LegendPosition.OutsideS)
                .setLegendLayout(LegendLayout.Horizontal);
        // The axis need not begin at zero: what counts is how far a curve falls.
        chart.getStyler()
                .setXAxisMin(0.0)
                .setXAxisMax(100.0)
                .setYAxisMin(Math.min(90, 10 * Math.floor(least / 10)))
                .setYAxisMax(100.0);
        return chart;
    }
}
