package org.clickture.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.clickture.MatchPolicy;
import org.clickture.Recipe;
import org.clickture.lexicon.Lexicon;

/** Names that get into each other's way. */
final class NameChecks {

    private static final int SHORT = 2;

    private final Recipe recipe;
    private final Lexicon lexicon;
    private final Names names;
    private final Findings findings;

    NameChecks(Recipe recipe, Lexicon lexicon, Names names, Findings findings) {
        this.recipe = recipe;
        this.lexicon = lexicon;
        this.names = names;
        this.findings = findings;
    }

    void run() {
        for (Name name : names.distinct()) {
            shortName(name);
            if (recipe.plural()) {
                pluralIsName(name);
            }
        }
        insideNames();
        if (recipe.match() == MatchPolicy.ALL) {
            acrossNames();
        }
        needlessAliases();
        noAliases();
    }

    private void shortName(Name name) {
        boolean number = name.tokens().stream().allMatch(token -> token.chars().allMatch(Character::isDigit));
        if (number || name.text().length() <= SHORT) {
            add(Rule.SHORT_NAME, name, "\"" + name.text() + "\" is a name of \"" + name.label() + "\"");
        }
    }

    private void pluralIsName(Name name) {
        Name other = names.written(Names.plural(name));
        if (other != null && !other.sameLabel(name)) {
            add(
                    Rule.PLURAL_IS_NAME,
                    name,
                    "\"" + other.text() + "\" is the plural of \"" + name.text() + "\" and a name of \"" + other.label()
                            + "\"");
        }
    }

    /** One finding for each shorter name. */
    private void insideNames() {
        Map<Name, List<Name>> longer = new LinkedHashMap<>();
        for (Name name : names.distinct()) {
            Set<Name> inside = new HashSet<>();
            int size = name.tokens().size();
            for (int from = 0; from < size; from++) {
                for (int to = from + 1; to <= size; to++) {
                    Name shorter = to - from == size ? null : names.written(phrase(name, from, to));
                    if (shorter != null && !shorter.sameLabel(name) && inside.add(shorter)) {
                        longer.computeIfAbsent(shorter, any -> new ArrayList<>())
                                .add(name);
                    }
                }
            }
        }
        Rule rule = recipe.match() == MatchPolicy.ALL ? Rule.NAMES_INSIDE_NAMES : Rule.LONGER_NAMES;
        longer.forEach((shorter, found) -> add(
                rule,
                shorter,
                "\"" + shorter.text() + "\" is inside "
                        + Listing.of(found, Name::text, "name of another label", "names of other labels")));
    }

    /** One finding for each phrase that ends one name and begins another. */
    private void acrossNames() {
        Map<String, List<Name>> beginnings = new HashMap<>();
        for (Name name : names.distinct()) {
            for (int to = 1; to < name.tokens().size(); to++) {
                beginnings
                        .computeIfAbsent(phrase(name, 0, to), any -> new ArrayList<>())
                        .add(name);
            }
        }
        Map<String, List<String>> pairs = new TreeMap<>();
        Map<String, Name> first = new HashMap<>();
        for (Name name : names.distinct()) {
            int size = name.tokens().size();
            for (int from = 1; from < size; from++) {
                String shared = phrase(name, from, size);
                for (Name next : beginnings.getOrDefault(shared, List.of())) {
                    if (!next.sameLabel(name)) {
                        pairs.computeIfAbsent(shared, any -> new ArrayList<>()).add(name.text() + " / " + next.text());
                        first.putIfAbsent(shared, name);
                    }
                }
            }
        }
        pairs.forEach((shared, found) -> {
            Name name = first.get(shared);
            if (name != null) {
                add(
                        Rule.NAMES_ACROSS_NAMES,
                        name,
                        "\"" + shared + "\" ends one name and begins the other in "
                                + Listing.of(found, pair -> pair, "pair", "pairs"));
            }
        });
    }

    private void needlessAliases() {
        Set<String> seen = new HashSet<>();
        for (Name name : names.all()) {
            Name first = names.written(name.text());
            if (first == null || !first.sameLabel(name)) {
                continue;
            }
            if (!seen.add(name.text())) {
                add(Rule.NEEDLESS_ALIAS, name, "\"" + name.written() + "\" is \"" + first.written() + "\" again");
                continue;
            }
            Name plural = recipe.plural() ? names.written(Names.plural(name)) : null;
            if (plural != null && plural.alias() && plural.sameLabel(name)) {
                add(
                        Rule.NEEDLESS_ALIAS,
                        plural,
                        "\"" + plural.written() + "\" is the plural of \"" + name.written() + "\"");
            }
        }
    }

    private void noAliases() {
        List<Lexicon.Entry> without = lexicon.entries().stream()
                .filter(entry -> entry.aliases().isEmpty())
                .toList();
        if (!without.isEmpty()) {
            findings.add(
                    Rule.NO_ALIASES,
                    lexicon.file(),
                    without.get(0).line(),
                    Listing.of(without, Lexicon.Entry::label, "label has no aliases", "labels have no aliases"));
        }
    }

    private void add(Rule rule, Name name, String what) {
        findings.add(rule, lexicon.file(), name.line(), what);
    }

    private static String phrase(Name name, int from, int to) {
        return String.join(" ", name.tokens().subList(from, to));
    }
}
