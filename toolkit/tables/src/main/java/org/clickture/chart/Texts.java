package org.clickture.chart;

import java.util.Locale;

/** Texts that fit into charts. */
final class Texts {

    private Texts() {}

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** {@code part} as a percentage of {@code whole}, which is at least 1. */
    static String percent(long part, long whole) {
        double percent = 100.0 * part / whole;
        return percent > 0 && percent < 0.1 ? "< 0.1 %" : String.format(Locale.ROOT, "%.1f %%", percent);
    }

    static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    /** {@code parent-and-child} in words. */
    static String words(String key) {
        return key.replace('-', ' ');
    }

    /**
     * A name that fits: what is longer than {@code maxLength} characters (at least 2) ends in an ellipsis. Never empty,
     * without control characters: AWT refuses the first and draws boxes for the others.
     */
    static String name(String name, int maxLength) {
        String plain = name.replaceAll("\\p{Cntrl}", " ").strip();
        if (plain.isEmpty()) {
            return "?";
        }
        if (plain.codePointCount(0, plain.length()) <= maxLength) {
            return plain;
        }
        return plain.substring(0, plain.offsetByCodePoints(0, maxLength - 1)).strip() + "…";
    }

    static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
