package org.clickture.chart;

import java.awt.Font;
import java.util.List;
import org.clickture.LabelledImages;
import org.clickture.label.BreedRow;
import org.clickture.label.LabelStatistics;
import org.clickture.label.Plural;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.internal.chartpart.AxesChart;

/** The largest labels by name. The axis is linear: XChart 4.0.3 draws lying bars wrongly on a logarithmic one. */
final class LargestChart {

    private static final int MAX_NAME_LENGTH = 40;

    private LargestChart() {}

    static AxesChart<?, ?> of(LabelledImages images, int limit) {
        List<BreedRow> breeds = LabelStatistics.breeds(images);
        if (breeds.isEmpty()) {
            return HouseStyle.nothing("Images per " + images.labelName(), "no images");
        }
        List<BreedRow> largest = breeds.subList(0, Math.min(limit, breeds.size()));
        List<String> names = largest.stream()
                .map(breed -> Texts.name(breed.label(), MAX_NAME_LENGTH))
                .toList();
        String title = largest.size() == breeds.size()
                ? "Images per " + images.labelName()
                : "The " + Texts.count(largest.size()) + " largest of " + Texts.count(breeds.size()) + " "
                        + Plural.of(images.labelName());
        HorizontalBarChart chart = HouseStyle.lyingBars(title, "images", largest.size());
        chart.addSeries("images", largest.stream().map(BreedRow::images).toList(), names);
        chart.getStyler().setAxisTickLabelsFont(Fonts.fontFor(names, Font.PLAIN, 12));
        // Room for the value behind the longest bar.
        chart.getStyler().setXAxisMin(0.0).setXAxisMax(1.15 * largest.get(0).images());
        return chart;
    }
}
