package org.clickture.chart;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.knowm.xchart.HorizontalBarChart;

/**
 * Draws the chart of the README. Part of this package for the sake of its house style.
 *
 * <p>Arguments: the PNG to write and the title. Standard input: a row for each tool, fastest first, of its name, a tab
 * and its seconds.
 */
final class SpeedChart {

    private record Bar(String tool, double seconds) {

        static Bar parse(String row) {
            String[] fields = row.split("\t", -1);
            return new Bar(fields[0], Double.parseDouble(fields[1]));
        }
    }

    private SpeedChart() {}

    public static void main(String[] args) throws IOException {
        List<Bar> bars = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                .lines()
                .map(Bar::parse)
                .toList();
        HorizontalBarChart chart = HouseStyle.lyingBars(args[1], "seconds", bars.size());
        chart.addSeries(
                "seconds",
                bars.stream().map(Bar::seconds).toList(),
                bars.stream().map(Bar::tool).toList());
        chart.getStyler().setDecimalPattern("#,##0.0");
        double slowest = bars.stream().mapToDouble(Bar::seconds).max().orElseThrow();
        chart.getStyler().setXAxisMin(0.0).setXAxisMax(1.1 * slowest);
        Files.write(Path.of(args[0]), Charts.png(chart, 2));
    }
}
