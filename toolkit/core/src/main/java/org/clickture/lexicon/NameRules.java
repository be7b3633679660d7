package org.clickture.lexicon;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.clickture.ClicktureException;
import org.clickture.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a recipe asks of a name beyond that it is there. A name does not count
 *
 * <ol>
 *   <li>if a phrase of {@code reject} speaks of it;
 *   <li>if it is a homonym and one of its negative phrases is in the query, unless a phrase of {@code context} stands right
 *       behind it (the last word of an English compound says what it is: "boxer puppies");
 *   <li>if it is a strong homonym, and neither a phrase of {@code context} speaks of it nor a name of another label counts;
 *   <li>for now, if it is misspelt, or by the longest match inside a misspelt one: what else the image is clicked for decides.
 * </ol>
 *
 * Immutable; safe for use by several threads.
 */
final class NameRules {

    private static final int NO_HOMONYM = -1;

    private final CompiledRecipe recipe;
    private final SlottedPhrases reject;
    private final SlottedPhrases context;
    private final Compounds compounds;
    /** For each node where a name ends the number of its homonym. */
    private final int[] homonymAt;

    private final boolean[] strong;
    /** Negative phrases of all homonyms, each with its number. */
    private final PhraseTrie negatives = new PhraseTrie();
    /** For each homonym the numbers of its negative phrases. */
    private final BitSet[] against;

    private final int negativeCount;
    private final @Nullable Misspelt misspelt;

    private NameRules(CompiledRecipe recipe, List<Homonym> lines) {
        this.recipe = recipe;
        // Words of terms that are no names are known, too: they are no misspelt names.
        lines.stream()
                .flatMap(homonym -> Stream.concat(Stream.of(homonym.term()), homonym.against().stream()))
                .forEach(text -> recipe.vocabulary.addAll(Tokenizer.tokens(text)));
        SortedMap<String, Homonym> homonyms = HomonymNames.of(recipe.nameSources(), lines);
        reject = phrases("reject", recipe.recipe().reject());
        context = phrases("context", recipe.recipe().context());
        recipe.recipe().compounds().forEach(text -> requireToken("compounds", text));
        compounds = new Compounds(recipe.vocabulary, recipe.recipe().compounds());
        homonymAt = new int[recipe.names.size()];
        Arrays.fill(homonymAt, NO_HOMONYM);
        strong = new boolean[homonyms.size()];
        against = new BitSet[homonyms.size()];
        Map<String, Integer> numbers = new HashMap<>();
        int next = 0;
        for (Map.Entry<String, Homonym> entry : homonyms.entrySet()) {
            int homonym = next++;
            homonymAt[recipe.names.find(recipe.vocabulary.addAll(Tokenizer.tokens(entry.getKey())))] = homonym;
            strong[homonym] = entry.getValue().strong();
            against[homonym] = new BitSet();
            for (String phrase : entry.getValue().against()) {
                Tokens tokens = Tokenizer.tokens(phrase);
                int number = numbers.computeIfAbsent(tokens.toString(), text -> numbers.size());
                negatives.add(recipe.vocabulary.addAll(tokens), number);
                against[homonym].set(number);
            }
        }
        negativeCount = numbers.size();
        misspelt = recipe.recipe().spelling() > 0
                ? new Misspelt(corrections(recipe), new Spellings(recipe.nameSources(), recipe.vocabulary))
                : null;
    }

    /** The rules of a recipe whose names are compiled. */
    static NameRules of(CompiledRecipe recipe) {
        return new NameRules(recipe, recipe.homonyms().map(recipe::terms).orElse(List.of()));
    }

    /** The words of all names, to correct others by. */
    private static Corrections corrections(CompiledRecipe recipe) {
        Corrections corrections = new Corrections();
        for (String name : recipe.nameSources().keySet()) {
            Tokens tokens = Tokenizer.tokens(name);
            int[] ids = recipe.vocabulary.addAll(tokens);
            for (int i = 0; i < ids.length; i++) {
                corrections.add(ids[i], tokens.characters(), tokens.from(i), tokens.to(i));
            }
        }
        return corrections;
    }

    private SlottedPhrases phrases(String key, List<String> texts) {
        SlottedPhrases phrases = new SlottedPhrases(recipe.vocabulary);
        for (String text : texts) {
            requireToken(key, text);
            phrases.add(text);
        }
        return phrases;
    }

    private void requireToken(String key, String phrase) {
        if (!Tokenizer.hasToken(phrase)) {
            throw new ClicktureException(recipe.recipe().file() + ": the phrase \"" + phrase + "\" of `" + key
                    + "` has no letter or digit; remove it");
        }
    }

    /**
     * What a misspelt word of a name may be meant to be.
     *
     * @param corrections of words that are not known
     * @param spellings of those that are
     */
    record Misspelt(Corrections corrections, Spellings spellings) {}

    /** How misspelt names are looked for; null if they are not. */
    @Nullable
    Misspelt misspelt() {
        return misspelt;
    }

    /** Judges the names of one query after the other. Not thread-safe. */
    static final class Judge {

        private final NameRules rules;
        private final SlottedPhrases.Marks rejecting;
        private final SlottedPhrases.Marks speaking;
        private final BitSet negativesFound;
        private final BitSet inCompounds = new BitSet();

        Judge(NameRules rules) {
            this.rules = rules;
            rejecting = new SlottedPhrases.Marks(rules.reject);
            speaking = new SlottedPhrases.Marks(rules.context);
            negativesFound = new BitSet(rules.negativeCount);
        }

        /** Refuses the names that do not count; {@code ids} are the numbers of the query's tokens in [0, count). */
        void judge(int[] ids, int count, FoundNames names) {
            rules.compounds.find(ids, count, names, inCompounds);
            rejecting.read(ids, count, names, inCompounds);
            boolean anyInDoubt = false;
            for (int name = 0; name < names.count(); name++) {
                if (rejecting.speakOf(name)) {
                    names.refuse(name, Refusal.REJECTED);
                } else {
                    anyInDoubt |= names.isMisspelt(name) || rules.homonymAt[names.node(name)] != NO_HOMONYM;
                }
            }
            if (anyInDoubt) {
                judgeHomonyms(ids, count, names);
            }
            for (int name = 0; name < names.count(); name++) {
                if (names.isMisspelt(name) && names.refusal(name) == null) {
                    names.refuse(name, Refusal.MISSPELT);
                }
            }
            if (!rules.recipe.matchesAll()) {
                refuseInsideMisspelt(names);
            }
        }

        private static void refuseInsideMisspelt(FoundNames names) {
            for (int misspelt = 0; misspelt < names.count(); misspelt++) {
                if (names.refusal(misspelt) != Refusal.MISSPELT) {
                    continue;
                }
                for (int token = names.start(misspelt); token < names.end(misspelt); token++) {
                    for (int name = names.firstStarting(token);
                            name != FoundNames.NONE;
                            name = names.nextStarting(name)) {
                        if (names.refusal(name) == null) {
                            names.refuse(name, Refusal.INSIDE_MISSPELT);
                        }
                    }
                }
            }
        }

        /**
         * Whether the query itself supports a misspelt name that was judged last: a phrase of {@code context} stands right
         * behind it, and it is no strong homonym.
         */
        boolean supports(int name, FoundNames names, boolean likely) {
            int homonym = rules.homonymAt[names.node(name)];
            return (likely || speaking.standBehind(name)) && (homonym == NO_HOMONYM || !rules.strong[homonym]);
        }

        private void judgeHomonyms(int[] ids, int count, FoundNames names) {
            findNegatives(ids, count);
            speaking.read(ids, count, names, inCompounds);
            for (int name = 0; name < names.count(); name++) {
                int homonym = rules.homonymAt[names.node(name)];
                if (names.refusal(name) != null || homonym == NO_HOMONYM) {
                    continue;
                }
                if (rules.against[homonym].intersects(negativesFound) && !speaking.standBehind(name)) {
                    names.refuse(name, Refusal.NEGATIVE_WORD);
                } else if (rules.strong[homonym] && !speaking.speakOf(name)) {
                    names.refuse(name, Refusal.NO_CONTEXT);
                }
            }
            pardonThoseInCompany(names);
        }

        /** Lets names count for which all that is missing is context, if a name of another label counts by itself. */
        private void pardonThoseInCompany(FoundNames names) {
            int one = PhraseTrie.NONE;
            boolean several = false;
            for (int name = 0; name < names.count(); name++) {
                if (names.countsByItself(name)) {
                    several |= one != PhraseTrie.NONE && label(names, name) != one;
                    one = label(names, name);
                }
            }
            for (int name = 0; name < names.count() && one != PhraseTrie.NONE; name++) {
                if (names.refusal(name) == Refusal.NO_CONTEXT && (several || label(names, name) != one)) {
                    names.pardon(name);
                }
            }
        }

        private int label(FoundNames names, int name) {
            return rules.recipe.names.value(names.node(name));
        }

        private void findNegatives(int[] ids, int count) {
            negativesFound.clear();
            for (int start = 0; start < count; start++) {
                int node = PhraseTrie.ROOT;
                for (int i = start; i < count && ids[i] != Vocabulary.UNKNOWN; i++) {
                    node = rules.negatives.child(node, ids[i]);
                    if (node == PhraseTrie.NONE) {
                        break;
                    }
                    if (rules.negatives.value(node) != PhraseTrie.NONE) {
                        negativesFound.set(rules.negatives.value(node));
                    }
                }
            }
        }
    }
}
