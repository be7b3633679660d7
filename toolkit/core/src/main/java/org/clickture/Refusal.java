package org.clickture;

/** Why a name that stands in a query does not count, in the order in which the reasons are tested. */
public enum Refusal {
    /** A phrase of the recipe's {@code reject}. */
    REJECTED("a phrase of `reject` speaks of something else"),
    /** A homonym with a word that speaks for its other meaning. */
    NEGATIVE_WORD("a homonym, and a word speaks for its other meaning"),
    /** A strong homonym without any word that speaks for it. */
    NO_CONTEXT("a strong homonym, and nothing in `context` speaks for it"),
    /** A misspelt name counts only if the image is clicked for its label by another query. */
    MISSPELT("misspelt: it counts only if other clicks of the image support it"),
    /** A name inside a longer misspelt one counts only if no misspelt name of the query does. */
    INSIDE_MISSPELT("part of a longer misspelt name");

    private final String reason;

    Refusal(String reason) {
        this.reason = reason;
    }

    /** The reason in a few words. */
    public String reason() {
        return reason;
    }
}
