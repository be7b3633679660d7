package org.clickture.chart;

import java.awt.Color;
import java.util.List;
import java.util.function.ToLongFunction;
import org.clickture.resolve.ConfidenceBin;
import org.clickture.resolve.Resolutions;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.style.Styler.LegendPosition;

/** How sure a method is of its choices: images by confidence, those with one label beside those with several. */
final class ConfidenceChart {

    private static final String TITLE = "How sure the choices are";

    private ConfidenceChart() {}

    static AxesChart<?, ?> of(Resolutions resolutions) {
        if (resolutions.images() == 0) {
            return HouseStyle.nothing(TITLE, "no images");
        }
        List<ConfidenceBin> bins = ConfidenceBin.of(resolutions);
        CategoryChart chart = HouseStyle.bars(
                TITLE, "confidence, % (each pair of bars: from its number up to the next one)", "images (log scale)");
        chart.getStyler()
                .setSeriesColors(new Color[] {HouseStyle.PALE, HouseStyle.FIRST})
                .setLegendVisible(true)
                .setLegendPosition(LegendPosition.InsideNW);
        addBars(chart, "images with one label", bins, ConfidenceBin::oneLabel);
        addBars(chart, "ambiguous images", bins, ConfidenceBin::severalLabels);
        LogAxis.y(
                chart,
                LogAxis.BELOW_ONE,
                bins.stream()
                        .mapToDouble(bin -> Math.max(bin.oneLabel(), bin.severalLabels()))
                        .max()
                        .orElseThrow());
        return chart;
    }

    private static void addBars(
            CategoryChart chart, String name, List<ConfidenceBin> bins, ToLongFunction<ConfidenceBin> images) {
        List<Double> heights =
                bins.stream().map(bin -> LogAxis.orGap(images.applyAsLong(bin))).toList();
        if (heights.stream().anyMatch(Double::isFinite)) {
            chart.addSeries(
                    name,
                    bins.stream()
                            .map(bin -> Texts.count(Math.round(100 * bin.from())))
                            .toList(),
                    heights);
        }
    }
}
