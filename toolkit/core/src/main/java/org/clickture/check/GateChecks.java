package org.clickture.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clickture.Recipe;
import org.clickture.lexicon.Lexicon;
import org.clickture.lexicon.Tokenizer;

/** How the gate and the exclusions meet the names. */
final class GateChecks {

    private final Recipe recipe;
    private final Lexicon lexicon;
    private final Names names;
    private final RecipeLines lines;
    private final Findings findings;
    private final Map<String, String> gate = new LinkedHashMap<>();
    private final Map<String, List<String>> exclusions = new LinkedHashMap<>();

    GateChecks(Recipe recipe, Lexicon lexicon, Names names, RecipeLines lines, Findings findings) {
        this.recipe = recipe;
        this.lexicon = lexicon;
        this.names = names;
        this.lines = lines;
        this.findings = findings;
        recipe.gate().forEach(word -> gate.put(Tokenizer.tokens(word).toString(), word));
        for (String phrase : recipe.exclude()) {
            List<String> tokens = Tokenizer.tokens(phrase).toList();
            if (!tokens.isEmpty()) {
                exclusions.put(phrase, tokens);
            }
        }
    }

    /** Whether a query passes the gate and no exclusion. */
    boolean passes(List<String> query) {
        return (gate.isEmpty() || query.stream().anyMatch(gate::containsKey))
                && exclusions.values().stream().allMatch(phrase -> Collections.indexOfSubList(query, phrase) < 0);
    }

    boolean open() {
        return gate.isEmpty();
    }

    /** What a query has besides one token and the gate's words; all of it if the gate is open. */
    List<String> rest(List<String> query, int token) {
        List<String> rest = new ArrayList<>(query);
        if (!gate.isEmpty() && query.size() > 1) {
            rest.remove(token);
            rest.removeAll(gate.keySet());
        }
        return rest;
    }

    void run() {
        Map<String, List<Name>> holders = new LinkedHashMap<>();
        for (Name name : names.distinct()) {
            Set<String> gateWords = new HashSet<>(name.tokens());
            gateWords.retainAll(gate.keySet());
            if (gateWords.containsAll(name.tokens())) {
                findings.add(
                        Rule.NAME_IS_GATE,
                        lexicon.file(),
                        name.line(),
                        "\"" + name.text() + "\" is a name of \"" + name.label() + "\"");
            } else {
                gateWords.forEach(word ->
                        holders.computeIfAbsent(word, any -> new ArrayList<>()).add(name));
            }
            exclusions.forEach((phrase, tokens) -> {
                if (Collections.indexOfSubList(name.tokens(), tokens) >= 0) {
                    findings.add(
                            Rule.EXCLUSION_HIDES_NAME,
                            recipe.file(),
                            lines.of("exclude", phrase),
                            "\"" + phrase + "\" is in \"" + name.text() + "\", a name of \"" + name.label() + "\"");
                }
            });
        }
        gate.forEach((word, written) -> {
            List<Name> found = holders.getOrDefault(word, List.of());
            if (!found.isEmpty()) {
                findings.add(
                        Rule.GATE_IN_NAMES,
                        recipe.file(),
                        lines.of("gate", written),
                        "\"" + word + "\" is in " + Listing.of(found, Name::text, "name", "names"));
            }
        });
    }
}
