package org.clickture.cli;

/**
 * Prints rows of one shape. A cell is a {@link String}, a {@link Long} or a {@link Double}; in JSON also what Jackson can
 * write. A NaN is a share of nothing, which is no 0: a dash for people, an empty cell in CSV, null in JSON. Not thread-safe.
 */
interface RowPrinter {

    /** Prints one row, or keeps it for {@link #end()}. */
    void row(Object... cells);

    /** Behind the last row. */
    void end();

    /** Behind the last row, when there may be more rows than were shown: tells people so. */
    default void end(long shown, long total, String things) {
        end();
    }
}
