package org.clickture.lexicon;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.clickture.ClicktureException;
import org.clickture.MatchPolicy;
import org.clickture.NameForm;
import org.clickture.Recipe;
import org.jspecify.annotations.Nullable;

/**
 * A recipe with its lexicon, made ready to read queries: gate words, exclusions and names as token numbers. Immutable and
 * safe for use by several threads, each with its own {@link Matcher}.
 */
public final class CompiledRecipe {

    private final Recipe recipe;
    private final Lexicon lexicon;
    private final List<String> labels;
    private final List<String> gateWords = new ArrayList<>();

    final Vocabulary vocabulary = new Vocabulary();
    final BitSet gate = new BitSet();
    final PhraseTrie exclusions = new PhraseTrie();
    final PhraseTrie names = new PhraseTrie();
    private final BeginningFilter nameBeginnings = new BeginningFilter();
    /** For each name, normalised, where it comes from; for people, not for the scan. */
    private final Map<String, NameSource> nameSources = new HashMap<>();

    private final Optional<HomonymList> homonyms;
    /** What else is asked of a name; null if nothing is. */
    final @Nullable NameRules nameRules;
    /** The words that say of what kind the named things are: of the gate, or a phrase of {@code context}; names are none. */
    final BitSet kindWords = new BitSet();

    private CompiledRecipe(Recipe recipe, Lexicon lexicon, Optional<HomonymList> homonyms) {
        this.recipe = recipe;
        this.lexicon = lexicon;
        this.homonyms = homonyms;
        this.labels = lexicon.labels();
        compileGate();
        compileExclusions();
        compileNames();
        // Last, for a word that is known by now is not misspelt.
        nameRules = recipe.hasNameRules() ? NameRules.of(this) : null;
        findKindWords();
    }

    /**
     * Reads the files that a recipe names, and compiles it.
     *
     * @throws ClicktureException if a file cannot be used, a gate word is not one token, a phrase or a name has no token, or
     *     a name or a plural belongs to two labels
     */
    public static CompiledRecipe of(Recipe recipe) {
        return of(recipe, LexiconReader.read(recipe));
    }

    /** The same with a lexicon that was read before. */
    public static CompiledRecipe of(Recipe recipe, Lexicon lexicon) {
        return of(recipe, lexicon, Optional.ofNullable(recipe.homonyms()).map(HomonymList::read));
    }

    /** The same with homonyms that were read before. */
    public static CompiledRecipe of(Recipe recipe, Lexicon lexicon, Optional<HomonymList> homonyms) {
        return new CompiledRecipe(recipe, lexicon, homonyms);
    }

    public Recipe recipe() {
        return recipe;
    }

    public Lexicon lexicon() {
        return lexicon;
    }

    /** The homonyms of the recipe; empty if it names none. */
    public Optional<HomonymList> homonyms() {
        return homonyms;
    }

    /** The labels, sorted by UTF-16 code units; a label's id is its position. */
    public List<String> labels() {
        return labels;
    }

    /** The gate's words, normalised; empty = every row passes. */
    public List<String> gateWords() {
        return List.copyOf(gateWords);
    }

    /** A new matcher, for one thread. */
    public Matcher newMatcher() {
        return new Matcher(this);
    }

    /** Whether token {@code i} may be the first one of a name; false is certain, true is not. */
    boolean mayBeginName(Tokens tokens, int i) {
        return nameBeginnings.mayHave(tokens.characters(), tokens.from(i), tokens.to(i));
    }

    /** Every name that is looked for, plurals too, normalised, with where it comes from. */
    Map<String, NameSource> nameSources() {
        return Collections.unmodifiableMap(nameSources);
    }

    /**
     * What a list says about the recipe's names: a line speaks of its term, of the term's plural, and of names that leave inner
     * letters of it out. If names match their plurals, so does what is against them.
     *
     * @return the homonyms by normalised name; terms that are no names are left out
     */
    public SortedMap<String, Homonym> homonymNames(HomonymList list) {
        return HomonymNames.of(nameSources, terms(list));
    }

    /** The terms of a list, and what is against them as queries may hold it. */
    List<Homonym> terms(HomonymList list) {
        return recipe.plural() ? list.terms().stream().map(Homonym::withPlurals).toList() : list.terms();
    }

    boolean matchesAll() {
        return recipe.match() == MatchPolicy.ALL;
    }

    private void compileGate() {
        for (String word : recipe.gate()) {
            Tokens tokens = Tokenizer.tokens(word);
            if (tokens.count() != 1) {
                throw new ClicktureException(recipe.file() + ": gate word \"" + word + "\" has " + tokens.count()
                        + " tokens; a gate word is one word");
            }
            gateWords.add(tokens.toString());
            gate.set(vocabulary.addAll(tokens)[0]);
        }
    }

    private void findKindWords() {
        Stream.concat(recipe.gate().stream(), recipe.context().stream().filter(phrase -> !phrase.contains("*")))
                .map(Tokenizer::tokens)
                .filter(phrase -> phrase.count() == 1)
                .map(vocabulary::addAll)
                .filter(word -> !isName(word))
                .forEach(word -> kindWords.set(word[0]));
    }

    private boolean isName(int[] tokens) {
        int node = names.find(tokens);
        return node != PhraseTrie.NONE && names.value(node) != PhraseTrie.NONE;
    }

    private void compileExclusions() {
        for (String phrase : recipe.exclude()) {
            Tokens tokens = Tokenizer.tokens(phrase);
            if (tokens.count() == 0) {
                throw new ClicktureException(
                        recipe.file() + ": exclusion \"" + phrase + "\" has no letter or digit; remove it");
            }
            exclusions.add(vocabulary.addAll(tokens), 0);
        }
    }

    private void compileNames() {
        Map<String, Lexicon.Entry> written = new HashMap<>();
        List<Tokens> names = new ArrayList<>();
        List<NameSource> sources = new ArrayList<>();
        List<Lexicon.Entry> owners = new ArrayList<>();
        for (Lexicon.Entry entry : lexicon.entries()) {
            List<String> texts = new ArrayList<>(entry.aliases());
            texts.add(0, entry.label());
            NameForm form = NameForm.NAME;
            for (String text : texts) {
                Tokens tokens = Tokenizer.tokens(text);
                if (tokens.count() == 0) {
                    throw at(entry, "empty name \"" + text + "\" of \"" + entry.label() + "\"; remove it");
                }
                claim(written, tokens.toString(), entry, "name");
                names.add(tokens);
                sources.add(new NameSource(text, form, entry.label()));
                owners.add(entry);
                form = NameForm.ALIAS;
            }
        }
        Map<String, Lexicon.Entry> plurals = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            NameSource source = sources.get(i);
            addName(names.get(i), source);
            if (recipe.plural()) {
                Tokens plural = plural(names.get(i));
                if (!written.containsKey(plural.toString())) {
                    claim(plurals, plural.toString(), owners.get(i), "plural");
                    addName(plural, new NameSource(source.text(), NameForm.PLURAL, source.label()));
                }
            }
        }
    }

    private void addName(Tokens name, NameSource source) {
        names.add(vocabulary.addAll(name), Collections.binarySearch(labels, source.label()));
        nameSources.putIfAbsent(name.toString(), source);
        nameBeginnings.add(name.characters(), name.from(0), name.to(0));
    }

    static Tokens plural(Tokens name) {
        List<String> tokens = name.toList();
        int last = tokens.size() - 1;
        tokens.set(last, Plurals.of(tokens.get(last)));
        return Tokenizer.tokens(String.join(" ", tokens));
    }

    private void claim(Map<String, Lexicon.Entry> owners, String name, Lexicon.Entry entry, String what) {
        Lexicon.Entry other = owners.putIfAbsent(name, entry);
        if (other != null && !other.label().equals(entry.label())) {
            throw at(
                    entry,
                    "the " + what + " \"" + name + "\" stands for \"" + entry.label() + "\" here and for \""
                            + other.label() + "\" in line " + other.line() + "; leave it to one of them");
        }
    }

    private ClicktureException at(Lexicon.Entry entry, String message) {
        return new ClicktureException(lexicon.file() + ":" + entry.line() + ": " + message);
    }
}
