/**
 * Labelled images as XChart charts in one house style, for notebooks and papers.
 *
 * <p>Entry point: {@link org.clickture.chart.Charts}:
 *
 * <pre>
 * Charts.longTail(images)                images of each label over its rank, log scale
 * Charts.largest(images[, limit])        the labels with most images, by name
 * Charts.labelsPerImage(images)          1, 2, 3, 4, 5 or more labels
 * Charts.coOccurrence(images[, limit])   images that two labels share
 * Charts.clicks(images)                  clicks of the rows of the data set, in powers of two
 * Charts.cutoffs(images[, published])    labels with at least N images
 * Charts.funnel(images)                  from the rows of the log to the images
 * Charts.ambiguityTypes(types)           why images have several labels
 * Charts.ladder(rows)                    right choices of each method
 * Charts.reliability(reports)            is the confidence the share of right choices; ambiguousReliability(reports)
 * Charts.coverage(rows)                  precision over coverage; ambiguousCoverage(rows): of the ambiguous images
 * Charts.confidences(resolutions)        images by confidence
 * Charts.png(chart[, scale])             the bytes of a PNG
 * Charts.write(chart, file)              a PNG in a size for print
 * </pre>
 *
 * <p>To add a chart: a class {@code …Chart} here that takes its numbers from {@code label} or {@code resolve} and its looks from {@code
 * HouseStyle}, a method in {@code Charts}, a line in {@code ChartsTest}; and look at it, with no image, one label and a
 * thousand: nothing else checks that it can be read.
 *
 * <p>May use: the root, {@code label}, {@code resolve} and XChart. It needs no table, so drawing does not load Tablesaw.
 */
@NullMarked
package org.clickture.chart;

import org.jspecify.annotations.NullMarked;
