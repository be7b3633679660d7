package org.clickture;

import java.util.Optional;

/**
 * A name of the lexicon in a query.
 *
 * @param span where it stands
 * @param name the name as the lexicon writes it; of a plural the name that it is the plural of, of a misspelt one what is meant
 * @param form in which form it stands there
 * @param label the label that it stands for
 * @param refusal why it does not count; empty if it does
 */
public record FoundName(TextSpan span, String name, NameForm form, String label, Optional<String> refusal) {

    /** Whether the query gets the label for it. */
    public boolean counts() {
        return refusal.isEmpty();
    }
}
