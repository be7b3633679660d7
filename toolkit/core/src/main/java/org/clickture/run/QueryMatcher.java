package org.clickture.run;

import java.util.ArrayList;
import java.util.List;
import org.clickture.QueryReading;
import org.clickture.lexicon.CompiledRecipe;
import org.clickture.lexicon.Matcher;
import org.clickture.lexicon.QueryReader;

/** Tells how a recipe reads single queries: the way to try a recipe. Not thread-safe. */
public final class QueryMatcher {

    private final List<String> labels;
    private final Matcher matcher;
    private final QueryReader reader;

    QueryMatcher(CompiledRecipe recipe) {
        labels = recipe.labels();
        matcher = recipe.newMatcher();
        reader = new QueryReader(recipe);
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

    /** Reads one query and tells which names stand where in it and why it counts or not; many times slower. */
    public QueryReading read(String query) {
        return reader.readAlone(query);
    }
}
