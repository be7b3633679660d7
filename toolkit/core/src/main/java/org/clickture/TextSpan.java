package org.clickture;

import java.util.List;

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

    /** The query with brackets around some of its pieces, such as {@code cute [boxer] dog}; for people. */
    public static String mark(String query, List<TextSpan> pieces) {
        StringBuilder marked = new StringBuilder();
        for (int i = 0; i <= query.length(); i++) {
            for (TextSpan piece : pieces) {
                marked.append(piece.to == i ? "]" : "");
            }
            for (TextSpan piece : pieces) {
                marked.append(piece.from == i ? "[" : "");
            }
            marked.append(i < query.length() ? query.substring(i, i + 1) : "");
        }
        return marked.toString();
    }
}
