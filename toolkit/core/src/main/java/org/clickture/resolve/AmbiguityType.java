package org.clickture.resolve;

import java.util.Locale;

/** Why an image has several labels. An ambiguous image has the first type that holds, in this order. */
public enum AmbiguityType {
    /** All labels lie on one line from a broad name to narrower ones: poodle, toy poodle. */
    PARENT_AND_CHILD("one label is a kind of the other"),
    /** A query speaks of a cross: labradoodle, husky lab mix. */
    CROSS_NAMED("a query speaks of a cross"),
    /** A query names several of the labels: husky vs akita. */
    COMPARISON("the labels share a query"),
    /** A name stands for something else: boxer shorts. */
    HOMONYM("a name means something else"),
    /** One label holds at least 90 % of the clicks. */
    MINORITY_NOISE("one label holds nearly all clicks"),
    /** None of these: people disagree. */
    TRUE_CONFLICT("people disagree");

    private final String meaning;

    AmbiguityType(String meaning) {
        this.meaning = meaning;
    }

    /** The name in tables: lower case, with hyphens. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it means, in a few words. */
    public String meaning() {
        return meaning;
    }
}
