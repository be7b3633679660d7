package org.clickture;

import java.util.Locale;

/** Why a row of a click log is malformed, in the order in which the reasons are tested. */
public enum MalformedReason {
    /** The row has not exactly as many fields as the columns say. */
    FIELDS,
    /** The image key is not 1 to 255 printable ASCII characters. */
    KEY,
    /** The click count is not 1 to 15 ASCII digits with a value of at least 1. */
    CLICKS;

    /** The name in manifests and summaries: {@code fields}, {@code key}, {@code clicks}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
