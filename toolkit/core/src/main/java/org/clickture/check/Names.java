package org.clickture.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clickture.lexicon.Lexicon;
import org.clickture.lexicon.Plurals;
import org.clickture.lexicon.Tokenizer;
import org.jspecify.annotations.Nullable;

/** The names that take part, as they are read in a query. Immutable. */
final class Names {

    private final List<Name> all = new ArrayList<>();
    private final Map<String, Name> written = new LinkedHashMap<>();
    private final Map<String, Name> plurals = new LinkedHashMap<>();
    private final int longest;

    Names(Lexicon lexicon, boolean plural) {
        for (Lexicon.Entry entry : lexicon.entries()) {
            add(entry.label(), entry, false);
            entry.aliases().forEach(alias -> add(alias, entry, true));
        }
        if (plural) {
            for (Name name : written.values()) {
                String text = plural(name);
                if (!written.containsKey(text)) {
                    plurals.putIfAbsent(text, name);
                }
            }
        }
        longest = all.stream().mapToInt(name -> name.tokens().size()).max().orElse(0);
    }

    private void add(String text, Lexicon.Entry entry, boolean alias) {
        Name name = new Name(text, Tokenizer.tokens(text).toList(), entry.label(), entry.line(), alias);
        all.add(name);
        if (!name.tokens().isEmpty()) {
            written.putIfAbsent(name.text(), name);
        }
    }

    /** Every name, in the order of the file; names without a token and repeated ones too. */
    List<Name> all() {
        return all;
    }

    /** The names with a token, each text once: the first name that has it. */
    Iterable<Name> distinct() {
        return written.values();
    }

    /** The name that is written so, or null. */
    @Nullable
    Name written(String text) {
        return written.get(text);
    }

    /** The name that is found by this text, written so or as a plural, or null. */
    @Nullable
    Name found(String text) {
        Name name = written.get(text);
        return name != null ? name : plurals.get(text);
    }

    /** The most tokens of a name. */
    int longest() {
        return longest;
    }

    /** The plural that a name is found by as well. */
    static String plural(Name name) {
        List<String> tokens = new ArrayList<>(name.tokens());
        int last = tokens.size() - 1;
        tokens.set(last, Plurals.of(tokens.get(last)));
        return String.join(" ", tokens);
    }
}
