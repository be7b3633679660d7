package org.clickture.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clickture.Recipe;
import org.clickture.lexicon.LexiconHints;
import org.jspecify.annotations.Nullable;

/** All rows of a lexicon, those of other kinds too, but for lines that its reader refuses. Immutable. */
final class LexiconRows {

    private final List<LexiconHints.Hint> all;
    private final Map<String, LexiconHints.Hint> byLabel = new HashMap<>();

    private LexiconRows(List<LexiconHints.Hint> all) {
        this.all = all;
        all.forEach(row -> byLabel.putIfAbsent(row.label(), row));
    }

    /** Reads the lexicon of a recipe, whose header {@link org.clickture.lexicon.LexiconReader} has accepted. */
    static LexiconRows read(Recipe recipe) {
        return new LexiconRows(LexiconHints.read(recipe));
    }

    List<LexiconHints.Hint> all() {
        return all;
    }

    LexiconHints.@Nullable Hint row(String label) {
        return byLabel.get(label);
    }
}
