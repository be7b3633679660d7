package org.clickture.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clickture.Recipe;
import org.clickture.lexicon.LexiconHints;
import org.clickture.lexicon.Tokenizer;
import org.clickture.lexicon.Tokens;

/** A file of homonyms against the names: a TSV with a column {@code term}. */
final class HomonymChecks {

    private final Recipe recipe;
    private final LexiconRows rows;
    private final Names names;
    private final Findings findings;
    private final Set<String> otherKinds = new HashSet<>();

    HomonymChecks(Recipe recipe, LexiconRows rows, Names names, Findings findings) {
        this.recipe = recipe;
        this.rows = rows;
        this.names = names;
        this.findings = findings;
        for (LexiconHints.Hint row : rows.all()) {
            otherKinds.add(Tokenizer.tokens(row.label()).toString());
            row.aliases()
                    .forEach(alias -> otherKinds.add(Tokenizer.tokens(alias).toString()));
        }
    }

    void run(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            findings.add(Rule.HOMONYMS, file, 0, "it cannot be read: " + e);
            return;
        }
        List<String> header =
                lines.isEmpty() ? List.of() : Arrays.asList(lines.get(0).split("\t", -1));
        int term = header.indexOf("term");
        if (term < 0 || !header.contains("negative_context")) {
            findings.add(Rule.HOMONYMS, file, 1, "the header has no columns `term` and `negative_context`");
            return;
        }
        int strength = header.indexOf("strength");
        Map<String, Integer> lineOf = new HashMap<>();
        Set<String> labels = new HashSet<>();
        for (int i = 1; i < lines.size(); i++) {
            String[] fields = lines.get(i).split("\t", -1);
            if (fields.length != header.size()) {
                if (!lines.get(i).isEmpty()) {
                    findings.add(
                            Rule.HOMONYMS, file, i + 1L, fields.length + " fields, the header has " + header.size());
                }
                continue;
            }
            term(file, i + 1, fields[term], lineOf, labels);
            if (strength >= 0 && fields[strength].equals("strong")) {
                passesGate(file, i + 1, fields[term]);
            }
        }
        markedButNotListed(labels);
    }

    private void term(Path file, int line, String term, Map<String, Integer> lineOf, Set<String> labels) {
        String text = Tokenizer.tokens(term).toString();
        Integer first = lineOf.putIfAbsent(text, line);
        if (first != null) {
            findings.add(Rule.HOMONYM_TWICE, file, line, "\"" + term + "\" stands in line " + first + " as well");
        }
        Name name = names.found(text);
        if (name == null) {
            if (!otherKinds.contains(text)) {
                findings.add(Rule.HOMONYM_NO_NAME, file, line, "\"" + term + "\"");
            }
        } else {
            labels.add(name.label());
        }
    }

    private void passesGate(Path file, int line, String term) {
        Tokens tokens = Tokenizer.tokens(term);
        if (names.found(tokens.toString()) != null) {
            recipe.gate().stream()
                    .filter(word ->
                            tokens.toList().contains(Tokenizer.tokens(word).toString()))
                    .forEach(word -> findings.add(
                            Rule.HOMONYM_PASSES_GATE, file, line, "\"" + term + "\" holds \"" + word + "\""));
        }
    }

    private void markedButNotListed(Set<String> listed) {
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
