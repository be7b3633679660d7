package org.clickture.chart;

import java.util.List;
import org.clickture.LabelledImages;
import org.clickture.label.BreedRow;
import org.clickture.label.LabelStatistics;
import org.clickture.label.Plural;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Images over rank. */
final class LongTailChart {

    private LongTailChart() {}

    static AxesChart<?, ?> of(LabelledImages images) {
        List<BreedRow> breeds = LabelStatistics.breeds(images);
        String labels = Plural.of(images.labelName());
        String title = "Images per " + images.labelName();
        if (breeds.isEmpty()) {
            return HouseStyle.nothing(title, "no images");
        }
        int half = holdingHalf(breeds);
        if (half > 1) {
            title += ": " + Texts.count(half) + " of " + Texts.count(breeds.size()) + " " + labels
                    + " hold half of the data set";
        }
        XYChart chart = HouseStyle.xy(title, labels + " by rank, the largest first", "images (log scale)");
        XYSeries series = chart.addSeries(
                "images",
                breeds.stream().mapToDouble(BreedRow::rank).toArray(),
                breeds.stream().mapToDouble(BreedRow::images).toArray());
        series.setMarker(SeriesMarkers.CIRCLE);
        series.setLineStyle(SeriesLines.NONE);
        chart.getStyler().setMarkerSize(breeds.size() > 100 ? 4 : 7);
        // Half a rank of room. It also keeps XChart from naming ranks at odd steps (19, 38, 57), as it does when all
        // values of an axis are equally spaced.
        chart.getStyler().setXAxisMin(0.5).setXAxisMax(breeds.size() + 0.5);
        LogAxis.y(chart, 1, (double) breeds.get(0).images());
        return chart;
    }

    /** How many of the largest labels have at least half of the rows of the data set. */
    private static int holdingHalf(List<BreedRow> breeds) {
        long rows = breeds.stream().mapToLong(BreedRow::images).sum();
        long held = 0;
        int labels = 0;
        while (held < rows - held) {
            held += breeds.get(labels++).images();
        }
        return labels;
    }
}
