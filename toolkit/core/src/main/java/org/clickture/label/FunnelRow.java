package org.clickture.label;

/**
 * What is left of a click log after a step.
 *
 * @param step what was done, such as {@code gate}
 * @param unit what is counted: rows of the log, then (label, image) pairs, then images
 * @param count how many are left
 */
public record FunnelRow(String step, String unit, long count) {}
