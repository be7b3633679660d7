package org.clickture.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clickture.MatchPolicy;

/** The names of a lexicon, each as its tokens, and the labels they stand for. */
final class Names {

    /** From how many letters on a word may be misspelt, and up to how many. */
    private static final String CORRECTABLE = "[a-z]{5,64}";

    private final Map<List<String>, String> labels = new HashMap<>();
    /** For each plural what it is the plural of. */
    private final Map<List<String>, List<String>> singulars = new HashMap<>();

    private final Set<String> knownWords = new HashSet<>();
    private final MatchPolicy match;
    private final boolean spelling;
    private final int longest;

    /**
     * A name in a query.
     *
     * @param start its first token
     * @param end the token behind its last one
     * @param name the name that it is; of a plural what it is the plural of
     * @param misspelt whether one of its tokens is not spelt as the name's
     */
    record Found(int start, int end, List<String> name, String label, boolean misspelt) {

        boolean covers(int token) {
            return start <= token && token < end;
        }
    }

    /** @throws IllegalArgumentException if a name is empty or belongs to two labels */
    Names(Rules rules) {
        match = rules.match();
        spelling = rules.spelling() > 0;
        for (Rules.Entry entry : rules.lexicon()) {
            names(entry).forEach(name -> add(name, entry.label(), labels));
        }
        if (rules.plural()) {
            Map<List<String>, String> plurals = new HashMap<>();
            for (Rules.Entry entry : rules.lexicon()) {
                names(entry).filter(name -> !labels.containsKey(plural(name))).forEach(name -> {
                    add(plural(name), entry.label(), plurals);
                    singulars.put(plural(name), name);
                });
            }
            labels.putAll(plurals);
        }
        longest = labels.keySet().stream().mapToInt(List::size).max().orElse(0);
        labels.keySet().forEach(knownWords::addAll);
        Stream.of(rules.gate(), rules.exclude(), rules.context(), rules.reject())
                .flatMap(List::stream)
                .map(Text::tokens)
                .forEach(knownWords::addAll);
        for (Rules.Homonym homonym : rules.homonyms()) {
            knownWords.addAll(Text.tokens(homonym.term()));
            homonym.against().stream().map(Text::tokens).forEach(knownWords::addAll);
        }
    }

    /** The names among the tokens of a query, misspelt ones behind the others. */
    List<Found> find(List<String> tokens) {
        List<Found> found = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            int next = at + 1;
            for (int end = Math.min(at + longest, tokens.size()); end > at; end--) {
                List<String> name = tokens.subList(at, end);
                if (labels.containsKey(name)) {
                    found.add(found(at, end, name, false));
                    if (match == MatchPolicy.LONGEST) {
                        next = end;
                        break;
                    }
                }
            }
            at = next;
        }
        if (spelling) {
            found.addAll(findMisspelt(tokens, found));
        }
        return found;
    }

    private List<Found> findMisspelt(List<String> tokens, List<Found> spelt) {
        List<Found> found = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            int next = at + 1;
            for (int end = Math.min(at + longest, tokens.size()); end > at; end--) {
                int start = at;
                int to = end;
                boolean free = IntStream.range(at, end)
                        .noneMatch(token -> spelt.stream().anyMatch(name -> name.covers(token)));
                List<Found> here = labels.keySet().stream()
                        .filter(name -> free && isMisspelt(tokens.subList(start, to), name))
                        .map(name -> found(start, to, name, true))
                        .toList();
                found.addAll(here);
                if (match == MatchPolicy.LONGEST && !here.isEmpty()) {
                    next = end;
                    break;
                }
            }
            at = next;
        }
        return found;
    }

    /** Whether tokens are a name but for one unknown word that is one edit away. */
    private boolean isMisspelt(List<String> tokens, List<String> name) {
        if (tokens.size() != name.size()) {
            return false;
        }
        List<Integer> different = IntStream.range(0, name.size())
                .filter(i -> !tokens.get(i).equals(name.get(i)))
                .boxed()
                .toList();
        if (different.size() != 1) {
            return false;
        }
        String typed = tokens.get(different.get(0));
        String meant = name.get(different.get(0));
        return !knownWords.contains(typed)
                && typed.matches(CORRECTABLE)
                && meant.matches(CORRECTABLE)
                && edits(meant).contains(typed);
    }

    /** All that one edit can make of a word. */
    private static Set<String> edits(String word) {
        Set<String> edits = new HashSet<>();
        for (int i = 0; i <= word.length(); i++) {
            String before = word.substring(0, i);
            String behind = word.substring(i);
            for (char c = 'a'; c <= 'z'; c++) {
                edits.add(before + c + behind);
                if (!behind.isEmpty()) {
                    edits.add(before + c + behind.substring(1));
                }
            }
            if (!behind.isEmpty()) {
                edits.add(before + behind.substring(1));
            }
            if (behind.length() > 1) {
                edits.add(before + behind.charAt(1) + behind.charAt(0) + behind.substring(2));
            }
        }
        return edits;
    }

    private Found found(int start, int end, List<String> name, boolean misspelt) {
        List<String> tokens = List.copyOf(name);
        String label = labels.getOrDefault(tokens, "");
        return new Found(start, end, singulars.getOrDefault(tokens, tokens), label, misspelt);
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
