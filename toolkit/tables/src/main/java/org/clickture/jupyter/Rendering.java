package org.clickture.jupyter;

import java.util.Map;

/**
 * How a value looks in a notebook.
 *
 * @param data MIME type to content; always has a plain text
 * @param metadata of the output
 */
record Rendering(Map<String, String> data, Map<String, Object> metadata) {

    static final String TEXT = "text/plain";
    static final String HTML = "text/html";
    static final String PNG = "image/png";

    Rendering {
        data = Map.copyOf(data);
        metadata = Map.copyOf(metadata);
    }

    String text() {
        return data.getOrDefault(TEXT, "");
    }
}
