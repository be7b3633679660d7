package org.clickture.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clickture.MatchPolicy;

/** The names of a lexicon, each as its tokens, and the labels they stand for. */
final class Names {

    /** From how many letters on a word may be misspelt, and up to how many. */
    private static final String CORRECTABLE = "[a-z]{5,64}";

    private final Map<List<String>, String> labels = new HashMap<>();
    /** For each plural the names that it is the plural of. */
    private final Map<List<String>, Set<List<String>>> singulars = new HashMap<>();

    private final Set<String> knownWords = new HashSet<>();
    private final MatchPolicy match;
    private final boolean spelling;
    private final int longest;

    /**
     * A name in a query.
     *
     * @param start its first token
     * @param end the token behind its last one
     * @param name the name or plural that it is
     * @param singulars of a plural the names that it is the plural of; else empty
     * @param misspelt whether one of its tokens is not spelt as the name's
     */
    record Found(int start, int end, List<String> name, Set<List<String>> singulars, String label, boolean misspelt) {

        boolean holds(Found other) {
            return start <= other.start && other.end <= end;
        }

        /** Whether another one lies partly in it. */
        boolean cuts(Found other) {
            return start < other.end && other.start < end && !holds(other);
        }

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
                    singulars
                            .computeIfAbsent(plural(name), any -> new HashSet<>())
                            .add(name);
                });
            }
            labels.putAll(plurals);
        }
        longest = labels.keySet().stream().mapToInt(List::size).max().orElse(0);
        labels.keySet().forEach(knownWords::addAll);
        Stream.of(rules.gate(), rules.exclude(), rules.context(), rules.reject(), rules.compounds())
                .flatMap(List::stream)
                .map(Text::tokens)
                .forEach(knownWords::addAll);
        for (Rules.Homonym homonym : rules.homonyms()) {
            knownWords.addAll(Text.tokens(homonym.term()));
            against(rules, homonym).forEach(knownWords::addAll);
        }
    }

    /** The phrases against a homonym, each as its tokens; their plurals, too, if names match theirs. */
    static List<List<String>> against(Rules rules, Rules.Homonym homonym) {
        return homonym.against().stream()
                .map(Text::tokens)
                .flatMap(phrase -> rules.plural() ? Stream.of(phrase, plural(phrase)) : Stream.of(phrase))
                .toList();
    }

    /** The names among the tokens of a query. */
    List<Found> find(List<String> tokens) {
        List<Found> spelt = find(tokens, (start, end) -> {
            List<String> name = tokens.subList(start, end);
            return labels.containsKey(name) ? List.of(found(start, end, name, false)) : List.of();
        });
        List<Found> all = new ArrayList<>(spelt);
        if (spelling) {
            all.addAll(find(
                    tokens,
                    (start, end) -> labels.keySet().stream()
                            .filter(name -> isMisspelt(tokens.subList(start, end), name))
                            .filter(name -> !labels.containsKey(tokens.subList(start, end)))
                            .map(name -> found(start, end, name, true))
                            .filter(name ->
                                    match == MatchPolicy.ALL || spelt.stream().noneMatch(name::cuts))
                            .toList()));
        }
        return all;
    }

    /** From left to right: the longest names that start at a token, or all of them. */
    private List<Found> find(List<String> tokens, BiFunction<Integer, Integer, List<Found>> namesAt) {
        List<Found> found = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            int next = at + 1;
            for (int end = Math.min(at + longest, tokens.size()); end > at; end--) {
                List<Found> here = namesAt.apply(at, end);
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

    /** Whether tokens are a name but for one word that is one edit away, or that the lexicon itself writes in both ways. */
    private boolean isMisspelt(List<String> tokens, List<String> name) {
        if (tokens.size() != name.size()) {
            return false;
        }
        List<Integer> different = different(tokens, name);
        if (different.size() != 1) {
            return false;
        }
        String typed = tokens.get(different.get(0));
        String meant = name.get(different.get(0));
        if (!typed.matches(CORRECTABLE) || !meant.matches(CORRECTABLE)) {
            return false;
        }
        return knownWords.contains(typed)
                ? name.size() > 1 && areSpellings(typed, meant)
                : edits(meant).contains(typed);
    }

    /** Whether two names of one label are alike but for these words, and they are two edits apart or less. */
    private boolean areSpellings(String typed, String meant) {
        return isEdited(typed, meant, 2)
                && labels.entrySet().stream()
                        .anyMatch(one -> labels.entrySet().stream()
                                .anyMatch(other -> one.getValue().equals(other.getValue())
                                        && one.getKey().size() == other.getKey().size()
                                        && different(one.getKey(), other.getKey()).stream()
                                                .map(i -> List.of(
                                                        one.getKey().get(i),
                                                        other.getKey().get(i)))
                                                .toList()
                                                .equals(List.of(List.of(typed, meant)))));
    }

    private static List<Integer> different(List<String> one, List<String> other) {
        return IntStream.range(0, one.size())
                .filter(i -> !one.get(i).equals(other.get(i)))
                .boxed()
                .toList();
    }

    /** Whether so many letters, put in, left out or exchanged, are enough to make one word of the other. */
    private static boolean isEdited(String one, String other, int edits) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.length() + other.length() <= edits;
        }
        String rest = one.substring(1);
        String otherRest = other.substring(1);
        return (one.charAt(0) == other.charAt(0) && isEdited(rest, otherRest, edits))
                || (edits > 0
                        && (isEdited(rest, otherRest, edits - 1)
                                || isEdited(rest, other, edits - 1)
                                || isEdited(one, otherRest, edits - 1)));
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
        return new Found(start, end, tokens, singulars.getOrDefault(tokens, Set.of()), label, misspelt);
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
