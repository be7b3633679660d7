package org.clickture.run;

import java.util.List;

/** Tells how a recipe reads single queries: the way to try a recipe. */
public interface QueryMatcher {

    /**
     * What a recipe makes of a query.
     *
     * @param gate whether the query passes the gate and no exclusion
     * @param labels the labels its names stand for, sorted by UTF-16 code units; also filled when the gate is closed
     */
    record Match(boolean gate, List<String> labels) {}

    /** Reads one query, given as the bytes of a log (UTF-8). */
    Match match(byte[] query);
}
