package org.clickture;

import java.util.List;

/**
 * The rows of an image that are no evidence, from one more scan of the log.
 *
 * @param imageKey the image
 * @param rows all rows of the image; those that are not dropped are its evidence
 * @param dropped those that fell out, by file and byte offset
 */
public record DroppedRows(String imageKey, long rows, List<DroppedRow> dropped) {

    public DroppedRows {
        dropped = List.copyOf(dropped);
        if (rows < dropped.size()) {
            throw new IllegalArgumentException(dropped.size() + " dropped rows of " + rows);
        }
    }
}
