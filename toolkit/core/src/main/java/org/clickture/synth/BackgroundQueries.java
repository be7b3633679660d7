package org.clickture.synth;

import java.util.List;

/** Real web queries about all sorts of things, from MIMICS; the list itself says more. */
public final class BackgroundQueries {

    private BackgroundQueries() {}

    /** The queries, sorted, in lower case. */
    public static List<String> all() {
        return Words.lines("background-queries.txt");
    }
}
