package org.clickture.lexicon;

import org.clickture.NameForm;

/**
 * Where a name that a recipe looks for comes from.
 *
 * @param text the name as the lexicon writes it; of a plural the name that it is the plural of
 * @param form what it is to its label
 * @param label the label that it stands for
 */
record NameSource(String text, NameForm form, String label) {}
