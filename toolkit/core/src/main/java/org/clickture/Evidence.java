package org.clickture;

import java.util.List;

/**
 * A triad behind one or more labels of an image, with its place in the click log.
 *
 * @param query the query as the log has it, read as UTF-8, malformed sequences as U+FFFD; untrusted text
 * @param clicks 1 to 999,999,999,999,999
 * @param labels the labels the query names, sorted by label (UTF-16 code units)
 * @param file the file as the manifest names it
 * @param byteOffset where the row begins in the file (in its decompressed text when it is compressed)
 */
public record Evidence(String query, long clicks, List<String> labels, String file, long byteOffset) {

    public Evidence {
        labels = List.copyOf(labels);
    }
}
