package org.clickture.chart;

import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.clickture.LabelledImages;
import org.clickture.label.BreedRow;
import org.clickture.label.LabelStatistics;
import org.clickture.label.PairRow;
import org.clickture.label.Plural;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.Styler.LegendPosition;

/** How many images two labels share, for the labels with most ambiguous images. */
final class CoOccurrenceChart {

    private static final int MAX_NAME_LENGTH = 34;

    /** Colours from few to many images: one hue from light to dark, so that print and every eye keep their order. */
    private static final Color FEW = new Color(0xCFE5F3);

    private static final Color MIDDLE = HouseStyle.FIRST;
    private static final Color MANY = new Color(0x001F38);

    private CoOccurrenceChart() {}

    static AxesChart<?, ?> of(LabelledImages images, int limit) {
        String plural = Plural.of(images.labelName());
        String title = "Images shared by two " + plural;
        List<PairRow> allPairs = LabelStatistics.pairs(images);
        if (allPairs.isEmpty()) {
            return HouseStyle.nothing(title, "no two " + plural + " share an image");
        }
        List<String> labels = mostAmbiguous(images, limit);
        title += ": the " + Texts.count(labels.size()) + " " + plural + " with most ambiguous images";
        List<PairRow> pairs = allPairs.stream()
                .filter(pair -> labels.contains(pair.first()) && labels.contains(pair.second()))
                .toList();
        if (pairs.isEmpty()) {
            return HouseStyle.nothing(title, "no two of them share an image");
        }
        // Pairs come with most shared images first.
        int highest = sizeClass(pairs.get(0).sharedImages());
        int lowest = sizeClass(pairs.get(pairs.size() - 1).sharedImages());
        int classes = highest - lowest + 1;

        List<Number[]> cells = new ArrayList<>();
        int last = labels.size() - 1;
        for (PairRow pair : pairs) {
            int first = labels.indexOf(pair.first());
            int second = labels.indexOf(pair.second());
            // The middle of the class, so that rounding cannot move it. XChart counts rows from below.
            double colour = sizeClass(pair.sharedImages()) - lowest + 0.5;
            cells.add(new Number[] {first, last - second, colour});
            cells.add(new Number[] {second, last - first, colour});
        }
        List<String> names =
                labels.stream().map(label -> Texts.name(label, MAX_NAME_LENGTH)).toList();
        List<String> fromBelow = new ArrayList<>(names);
        Collections.reverse(fromBelow);
        HeatMapChart chart = HouseStyle.cells(
                title,
                names.size(),
                names.stream().mapToInt(String::length).max().orElseThrow());
        chart.addSeries("images", names, fromBelow, cells);
        chart.getStyler().setAxisTickLabelsFont(Fonts.fontFor(names, Font.PLAIN, 12));
        chart.getStyler()
                .setXAxisLabelRotation(50)
                .setXAxisLabelAlignment(TextAlignment.Right)
                .setXAxisLabelAlignmentVertical(TextAlignment.Right);
        chart.getStyler().setLegendVisible(true).setLegendPosition(LegendPosition.OutsideE);
        chart.getStyler()
                .setMin(0)
                .setMax(classes)
                .setPiecewise(true)
                .setPiecewiseRanged(false)
                .setSplitNumber(classes)
                .setRangeColors(colours(classes))
                .setHeatMapDecimalValueFormatter(from -> range(lowest + (int) Math.round(from)));
        return chart;
    }

    private static List<String> mostAmbiguous(LabelledImages images, int limit) {
        return LabelStatistics.breeds(images).stream()
                .filter(breed -> breed.ambiguousImages() > 0)
                .sorted(Comparator.comparingLong(BreedRow::ambiguousImages).reversed())
                .limit(limit)
                .map(BreedRow::label)
                .toList();
    }

    /** The classes are 1–2, 3–9, 10–29, 30–99, 100–299 and so on: half decades. */
    static int sizeClass(long images) {
        int sizeClass = 0;
        while (smallest(sizeClass + 1) <= images) {
            sizeClass++;
        }
        return sizeClass;
    }

    private static long smallest(int sizeClass) {
        long decade = 1;
        for (int i = 0; i < sizeClass / 2; i++) {
            decade = Math.multiplyExact(decade, 10);
        }
        return sizeClass % 2 == 0 ? decade : 3 * decade;
    }

    static String range(int sizeClass) {
        return Texts.count(smallest(sizeClass)) + "–" + Texts.count(smallest(sizeClass + 1) - 1);
    }

    private static Color[] colours(int classes) {
        Color[] colours = new Color[classes];
        for (int i = 0; i < classes; i++) {
            double way = classes == 1 ? 1 : 2.0 * i / (classes - 1);
            colours[i] = way < 1 ? mix(FEW, MIDDLE, way) : mix(MIDDLE, MANY, way - 1);
        }
        return colours;
    }

    private static Color mix(Color from, Color to, double way) {
        return new Color(
                (int) Math.round(from.getRed() + way * (to.getRed() - from.getRed())),
                (int) Math.round(from.getGreen() + way * (to.getGreen() - from.getGreen())),
                (int) Math.round(from.getBlue() + way * (to.getBlue() - from.getBlue())));
    }
}
