package org.clickture.label;

import java.util.Locale;

/** The plural of an English noun by the rule of recipes, for titles such as {@code images per breed, 288 breeds}. */
public final class Plural {

    private Plural() {}

    /** Consonant + {@code y} gives {@code ies}; an ending in s, x, z, ch or sh gets {@code es}; else {@code s} is added. */
    public static String of(String noun) {
        String lower = noun.toLowerCase(Locale.ROOT);
        int length = lower.length();
        if (lower.endsWith("y") && length > 1 && "aeiou".indexOf(lower.charAt(length - 2)) < 0) {
            return noun.substring(0, length - 1) + "ies";
        }
        boolean hisses = lower.endsWith("s")
                || lower.endsWith("x")
                || lower.endsWith("z")
                || lower.endsWith("ch")
                || lower.endsWith("sh");
        return noun + (hisses ? "es" : "s");
    }
}
