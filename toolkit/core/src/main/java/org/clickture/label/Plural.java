package org.clickture.label;

import org.clickture.lexicon.Plurals;

/** The plural of what a recipe calls a label, for titles such as {@code images per breed, 288 breeds}. */
public final class Plural {

    private Plural() {}

    /** The plural by the rule that names of a lexicon follow. */
    public static String of(String labelName) {
        return Plurals.of(labelName);
    }
}
