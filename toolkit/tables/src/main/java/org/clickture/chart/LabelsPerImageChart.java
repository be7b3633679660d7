package org.clickture.chart;

import java.util.Arrays;
import java.util.List;
import org.clickture.LabelledImages;
import org.clickture.label.LabelStatistics;
import org.clickture.label.LabelsPerImageRow;
import org.clickture.label.Plural;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.internal.chartpart.AxesChart;

/** How many images have one label, two, three, four, five or more. The numbers stand on the bars: most are small. */
final class LabelsPerImageChart {

    private static final List<String> BARS = List.of("1", "2", "3", "4", "5 or more");

    private LabelsPerImageChart() {}

    static AxesChart<?, ?> of(LabelledImages images) {
        List<LabelsPerImageRow> rows = LabelStatistics.labelsPerImage(images);
        String labels = Plural.of(images.labelName());
        String title = Texts.capitalised(labels) + " per image";
        if (rows.isEmpty()) {
            return HouseStyle.nothing(title, "no images");
        }
        long[] imagesWith = new long[BARS.size()];
        for (LabelsPerImageRow row : rows) {
            imagesWith[Math.min(row.labels(), BARS.size()) - 1] += row.images();
        }
        long all = Arrays.stream(imagesWith).sum();
        double highest = Arrays.stream(imagesWith).max().orElseThrow();

        CategoryChart chart = HouseStyle.bars(title, labels + " of an image", "images");
        chart.addSeries("images", BARS, Arrays.stream(imagesWith).boxed().toList());
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.1 * highest);
        for (int bar = 0; bar < BARS.size(); bar++) {
            String text = Texts.count(imagesWith[bar]) + " (" + Texts.percent(imagesWith[bar], all) + ")";
            chart.addAnnotation(new AnnotationText(text, bar + 0.5, imagesWith[bar] + 0.03 * highest, false));
        }
        return chart;
    }
}
