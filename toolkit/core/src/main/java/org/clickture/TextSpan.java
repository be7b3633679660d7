package org.clickture;

/**
 * A piece of a query. Both intervals are half-open.
 *
 * @param firstToken its first token, at least 0
 * @param endToken the token behind its last one
 * @param from where its text begins in the query, in UTF-16 code units
 * @param to where its text ends; an apostrophe and an {@code s} that the tokeniser drops are not in it
 */
public record TextSpan(int firstToken, int endToken, int from, int to) {

    public TextSpan {
        if (firstToken < 0 || firstToken >= endToken || from < 0 || from >= to) {
            throw new IllegalArgumentException("no piece of a text: tokens [" + firstToken + ", " + endToken
                    + "), text [" + from + ", " + to + ")");
        }
    }

    /** The piece as it stands in the query. */
    public String in(String query) {
        return query.substring(from, to);
    }
}
