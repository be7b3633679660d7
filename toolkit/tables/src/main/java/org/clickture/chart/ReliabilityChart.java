package org.clickture.chart;

import java.util.List;
import java.util.Map;
import org.clickture.resolve.ReliabilityBin;
import org.clickture.resolve.Score;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Whether confidences mean what they say: the share of right choices over the confidence, in bins of equal size. */
final class ReliabilityChart {

    private ReliabilityChart() {}

    static AxesChart<?, ?> of(Map<String, Score> scores, String images) {
        String title = "Is the confidence the share of right choices? " + images + " (synthetic data)";
        if (scores.values().stream().noneMatch(score -> score.images() > 0)) {
            return HouseStyle.nothing(title, "no images");
        }
        XYChart chart = HouseStyle.xy(title, "confidence, mean of a bin, %", "right choices, % of a bin");
        XYSeries diagonal = chart.addSeries("as right as it says", new double[] {0, 100}, new double[] {0, 100});
        diagonal.setMarker(SeriesMarkers.NONE);
        diagonal.setLineStyle(SeriesLines.SOLID);
        diagonal.setLineColor(HouseStyle.GUIDE);
        int place = 0;
        for (Map.Entry<String, Score> entry : scores.entrySet()) {
            List<ReliabilityBin> bins = entry.getValue().bins().stream()
                    .filter(bin -> bin.images() > 0)
                    .toList();
            if (!bins.isEmpty()) {
                XYSeries series = chart.addSeries(
                        entry.getKey(),
                        bins.stream().mapToDouble(bin -> 100 * bin.confidence()).toArray(),
                        bins.stream().mapToDouble(bin -> 100 * bin.right()).toArray());
                HouseStyle.tellApart(series, place);
            }
            place++;
        }
        chart.getStyler().setMarkerSize(8).setLegendVisible(true).setLegendPosition(LegendPosition.InsideNW);
        chart.getStyler().setXAxisMin(0.0).setXAxisMax(100.0).setYAxisMin(0.0).setYAxisMax(100.0);
        return chart;
    }
}
