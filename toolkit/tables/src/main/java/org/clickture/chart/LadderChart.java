package org.clickture.chart;

import java.awt.Color;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.clickture.resolve.LadderRow;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/** How many choices of each method are right: of all images, and of the ambiguous ones. */
final class LadderChart {

    private static final String TITLE = "How many choices are right (synthetic data)";

    /** From the middle of a pair of bars to that of one of them, in widths of a name. */
    private static final double HALF_PAIR = 0.19;

    private LadderChart() {}

    static AxesChart<?, ?> of(List<LadderRow> rows) {
        boolean ambiguous =
                rows.stream().anyMatch(row -> row.score().ambiguous().images() > 0);
        if (rows.stream().noneMatch(row -> row.score().all().images() > 0)) {
            return HouseStyle.nothing(TITLE, "no images");
        }
        CategoryChart chart = HouseStyle.bars(TITLE, "method", "right choices, % of the images");
        chart.getStyler()
                .setSeriesColors(new Color[] {HouseStyle.PALE, HouseStyle.FIRST})
                .setLegendVisible(true)
                .setLegendPosition(LegendPosition.OutsideS)
                .setLegendLayout(LegendLayout.Horizontal);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(106.0);
        addBars(
                chart,
                "all images",
                rows,
                ambiguous ? -HALF_PAIR : 0,
                row -> row.score().all().accuracy());
        if (ambiguous) {
            addBars(
                    chart,
                    "ambiguous images",
                    rows,
                    HALF_PAIR,
                    row -> row.score().ambiguous().accuracy());
        }
        return chart;
    }

    private static void addBars(
            CategoryChart chart,
            String name,
            List<LadderRow> rows,
            double aside,
            ToDoubleFunction<LadderRow> accuracy) {
        chart.addSeries(
                name,
                rows.stream().map(row -> row.method().key()).toList(),
                rows.stream().map(row -> 100 * accuracy.applyAsDouble(row)).toList());
        for (int i = 0; i < rows.size(); i++) {
            double percent = 100 * accuracy.applyAsDouble(rows.get(i));
            chart.addAnnotation(new AnnotationText(Texts.decimal(percent), i + 0.5 + aside, percent + 3, false));
        }
    }
}
