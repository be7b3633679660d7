package org.clickture;

import java.util.Locale;

/** In which form a query holds a name. */
public enum NameForm {
    /** The label's own name. */
    NAME,
    /** Another name that the lexicon has for the label. */
    ALIAS,
    /** The plural of the label's own name or of another one. */
    PLURAL,
    /** One of these with a slip of the finger. */
    MISSPELT;

    /** The word for people and files: {@code name}, {@code alias}, {@code plural}, {@code misspelt}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
