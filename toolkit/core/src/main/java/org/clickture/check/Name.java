package org.clickture.check;

import java.util.List;

/**
 * A name of a lexicon.
 *
 * @param written as in the file
 * @param tokens its tokens; may be empty
 * @param label the label that it stands for, as written
 * @param line where it stands
 * @param alias whether it is an alias
 */
record Name(String written, List<String> tokens, String label, long line, boolean alias) {

    Name {
        tokens = List.copyOf(tokens);
    }

    /** The tokens, joined by one space. */
    String text() {
        return String.join(" ", tokens);
    }

    boolean sameLabel(Name other) {
        return label.equals(other.label);
    }
}
