package org.clickture;

import java.util.Locale;

/** Why a row of a click log is no evidence for any label, in the order in which the reasons are tested. */
public enum DropReason {
    /** The row has not exactly as many fields as the columns say: malformed. */
    FIELDS,
    /** The query holds no word of the gate. */
    GATE,
    /** The query holds an excluded phrase. */
    EXCLUSION,
    /** The image key is malformed. */
    KEY,
    /** The click count is malformed. */
    CLICKS,
    /** The query holds no name that counts. */
    NAME;

    /** The word for people and files: {@code fields}, {@code gate} and so on. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
