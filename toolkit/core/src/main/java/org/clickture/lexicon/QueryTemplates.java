package org.clickture.lexicon;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * Finds the template of queries: the normalised query with {@link #PLACEHOLDER} for each name, read from left to right by
 * the longest name that starts at a token. Queries that differ in the name alone have the same template: "cute pug
 * puppies" and "cute boxer puppies". Not thread-safe.
 */
public final class QueryTemplates {

    /** Stands for a name; no token of a query looks like it. */
    public static final String PLACEHOLDER = "{}";

    private final CompiledRecipe recipe;
    private final Tokens tokens = new Tokens();
    private final StringBuilder template = new StringBuilder();
    private final StringBuilder names = new StringBuilder();
    private final BitSet within = new BitSet();

    public QueryTemplates(CompiledRecipe recipe) {
        this.recipe = recipe;
    }

    /** Reads a query. */
    public void read(String query) {
        byte[] utf8 = query.getBytes(StandardCharsets.UTF_8);
        Tokenizer.tokenize(utf8, 0, utf8.length, tokens);
        template.setLength(0);
        names.setLength(0);
        within.clear();
        int at = 0;
        while (at < tokens.count()) {
            int end = nameEnd(at);
            template.append(template.length() > 0 ? " " : "").append(end > at ? PLACEHOLDER : token(at));
            if (end > at) {
                within.set(at + 1, end);
                names.append(names.length() > 0 ? ";" : "");
                for (int i = at; i < end; i++) {
                    names.append(i > at ? " " : "").append(token(i));
                }
            }
            at = Math.max(end, at + 1);
        }
    }

    /** The query read last, normalised. */
    public String normalised() {
        return tokens.toString();
    }

    /** The template of the query read last. */
    public String template() {
        return template.toString();
    }

    /** The names in the query read last, normalised, {@code ;} between them. */
    public String names() {
        return names.toString();
    }

    /** Whether a name of the query read last covers both a token and the one before it. */
    public boolean joinsWithPrevious(int token) {
        return within.get(token);
    }

    private String token(int i) {
        return new String(tokens.characters(), tokens.from(i), tokens.to(i) - tokens.from(i), StandardCharsets.UTF_8);
    }

    /** Where the longest name that starts at a token ends; {@code start} if there is none. */
    private int nameEnd(int start) {
        int node = PhraseTrie.ROOT;
        int end = start;
        for (int i = start; i < tokens.count(); i++) {
            int id = recipe.vocabulary.id(tokens.characters(), tokens.from(i), tokens.to(i));
            node = id == Vocabulary.UNKNOWN ? PhraseTrie.NONE : recipe.names.child(node, id);
            if (node == PhraseTrie.NONE) {
                break;
            }
            end = recipe.names.value(node) == PhraseTrie.NONE ? end : i + 1;
        }
        return end;
    }
}
