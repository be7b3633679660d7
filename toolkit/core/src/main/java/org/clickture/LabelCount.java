package org.clickture;

/**
 * What one label of one image rests on.
 *
 * @param label the label as the lexicon writes it
 * @param clicks exact sum of the clicks of its triads, at least 1
 * @param queries number of distinct normalised queries, at least 1
 */
public record LabelCount(String label, long clicks, long queries) {}
