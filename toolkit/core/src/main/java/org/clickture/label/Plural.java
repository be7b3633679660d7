package org.clickture.label;

import org.clickture.lexicon.Plurals;

/** English plurals: of what a recipe calls a label, and of what is counted, such as {@code 288 breeds}. */
public final class Plural {

    private Plural() {}

    /** The plural by the rule that names of a lexicon follow; what ends like {@code species} has none of its own. */
    public static String of(String labelName) {
        return labelName.endsWith("ies") ? labelName : Plurals.of(labelName);
    }

    /** How many of something, such as {@code 1 row} and {@code 2,000 rows}. */
    public static String counted(long count, String what) {
        return Plurals.counted(count, what);
    }
}
