package org.clickture.label;

import org.clickture.ClicktureException;

/** Adds clicks exactly. */
final class ClickSum {

    private ClickSum() {}

    /**
     * {@code a + b}.
     *
     * @throws ClicktureException if that is more than 2^63 − 1
     */
    static long add(long a, long b) {
        try {
            return Math.addExact(a, b);
        } catch (ArithmeticException e) {
            throw new ClicktureException(
                    "The clicks add up to more than 2^63 - 1: the click counts of this log cannot be real.", e);
        }
    }
}
