package org.clickture.chart;

import java.util.List;
import org.clickture.resolve.TypeRow;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.internal.chartpart.AxesChart;

/** Why images have several labels: a bar for each type, also for those that no image has. */
final class TypesChart {

    private TypesChart() {}

    static AxesChart<?, ?> of(List<TypeRow> types) {
        long all = types.stream().mapToLong(TypeRow::images).sum();
        if (all == 0) {
            return HouseStyle.nothing("Why images have several labels", "no ambiguous images");
        }
        HorizontalBarChart chart = HouseStyle.lyingBars(
                "Why " + Texts.count(all) + (all == 1 ? " image has several labels" : " images have several labels"),
                "images",
                types.size());
        chart.addSeries(
                "images",
                types.stream().map(TypeRow::images).toList(),
                types.stream().map(row -> Texts.words(row.type().key())).toList());
        chart.getStyler()
                .setXAxisMin(0.0)
                .setXAxisMax(
                        1.15 * types.stream().mapToLong(TypeRow::images).max().orElseThrow());
        return chart;
    }
}
