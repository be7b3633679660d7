package org.clickture.resolve;

/**
 * A choice whose truth is known.
 *
 * @param confidence how sure it was, in [0, 1]
 * @param right whether it was right
 */
record Outcome(double confidence, boolean right) {}
