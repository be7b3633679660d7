package org.clickture.cli;

/** Prints rows of one shape. A cell is a {@link String}, a {@link Long} or a {@link Double}. Not thread-safe. */
interface RowPrinter {

    /** Prints one row, or keeps it for {@link #end()}. */
    void row(Object... cells);

    /** Behind the last row. */
    void end();
}
