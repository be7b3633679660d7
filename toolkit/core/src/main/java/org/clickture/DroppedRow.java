package org.clickture;

/**
 * A row of a click log that is no evidence for any label.
 *
 * @param reason the first reason that holds
 * @param why the reason in words, with what was found
 * @param imageKey as the row has it, also if it is malformed; empty if the row has the wrong number of fields
 * @param query the query; if the row has the wrong number of fields, the first 256 bytes of the row. Untrusted text, read as
 *     UTF-8
 * @param clicks as the row has them, also if they are malformed; empty if the row has the wrong number of fields
 * @param file the file as it was named
 * @param byteOffset where the row begins in the file (in its decompressed text when it is compressed)
 */
public record DroppedRow(
        DropReason reason, String why, String imageKey, String query, String clicks, String file, long byteOffset) {}
