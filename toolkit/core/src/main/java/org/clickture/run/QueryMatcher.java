package org.clickture.run;

import java.util.ArrayList;
import java.util.List;
import org.clickture.lexicon.CompiledRecipe;
import org.clickture.lexicon.Matcher;

/** Tells how a recipe reads single queries: the way to try a recipe. Not thread-safe. */
public final class QueryMatcher {

    private final List<String> labels;
    private final Matcher matcher;

    QueryMatcher(CompiledRecipe recipe) {
        labels = recipe.labels();
        matcher = recipe.newMatcher();
    }

    /**
     * What a recipe makes of a query.
     *
     * @param gate whether the query passes the gate and no exclusion
     * @param labels the labels its names stand for, sorted by UTF-16 code units; also filled when the gate is closed
     */
    public record Match(boolean gate, List<String> labels) {

        public Match {
            labels = List.copyOf(labels);
        }
    }

    /** Reads one query, given as the bytes of a log (UTF-8). */
    public Match match(byte[] query) {
        boolean gate = matcher.read(query, 0, query.length);
        List<String> found = new ArrayList<>();
        for (int i = 0, count = matcher.findLabelsAlone(); i < count; i++) {
            found.add(labels.get(matcher.labelIds()[i]));
        }
        return new Match(gate, found);
    }
}
