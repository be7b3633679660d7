package org.clickture.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clickture.ClicktureException;
import org.clickture.Recipe;
import org.clickture.lexicon.HomonymList;
import org.clickture.lexicon.LexiconHints;
import org.clickture.lexicon.Plurals;
import org.clickture.lexicon.Tokenizer;
import org.clickture.lexicon.Tokens;
import org.jspecify.annotations.Nullable;

/** Files of homonyms against the names: each a TSV with columns that {@link HomonymList} reads. */
final class HomonymChecks {

    private final Recipe recipe;
    private final LexiconRows rows;
    private final Names names;
    private final GateChecks gate;
    private final Findings findings;
    private final Set<String> otherKinds = new HashSet<>();
    /** The labels that a line speaks of. */
    private final Set<String> listed = new HashSet<>();
    /** The strong terms of the recipe's own file that are names. */
    private final List<Name> strong = new ArrayList<>();

    HomonymChecks(Recipe recipe, LexiconRows rows, Names names, GateChecks gate, Findings findings) {
        this.recipe = recipe;
        this.rows = rows;
        this.names = names;
        this.gate = gate;
        this.findings = findings;
        for (LexiconHints.Hint row : rows.all()) {
            otherKinds.add(Tokenizer.tokens(row.label()).toString());
            row.aliases()
                    .forEach(alias -> otherKinds.add(Tokenizer.tokens(alias).toString()));
        }
    }

    /** Checks the recipe's own file, and another one, or null. */
    void run(@Nullable Path other) {
        Path own = recipe.homonyms();
        boolean read = own != null && check(own, Rule.HOMONYM_PASSES_GATE);
        if (own != null && recipe.context().isEmpty() && !strong.isEmpty()) {
            String terms = Listing.of(strong, Name::text, "term", "terms");
            findings.add(Rule.HOMONYM_WITHOUT_CONTEXT, own, 0, terms);
        }
        if (other != null && (own == null || !same(own, other))) {
            read |= check(other, Rule.HOMONYM_UNUSED);
        }
        if (read) {
            markedButNotListed();
        }
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            // Whichever cannot be read is told of when it is.
            return false;
        }
    }

    /**
     * Checks a file.
     *
     * @param passing what a strong homonym is told of that passes the gate by itself
     * @return whether its lines can be read
     */
    private boolean check(Path file, Rule passing) {
        String text;
        try {
            text = HomonymList.text(file);
        } catch (ClicktureException e) {
            findings.refused(Rule.HOMONYMS, file, e);
            return false;
        }
        String[] lines = text.split("\r?\n", -1);
        List<String> header = Arrays.asList(lines[0].split("\t", -1));
        int term = header.indexOf("term");
        if (term < 0 || !header.contains("negative_context")) {
            findings.add(Rule.HOMONYMS, file, 1, "the header has no columns `term` and `negative_context`");
            return false;
        }
        int strength = header.indexOf("strength");
        Map<String, Integer> lineOf = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] fields = lines[i].split("\t", -1);
            if (fields.length == header.size()) {
                term(file, i + 1, fields[term], lineOf);
                if (strength >= 0) {
                    strength(file, i + 1, fields[term], fields[strength], passing);
                }
            } else if (!lines[i].isEmpty()) {
                findings.add(
                        Rule.HOMONYMS,
                        file,
                        i + 1L,
                        Plurals.counted(fields.length, "field") + ", the header has " + header.size());
            }
        }
        return true;
    }

    private void term(Path file, int line, String term, Map<String, Integer> lineOf) {
        String text = Tokenizer.tokens(term).toString();
        if (text.isEmpty()) {
            findings.add(Rule.HOMONYMS, file, line, "the term \"" + term + "\" has no letter or digit");
            return;
        }
        Integer first = lineOf.putIfAbsent(text, line);
        if (first != null) {
            findings.add(Rule.HOMONYM_TWICE, file, line, "\"" + term + "\" stands in line " + first + " as well");
        }
        Name name = names.found(text);
        if (name != null) {
            listed.add(name.label());
        } else if (!otherKinds.contains(text)) {
            findings.add(Rule.HOMONYM_NO_NAME, file, line, "\"" + term + "\"");
        }
    }

    private void strength(Path file, int line, String term, String strength, Rule passing) {
        Tokens tokens = Tokenizer.tokens(term);
        Name name = names.found(tokens.toString());
        if (!strength.equals("strong") && !strength.equals("weak")) {
            findings.add(
                    Rule.HOMONYMS,
                    file,
                    line,
                    "the strength of \"" + term + "\" is \"" + strength + "\"; it is `strong` or `weak`");
        } else if (strength.equals("strong") && name != null) {
            if (file.equals(recipe.homonyms())) {
                strong.add(name);
            }
            if (gate.passes(tokens.toList())) {
                recipe.gate().stream()
                        .filter(word ->
                                tokens.toList().contains(Tokenizer.tokens(word).toString()))
                        .forEach(word -> findings.add(passing, file, line, "\"" + term + "\" holds \"" + word + "\""));
            }
        }
    }

    private void markedButNotListed() {
        List<LexiconHints.Hint> missing = new ArrayList<>();
        for (LexiconHints.Hint row : rows.all()) {
            boolean takesPart = recipe.kinds().isEmpty() || recipe.kinds().contains(row.kind());
            if (takesPart && row.homonym() && !listed.contains(row.label())) {
                missing.add(row);
            }
        }
        if (!missing.isEmpty()) {
            findings.add(
                    Rule.MARKED_NOT_LISTED,
                    recipe.lexicon(),
                    missing.get(0).line(),
                    Listing.of(missing, LexiconHints.Hint::label, "label", "labels"));
        }
    }
}
