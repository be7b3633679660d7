package org.clickture.label;

import java.util.List;

/**
 * A row of a click log that another policy reads otherwise.
 *
 * @param query as the log has it; untrusted text
 * @param labels those that the row gains or loses, sorted (UTF-16 code units)
 * @param imageKey the image that was clicked
 * @param file the file as it was named
 * @param byteOffset where the row begins in the file
 */
public record PolicyExample(String query, List<String> labels, String imageKey, String file, long byteOffset) {

    public PolicyExample {
        labels = List.copyOf(labels);
    }
}
