package org.clickture.oracle;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clickture.MatchPolicy;
import org.jspecify.annotations.Nullable;

/** Which of the names in one query count. */
final class Judgement {

    private static final String SLOT = "*";

    private final Rules rules;
    private final List<String> tokens;
    private final List<Names.Found> names;

    Judgement(Rules rules, List<String> tokens, List<Names.Found> names) {
        this.rules = rules;
        this.tokens = tokens;
        this.names = names;
    }

    /** The labels that are named without a mistake and not inside a misspelt name. */
    Set<String> certain() {
        return labels(name -> !name.misspelt() && !isInside(name));
    }

    /** The labels that are named with a mistake, and are not certain. */
    Set<String> misspelt() {
        Set<String> misspelt = labels(Names.Found::misspelt);
        misspelt.removeAll(certain());
        return misspelt;
    }

    /** The labels that are named inside misspelt names, and are not certain. */
    Set<String> inside() {
        Set<String> inside = labels(name -> !name.misspelt() && isInside(name));
        inside.removeAll(certain());
        return inside;
    }

    /** The labels of an image that has some labels: misspelt names count for those, names inside them if they do not. */
    Set<String> labels(Set<String> ofImage) {
        Set<String> labels = misspelt();
        labels.retainAll(ofImage);
        if (labels.isEmpty()) {
            labels = inside();
        }
        labels.addAll(certain());
        return labels;
    }

    private boolean isInside(Names.Found name) {
        return rules.match() == MatchPolicy.LONGEST
                && rules.spelling() > 0
                && names.stream().anyMatch(other -> other.misspelt() && counts(other) && other.holds(name));
    }

    private Set<String> labels(Predicate<Names.Found> which) {
        Set<String> labels = new TreeSet<>();
        names.stream()
                .filter(which)
                .filter(this::counts)
                .map(Names.Found::label)
                .forEach(labels::add);
        return labels;
    }

    private boolean counts(Names.Found name) {
        return countsAlone(name)
                || (isInDoubtOnly(name)
                        && names.stream()
                                .anyMatch(other -> !other.misspelt()
                                        && !other.label().equals(name.label())
                                        && countsAlone(other)));
    }

    private boolean countsAlone(Names.Found name) {
        return !speaksOf(rules.reject(), name)
                && homonyms(name)
                        .noneMatch(homonym -> isMeantOtherwise(homonym, name)
                                || (homonym.strong() && !speaksOf(rules.context(), name)));
    }

    /** Whether all that a name lacks is a word that speaks for it. */
    private boolean isInDoubtOnly(Names.Found name) {
        return !speaksOf(rules.reject(), name) && homonyms(name).noneMatch(homonym -> isMeantOtherwise(homonym, name));
    }

    /** The homonyms that the name is; if there are none those that it is the plural of, else those that it shortens. */
    private Stream<Rules.Homonym> homonyms(Names.Found name) {
        Set<List<String>> written = name.singulars().isEmpty() ? Set.of(name.name()) : name.singulars();
        List<BiPredicate<Names.Found, List<String>>> ways = List.of(
                (found, term) -> found.name().equals(term),
                (found, term) -> found.singulars().contains(term),
                (found, term) -> written.stream().anyMatch(words -> shortens(words, term, found.label())));
        return ways.stream()
                .map(way -> rules.homonyms().stream()
                        .filter(homonym -> way.test(name, Text.tokens(homonym.term())))
                        .toList())
                .filter(homonyms -> !homonyms.isEmpty())
                .findFirst()
                .stream()
                .flatMap(List::stream);
    }

    /** Whether the term is a name of the label, and the words that without some inner letters. */
    private boolean shortens(List<String> words, List<String> term, String label) {
        return words.size() == term.size()
                && !words.equals(term)
                && rules.lexicon().stream()
                        .filter(entry -> entry.label().equals(label))
                        .flatMap(entry -> Stream.concat(Stream.of(entry.label()), entry.aliases().stream()))
                        .anyMatch(text -> Text.tokens(text).equals(term))
                && IntStream.range(0, term.size()).allMatch(i -> {
                    String word = words.get(i);
                    String inner = word.length() < 2 ? "" : word.substring(1, word.length() - 1);
                    return word.equals(term.get(i))
                            || (word.length() > 1
                                    && word.length() < term.get(i).length()
                                    && term.get(i)
                                            .matches(word.charAt(0) + ".*" + inner.replaceAll("(.)", "$1.*")
                                                    + word.charAt(word.length() - 1)));
                });
    }

    private boolean isMeantOtherwise(Rules.Homonym homonym, Names.Found name) {
        return Names.against(rules, homonym).stream()
                        .anyMatch(phrase -> Collections.indexOfSubList(tokens, phrase) >= 0)
                && rules.context().stream()
                        .map(Judgement::words)
                        .noneMatch(phrase -> !phrase.contains(SLOT) && stands(phrase, 0, name.end(), null, false));
    }

    private boolean speaksOf(List<String> phrases, Names.Found name) {
        return phrases.stream()
                .map(Judgement::words)
                .anyMatch(phrase -> IntStream.range(0, tokens.size())
                        .anyMatch(start -> stands(phrase, 0, start, name, !phrase.contains(SLOT))));
    }

    /**
     * Whether a phrase, from one of its words on, stands at a token.
     *
     * @param wanted a name that must be in a slot, or null if none must
     * @param there whether it was in one
     */
    private boolean stands(List<String> phrase, int from, int token, Names.@Nullable Found wanted, boolean there) {
        if (from == phrase.size()) {
            return there || wanted == null;
        }
        if (phrase.get(from).equals(SLOT)) {
            return names.stream()
                    .filter(name -> name.start() == token)
                    .anyMatch(name -> stands(phrase, from + 1, name.end(), wanted, there || name.equals(wanted)));
        }
        return token < tokens.size()
                && tokens.get(token).equals(phrase.get(from))
                && isOutsideNames(token)
                && !isInCompound(token)
                && stands(phrase, from + 1, token + 1, wanted, there);
    }

    private boolean isOutsideNames(int token) {
        return names.stream().noneMatch(name -> name.covers(token));
    }

    private boolean isInCompound(int token) {
        return rules.compounds().stream()
                .map(Text::tokens)
                .anyMatch(words -> IntStream.rangeClosed(token - words.size() + 1, token)
                        .anyMatch(start -> start >= 0
                                && start + words.size() <= tokens.size()
                                && tokens.subList(start, start + words.size()).equals(words)
                                && IntStream.range(start, start + words.size()).allMatch(this::isOutsideNames)));
    }

    /** The words of a phrase and its slots. */
    private static List<String> words(String phrase) {
        String[] parts = phrase.split("\\*", -1);
        return IntStream.range(0, parts.length)
                .boxed()
                .flatMap(i -> Stream.concat(i == 0 ? Stream.of() : Stream.of(SLOT), Text.tokens(parts[i]).stream()))
                .toList();
    }
}
