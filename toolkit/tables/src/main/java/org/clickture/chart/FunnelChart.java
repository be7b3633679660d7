package org.clickture.chart;

import java.util.List;
import org.clickture.LabelledImages;
import org.clickture.label.FunnelRow;
import org.clickture.label.LabelStatistics;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.internal.chartpart.AxesChart;

/** What each step of the scan left over. */
final class FunnelChart {

    /** The first steps count rows of the log; only they are shares of it. */
    private static final int STEPS_IN_ROWS = 3;

    private FunnelChart() {}

    static AxesChart<?, ?> of(LabelledImages images) {
        List<FunnelRow> steps = LabelStatistics.funnel(images);
        String title = "From the click log to the data set";
        long rows = steps.get(0).count();
        if (rows == 0) {
            return HouseStyle.nothing(title, "no rows");
        }
        CategoryChart chart = HouseStyle.bars(title, "in brackets: share of the rows of the log", "count (log scale)");
        chart.addSeries(
                "count",
                steps.stream().map(FunnelRow::step).toList(),
                steps.stream().map(step -> LogAxis.orGap(step.count())).toList());
        double roomForTheHighest = 3;
        LogAxis.y(chart, LogAxis.BELOW_ONE, roomForTheHighest * rows);
        chart.getStyler().setPlotGridLinesVisible(false);
        // A constant distance on the page is a constant factor on this axis.
        double aboveTheBar = Math.pow(roomForTheHighest * rows / LogAxis.BELOW_ONE, 0.03);
        for (int i = 0; i < steps.size(); i++) {
            long count = steps.get(i).count();
            boolean share = i > 0 && i < STEPS_IN_ROWS;
            String text = Texts.count(count) + (share ? " (" + Texts.percent(count, rows) + ")" : "");
            chart.addAnnotation(new AnnotationText(
                    text, i + 0.5, Math.max(LogAxis.BELOW_ONE, (double) count) * aboveTheBar, false));
        }
        return chart;
    }
}
