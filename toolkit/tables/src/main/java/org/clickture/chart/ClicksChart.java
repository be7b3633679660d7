package org.clickture.chart;

import java.util.List;
import org.clickture.LabelledImages;
import org.clickture.label.ClicksBin;
import org.clickture.label.LabelStatistics;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.internal.chartpart.AxesChart;

/** How the clicks are distributed over the rows of the data set, both axes logarithmic. */
final class ClicksChart {

    /** So many click counts stand side by side; more have to be turned. */
    private static final int MAX_UPRIGHT = 14;

    private static final int MAX_OBLIQUE = 30;

    private ClicksChart() {}

    static AxesChart<?, ?> of(LabelledImages images) {
        List<ClicksBin> bins = LabelStatistics.clicks(images);
        String pair = images.labelName() + "-image pair";
        String title = "Clicks per " + pair;
        if (bins.isEmpty()) {
            return HouseStyle.nothing(title, "no images");
        }
        CategoryChart chart =
                HouseStyle.bars(title, "clicks (each bar: from its number up to the next one)", pair + "s (log scale)");
        chart.addSeries(
                pair + "s",
                bins.stream().map(bin -> Texts.count(bin.minClicks())).toList(),
                bins.stream().map(bin -> LogAxis.orGap(bin.rows())).toList());
        LogAxis.y(
                chart,
                LogAxis.BELOW_ONE,
                bins.stream().mapToDouble(ClicksBin::rows).max().orElseThrow());
        chart.getStyler().setAvailableSpaceFill(0.95);
        if (bins.size() > MAX_UPRIGHT) {
            chart.getStyler().setXAxisLabelRotation(bins.size() > MAX_OBLIQUE ? 90 : 60);
        }
        return chart;
    }
}
