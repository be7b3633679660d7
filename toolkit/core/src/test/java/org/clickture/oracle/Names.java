package org.clickture.oracle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.clickture.MatchPolicy;

/** The names of a lexicon, each as its tokens, and the labels they stand for. */
final class Names {

    private final Map<List<String>, String> labels = new HashMap<>();
    private final MatchPolicy match;
    private final int longest;

    /** @throws IllegalArgumentException if a name is empty or belongs to two labels */
    Names(Rules rules) {
        match = rules.match();
        for (Rules.Entry entry : rules.lexicon()) {
            names(entry).forEach(name -> add(name, entry.label(), labels));
        }
        if (rules.plural()) {
            Map<List<String>, String> plurals = new HashMap<>();
            for (Rules.Entry entry : rules.lexicon()) {
                names(entry)
                        .map(Names::plural)
                        .filter(plural -> !labels.containsKey(plural))
                        .forEach(plural -> add(plural, entry.label(), plurals));
            }
            labels.putAll(plurals);
        }
        longest = labels.keySet().stream().mapToInt(List::size).max().orElse(0);
    }

    /** The labels of the names found among the tokens of a query. */
    SortedSet<String> labels(List<String> tokens) {
        SortedSet<String> found = new TreeSet<>();
        int at = 0;
        while (at < tokens.size()) {
            int next = at + 1;
            for (int end = Math.min(at + longest, tokens.size()); end > at; end--) {
                String label = labels.get(tokens.subList(at, end));
                if (label != null) {
                    found.add(label);
                    if (match == MatchPolicy.LONGEST) {
                        next = end;
                        break;
                    }
                }
            }
            at = next;
        }
        return found;
    }

    private static Stream<List<String>> names(Rules.Entry entry) {
        return Stream.concat(Stream.of(entry.label()), entry.aliases().stream()).map(Text::tokens);
    }

    private static void add(List<String> name, String label, Map<List<String>, String> labels) {
        String other = labels.putIfAbsent(name, label);
        if (name.isEmpty() || (other != null && !other.equals(label))) {
            throw new IllegalArgumentException(name + " of " + label + ", " + other);
        }
    }

    private static List<String> plural(List<String> name) {
        String last = name.get(name.size() - 1);
        String plural;
        if (last.matches("(?s).*[a-z&&[^aeiou]]y")) {
            plural = last.substring(0, last.length() - 1) + "ies";
        } else if (last.matches("(?s).*(s|x|z|ch|sh)")) {
            plural = last + "es";
        } else {
            plural = last + "s";
        }
        return Stream.concat(name.subList(0, name.size() - 1).stream(), Stream.of(plural))
                .toList();
    }
}
