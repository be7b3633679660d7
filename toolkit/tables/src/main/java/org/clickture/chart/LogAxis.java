package org.clickture.chart;

import org.knowm.xchart.internal.chartpart.AxesChart;

/**
 * Logarithmic axes for counts. XChart names only the powers of ten and refuses zeros: so an axis spans at least one
 * whole decade, and values of zero have to stay away.
 */
final class LogAxis {

    /** Where bars begin, so that a bar of height 1 can be seen. */
    static final double BELOW_ONE = 0.6;

    private LogAxis() {}

    /** Makes the x-axis logarithmic, from 1 to the power of ten at or above {@code max}. */
    static void x(AxesChart<?, ?> chart, double max) {
        chart.getStyler().setXAxisLogarithmic(true).setXAxisMin(1.0).setXAxisMax(decadeAbove(max));
        // Room for the last number, which stands half behind the axis.
        chart.getStyler().setPlotContentSize(0.96);
    }

    /** Makes the y-axis logarithmic, from {@code min} to the power of ten at or above {@code max}. */
    static void y(AxesChart<?, ?> chart, double min, double max) {
        chart.getStyler().setYAxisLogarithmic(true).setYAxisMin(min).setYAxisMax(decadeAbove(max));
    }

    /** A count as a value for such an axis: a gap instead of a zero. */
    static Double orGap(long count) {
        return count == 0 ? Double.NaN : (double) count;
    }

    private static double decadeAbove(double max) {
        double decade = 10;
        while (decade < max) {
            decade *= 10;
        }
        return decade;
    }
}
