package org.clickture.label;

import java.util.List;

/**
 * The first rows of a list that may be long.
 *
 * @param rows the first rows in the list's order
 * @param total how many rows there are in all, at least {@code rows.size()}
 * @param <R> the type of a row
 */
public record Top<R>(List<R> rows, long total) {

    public Top {
        rows = List.copyOf(rows);
        if (total < rows.size()) {
            throw new IllegalArgumentException(rows.size() + " rows, but only " + total + " in all");
        }
    }
}
