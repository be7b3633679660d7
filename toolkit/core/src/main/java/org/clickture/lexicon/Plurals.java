package org.clickture.lexicon;

import java.util.Locale;

/** English plurals of single words, by rule: what people type, not what a dictionary says. */
public final class Plurals {

    private Plurals() {}

    /**
     * Consonant + {@code y} gives {@code ies}; an ending in s, x, z, ch or sh gives + {@code es}; else + {@code s}.
     * Consonants are the ASCII letters but a, e, i, o and u.
     *
     * @param token lower case, not empty
     */
    public static String of(String token) {
        int length = token.length();
        if (token.endsWith("y") && length > 1 && isConsonant(token.charAt(length - 2))) {
            return token.substring(0, length - 1) + "ies";
        }
        boolean sibilant = token.endsWith("s")
                || token.endsWith("x")
                || token.endsWith("z")
                || token.endsWith("ch")
                || token.endsWith("sh");
        return token + (sibilant ? "es" : "s");
    }

    /** How many of something, such as {@code 1 row} and {@code 2,000 rows}. */
    public static String counted(long count, String what) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? what : of(what));
    }

    private static boolean isConsonant(char c) {
        return c >= 'a' && c <= 'z' && "aeiou".indexOf(c) < 0;
    }
}
