package org.clickture.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clickture.Recipe;
import org.clickture.lexicon.LexiconHints;
import org.clickture.lexicon.Tokenizer;

/** Kinds and parents. */
final class RowChecks {

    private final Recipe recipe;
    private final LexiconRows rows;
    private final Names names;
    private final Findings findings;

    RowChecks(Recipe recipe, LexiconRows rows, Names names, Findings findings) {
        this.recipe = recipe;
        this.rows = rows;
        this.names = names;
        this.findings = findings;
    }

    void run(RecipeLines lines) {
        kinds(lines);
        List<LexiconHints.Hint> leftOutParents = new ArrayList<>();
        for (LexiconHints.Hint row : rows.all()) {
            if (takesPart(row)) {
                parent(row, leftOutParents);
            } else {
                otherKind(row);
            }
        }
        if (!leftOutParents.isEmpty()) {
            findings.add(
                    Rule.PARENT_LEFT_OUT,
                    recipe.lexicon(),
                    leftOutParents.get(0).line(),
                    Listing.of(
                            leftOutParents,
                            row -> row.label() + " < " + row.parent(),
                            "label has a parent of another kind",
                            "labels have a parent of another kind"));
        }
    }

    private boolean takesPart(LexiconHints.Hint row) {
        return recipe.kinds().isEmpty() || recipe.kinds().contains(row.kind());
    }

    private void kinds(RecipeLines lines) {
        for (String kind : recipe.kinds()) {
            if (rows.all().stream().noneMatch(row -> row.kind().equals(kind))) {
                Set<String> there = new HashSet<>();
                rows.all().forEach(row -> there.add(row.kind()));
                findings.add(
                        Rule.NO_SUCH_KIND,
                        recipe.file(),
                        lines.of("kinds", kind),
                        "kind \"" + kind + "\"; the lexicon has "
                                + String.join(", ", there.stream().sorted().toList()));
            }
        }
    }

    private void parent(LexiconHints.Hint row, List<LexiconHints.Hint> leftOutParents) {
        if (row.parent().isEmpty()) {
            return;
        }
        LexiconHints.Hint parent = rows.row(row.parent());
        if (parent == null) {
            findings.add(
                    Rule.NO_SUCH_PARENT,
                    recipe.lexicon(),
                    row.line(),
                    "\"" + row.label() + "\" has the parent \"" + row.parent() + "\"");
            return;
        }
        if (!takesPart(parent)) {
            leftOutParents.add(row);
        }
        List<String> chain = new ArrayList<>(List.of(row.label()));
        Set<String> seen = new HashSet<>(chain);
        while (parent != null && seen.add(parent.label())) {
            chain.add(parent.label());
            parent = parent.parent().isEmpty() ? null : rows.row(parent.parent());
        }
        if (parent != null && parent.label().equals(row.label())) {
            chain.add(row.label());
            findings.add(Rule.PARENT_CIRCLE, recipe.lexicon(), row.line(), String.join(" < ", chain));
        }
    }

    private void otherKind(LexiconHints.Hint row) {
        List<String> texts = new ArrayList<>(row.aliases());
        texts.add(0, row.label());
        for (String text : texts) {
            Name name = names.found(Tokenizer.tokens(text).toString());
            if (name != null) {
                findings.add(
                        Rule.OTHER_KIND,
                        recipe.lexicon(),
                        name.line(),
                        "\"" + text + "\" counts for \"" + name.label() + "\"; line " + row.line() + " has it for \""
                                + row.label() + "\" of kind " + row.kind());
            }
        }
    }
}
