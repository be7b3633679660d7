package org.clickture.chart;

import java.awt.BasicStroke;
import java.util.List;
import java.util.stream.LongStream;
import org.clickture.LabelledImages;
import org.clickture.label.BreedRow;
import org.clickture.label.CutoffRow;
import org.clickture.label.LabelStatistics;
import org.clickture.label.Plural;
import org.clickture.label.PublishedCutoffs;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How many labels reach a number of images: ours as a line, published ones as points. */
final class CutoffChart {

    private CutoffChart() {}

    static AxesChart<?, ?> of(LabelledImages images, @Nullable PublishedCutoffs published) {
        List<BreedRow> breeds = LabelStatistics.breeds(images);
        String labels = Plural.of(images.labelName());
        String title = Texts.capitalised(labels) + " with at least N images";
        if (breeds.isEmpty()) {
            return HouseStyle.nothing(title, "no images");
        }
        XYChart chart = HouseStyle.xy(title, "N, images (log scale)", labels);
        XYSeries ours = chart.addSeries("this data set", minImages(steps(breeds)), breeds(steps(breeds)));
        ours.setXYSeriesRenderStyle(XYSeriesRenderStyle.Step);
        ours.setMarker(SeriesMarkers.NONE);
        ours.setLineStyle(new BasicStroke(2f));
        double largest = breeds.get(0).images();
        double most = breeds.size();
        if (published != null) {
            XYSeries theirs = chart.addSeries(
                    published.dataset() + " (public figures)", minImages(published.rows()), breeds(published.rows()));
            theirs.setLineStyle(SeriesLines.NONE);
            theirs.setMarker(SeriesMarkers.DIAMOND);
            chart.getStyler().setMarkerSize(9);
            chart.getStyler().setLegendVisible(true).setLegendPosition(LegendPosition.InsideNE);
            for (CutoffRow row : published.rows()) {
                largest = Math.max(largest, (double) row.minImages());
                most = Math.max(most, (double) row.breeds());
            }
        }
        LogAxis.x(chart, largest);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.08 * most);
        return chart;
    }

    /** The cut-offs at which the number of labels changes, from 1 to the one that no label reaches. */
    private static List<CutoffRow> steps(List<BreedRow> breeds) {
        long[] minImages = LongStream.concat(LongStream.of(1), breeds.stream().mapToLong(breed -> breed.images() + 1))
                .distinct()
                .sorted()
                .toArray();
        return LabelStatistics.cutoffs(breeds, minImages);
    }

    private static double[] minImages(List<CutoffRow> rows) {
        return rows.stream().mapToDouble(CutoffRow::minImages).toArray();
    }

    private static double[] breeds(List<CutoffRow> rows) {
        return rows.stream().mapToDouble(CutoffRow::breeds).toArray();
    }
}
