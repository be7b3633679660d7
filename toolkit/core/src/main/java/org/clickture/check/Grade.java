package org.clickture.check;

import java.util.Locale;

/** How bad a finding is. */
enum Grade {
    /** It stops a build, or cannot have been meant. */
    ERROR,
    /** It works, but may label images wrongly or lose them. */
    RISK,
    /** Good to know. */
    NOTE;

    /** In lower case, as people read it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
