package org.clickture.resolve;

import java.util.Locale;

/**
 * Why {@link Method#EM} chooses another label than a rule. Below, "its label" is that of EM. Several kinds may hold; the main
 * one is the first that does, in this order.
 */
public enum ReasonKind {
    /** EM chooses none of the labels, and a query speaks of a cross. */
    CROSS_NAMED("a query speaks of a cross"),
    /** EM chooses none of the labels, and no query speaks of a cross. */
    NO_LABEL_FITS("no label fits the queries"),
    /** One of the two labels is a kind of the other one. */
    BROADER_NAME("one label is a kind of the other"),
    /** No query names its label: it is a kind of one that is named, or a broader name for it. */
    NOT_NAMED("its label is related to one that is named"),
    /**
     * Half or more of the clicks for the label of {@link Method#CLICKS}, and five or more, come from one query, and it wins
     * by them only.
     */
    CLICK_BURST("one query has the clicks"),
    /** What speaks for the other label may be a machine's, which asks again and again. */
    MACHINE("a machine asks again and again"),
    /** More queries name its label alone than the other one, and together they speak for it. */
    MORE_QUERIES("more queries are for its label"),
    /** The wording of the queries for its label is that of queries that are more often right. */
    QUERY_WORDING("its queries are worded more reliably"),
    /** People take its label for the other one more often than the other way round. */
    MIXED_UP("its label is often taken for the other one"),
    /** Images of one of the two labels are called something else more often than those of the other one. */
    NAMED_WRONGLY("images of one label are more often named wrongly"),
    /** Its label is more frequent. */
    MORE_FREQUENT("its label is more frequent"),
    /** The clicks are spread over the queries as they are when its label is right. */
    CLICK_PATTERN("the clicks are spread as they are for its label"),
    /** None of these: much that is small adds up. */
    SUM("much that is small adds up");

    private final String meaning;

    ReasonKind(String meaning) {
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
