package org.clickture.label;

/**
 * What is left of a click log after a step.
 *
 * @param step what is counted: rows of the log, of these those that passed the gate and those in which a label was
 *     found, then (label, image) pairs, then images
 * @param count how many there are
 */
public record FunnelRow(String step, long count) {}
