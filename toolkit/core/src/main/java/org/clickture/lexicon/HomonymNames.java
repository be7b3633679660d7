package org.clickture.lexicon;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clickture.NameForm;

/**
 * The names that a list of homonyms speaks of. A line speaks of
 *
 * <ol>
 *   <li>its term, if that is a name or a plural;
 *   <li>the term's plural;
 *   <li>other names of the term's label that leave inner letters of its words out ("st bernard" for "saint bernard"), and
 *       their plurals.
 * </ol>
 *
 * The earlier goes before the later. Of a name that two lines speak of in the same way both hold: it is strong if one of them
 * is, and what is against either is against it. So the order of the lines means nothing.
 */
final class HomonymNames {

    private final Map<String, NameSource> sources;
    private final SortedMap<String, Homonym> found = new TreeMap<>();

    private HomonymNames(Map<String, NameSource> sources, List<Homonym> lines) {
        this.sources = sources;
        SortedMap<String, Homonym> terms = new TreeMap<>();
        for (Homonym homonym : lines) {
            String term = Tokenizer.tokens(homonym.term()).toString();
            if (sources.containsKey(term)) {
                terms.put(term, homonym);
            }
        }
        addWithPlurals(shortened(terms));
        addWithPlurals(terms);
    }

    /**
     * What a list says about names.
     *
     * @param sources every name that is looked for, plurals too, normalised
     * @param lines the list, each term once; terms that are no names mean nothing
     * @return the homonyms by normalised name
     */
    static SortedMap<String, Homonym> of(Map<String, NameSource> sources, List<Homonym> lines) {
        return Collections.unmodifiableSortedMap(new HomonymNames(sources, lines).found);
    }

    private void addWithPlurals(Map<String, Homonym> names) {
        SortedMap<String, Homonym> plurals = new TreeMap<>();
        names.forEach((name, homonym) -> {
            String plural = CompiledRecipe.plural(Tokenizer.tokens(name)).toString();
            NameSource source = sources.get(plural);
            if (source != null && source.form() == NameForm.PLURAL) {
                plurals.merge(plural, homonym, HomonymNames::both);
            }
        });
        found.putAll(plurals);
        found.putAll(names);
    }

    private SortedMap<String, Homonym> shortened(Map<String, Homonym> terms) {
        SortedMap<String, Homonym> shortened = new TreeMap<>();
        terms.forEach((term, homonym) -> {
            NameSource source = sources.get(term);
            if (source != null && source.form() != NameForm.PLURAL) {
                sources.forEach((name, other) -> {
                    if (other.label().equals(source.label())
                            && other.form() != NameForm.PLURAL
                            && shortens(name, term)) {
                        shortened.merge(name, homonym, HomonymNames::both);
                    }
                });
            }
        });
        return shortened;
    }

    private static Homonym both(Homonym one, Homonym other) {
        return new Homonym(
                one.term(),
                one.strong() || other.strong(),
                Stream.concat(one.against().stream(), other.against().stream()).toList());
    }

    /** Whether a name has the words of a term, at least one of them with letters left out, but not the first and the last. */
    static boolean shortens(String name, String term) {
        String[] words = name.split(" ", -1);
        String[] whole = term.split(" ", -1);
        boolean all = words.length == whole.length && name.length() < term.length();
        for (int i = 0; i < words.length && all; i++) {
            all = words[i].equals(whole[i]) || isShortened(words[i], whole[i]);
        }
        return all;
    }

    private static boolean isShortened(String word, String whole) {
        int end = word.length() - 1;
        int at = 0;
        for (int i = 0; i < whole.length() - 1 && at < end; i++) {
            at += word.charAt(at) == whole.charAt(i) ? 1 : 0;
        }
        return end > 0
                && at == end
                && word.charAt(0) == whole.charAt(0)
                && whole.charAt(whole.length() - 1) == word.charAt(end);
    }
}
