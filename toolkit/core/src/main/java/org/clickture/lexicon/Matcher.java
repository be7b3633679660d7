package org.clickture.lexicon;

import java.util.Arrays;
import org.clickture.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Reads one query after the other by a recipe: does it pass the gate, which labels does it name? Makes no objects for
 * ASCII queries. Not thread-safe.
 */
public final class Matcher {

    private static final int NOT_YET = -2;

    /** Words of so many letters are rarely one edit away from a word that means something else. */
    private static final int LONG_WORD_LETTERS = 8;

    private final CompiledRecipe recipe;
    private final Tokens tokens = new Tokens();
    private int[] ids = new int[32];
    private int[] labels = new int[8];
    private int labelCount;
    private final FoundNames found = new FoundNames();
    private final NameRules.@Nullable Judge judge;
    private final NameRules.@Nullable Misspelt misspelt;

    Matcher(CompiledRecipe recipe) {
        this.recipe = recipe;
        judge = recipe.nameRules == null ? null : new NameRules.Judge(recipe.nameRules);
        misspelt = recipe.nameRules == null ? null : recipe.nameRules.misspelt();
    }

    /**
     * Reads the query in bytes[from, to).
     *
     * @param bytes UTF-8; malformed sequences are read as U+FFFD
     * @return whether its tokens meet the gate and no exclusion
     */
    public boolean read(byte[] bytes, int from, int to) {
        Tokenizer.tokenize(bytes, from, to, tokens);
        int count = tokens.count();
        if (ids.length < count) {
            ids = new int[Math.max(count, ids.length * 2)];
        }
        Arrays.fill(ids, 0, count, NOT_YET);
        return meetsGate() && !excluded();
    }

    /** Whether the query read last holds a word of the gate, or the gate has none: if so, only an exclusion can close it. */
    public boolean meetsGate() {
        boolean met = recipe.gate.isEmpty();
        for (int i = 0; i < tokens.count() && !met; i++) {
            int id = id(i);
            met = id != Vocabulary.UNKNOWN && recipe.gate.get(id);
        }
        return met;
    }

    /** The number of token {@code i}, looked up when it is first asked for. */
    private int id(int i) {
        int id = ids[i];
        if (id == NOT_YET) {
            id = recipe.vocabulary.id(tokens.characters(), tokens.from(i), tokens.to(i));
            ids[i] = id;
        }
        return id;
    }

    /** Whether the query read last held malformed UTF-8. */
    public boolean invalidUtf8() {
        return tokens.invalidUtf8();
    }

    /**
     * Finds the labels that the query read last names. With {@code all} labels the id of a misspelt name is {@code all +
     * label}, that of a name inside a misspelt one {@code 2 * all + label}; neither is there if the query names the label
     * otherwise.
     *
     * @return how many distinct ids there are, 0 if it holds no name that counts or might count
     */
    public int findLabels() {
        return find(false);
    }

    /**
     * The same where nothing but the query is known: a misspelt name counts if the query itself supports it. Another word
     * of the name is spelt right, the misspelt word is long, or a phrase of {@code context} stands right behind the name;
     * strong homonyms are never taken for misspelt here.
     */
    public int findLabelsAlone() {
        return find(true);
    }

    /** As {@link #findLabelsAlone()}, or as {@link #findLabels()}. */
    int find(boolean alone) {
        labelCount = 0;
        if (judge == null) {
            findNames();
        } else {
            found.clear();
            findNames();
            judgeNames(judge, alone);
        }
        sortAndDeduplicate();
        return labelCount;
    }

    /** The ids of the labels found last, growing, in [0, {@link #findLabels()}); the array is reused. */
    public int[] labelIds() {
        return labels;
    }

    /** The names that {@link #findLabels()} found last, judged; none if the recipe asks nothing of names. */
    FoundNames foundNames() {
        return found;
    }

    private void findNames() {
        int start = 0;
        while (start < tokens.count()) {
            int end = recipe.mayBeginName(tokens, start) ? findAt(start) : start;
            start = recipe.matchesAll() ? start + 1 : Math.max(end, start + 1);
        }
    }

    private void judgeNames(NameRules.Judge rules, boolean alone) {
        if (misspelt != null) {
            found.index(tokens.count());
            findMisspelt(misspelt);
        }
        if (found.count() == 0) {
            return;
        }
        found.index(tokens.count());
        for (int i = 0; i < tokens.count(); i++) {
            id(i);
        }
        rules.judge(ids, tokens.count(), found);
        if (alone) {
            settle(rules);
        }
        int all = recipe.labels().size();
        for (int i = 0; i < found.count(); i++) {
            int label = recipe.names.value(found.node(i));
            Refusal refusal = found.refusal(i);
            if (refusal == null) {
                addLabel(label);
            } else if (!alone && refusal == Refusal.MISSPELT) {
                addLabel(all + label);
            } else if (!alone && refusal == Refusal.INSIDE_MISSPELT) {
                addLabel(2 * all + label);
            }
        }
    }

    /** Accepts the misspelt names that the query itself supports, or if there are none the names inside misspelt ones. */
    private void settle(NameRules.Judge rules) {
        boolean supported = false;
        for (int i = 0; i < found.count(); i++) {
            if (found.refusal(i) == Refusal.MISSPELT && rules.supports(i, found, isLikely(i))) {
                found.accept(i);
                supported = true;
            }
        }
        for (int i = 0; i < found.count() && !supported; i++) {
            if (found.refusal(i) == Refusal.INSIDE_MISSPELT) {
                found.accept(i);
            }
        }
    }

    /** Whether a misspelt name can hardly be another word. */
    private boolean isLikely(int name) {
        int token = found.misspeltToken(name);
        return found.end(name) - found.start(name) > 1 || tokens.to(token) - tokens.from(token) >= LONG_WORD_LETTERS;
    }

    /** Finds misspelt names, from left to right as the others are; they may hold those, but not cut them. */
    private void findMisspelt(NameRules.Misspelt words) {
        int start = 0;
        while (start < tokens.count()) {
            int end = findMisspeltAt(start, words);
            start = recipe.matchesAll() ? start + 1 : Math.max(end, start + 1);
        }
    }

    /**
     * Adds the names that start at a token and have one misspelt token.
     *
     * @return the end of the longest, or {@code start} if there is none
     */
    private int findMisspeltAt(int start, NameRules.Misspelt words) {
        int node = PhraseTrie.ROOT;
        int end = start;
        int before = found.count();
        for (int i = start; i < tokens.count() && node != PhraseTrie.NONE; i++) {
            boolean known = id(i) != Vocabulary.UNKNOWN;
            int[] meant = known
                    ? words.spellings().of(id(i))
                    : words.corrections().of(tokens.characters(), tokens.from(i), tokens.to(i));
            // A known word alone is what it is.
            int leastEnd = known ? start + 2 : start + 1;
            for (int word : meant) {
                end = follow(start, i + 1, recipe.names.child(node, word), leastEnd, end, before);
            }
            if (!known) {
                break;
            }
            node = recipe.names.child(node, id(i));
        }
        return end;
    }

    /** Goes on from behind a misspelt token; {@code longest} is the end of the longest name so far. */
    private int follow(int start, int behind, int first, int leastEnd, int longest, int before) {
        int node = first;
        int end = longest;
        for (int at = behind; node != PhraseTrie.NONE; at++) {
            if (recipe.names.value(node) != PhraseTrie.NONE && at >= leastEnd && mayBeMisspelt(start, at, end)) {
                if (!recipe.matchesAll() && at > end) {
                    found.truncate(before);
                }
                found.add(start, at, node, behind - 1);
                end = Math.max(end, at);
            }
            if (at == tokens.count() || id(at) == Vocabulary.UNKNOWN) {
                break;
            }
            node = recipe.names.child(node, id(at));
        }
        return end;
    }

    private boolean mayBeMisspelt(int start, int end, int longest) {
        return !found.spans(start, end) && (recipe.matchesAll() || (end >= longest && !found.cuts(start, end)));
    }

    /** Adds the labels of the names that start at a token; the end of the longest, or {@code start} if there is none. */
    private int findAt(int start) {
        PhraseTrie names = recipe.names;
        int node = PhraseTrie.ROOT;
        int longest = PhraseTrie.NONE;
        int longestEnd = start;
        for (int i = start; i < tokens.count() && id(i) != Vocabulary.UNKNOWN; i++) {
            node = names.child(node, id(i));
            if (node == PhraseTrie.NONE) {
                break;
            }
            if (names.value(node) != PhraseTrie.NONE) {
                longest = node;
                longestEnd = i + 1;
                if (recipe.matchesAll()) {
                    take(start, longestEnd, longest);
                }
            }
        }
        if (longest != PhraseTrie.NONE && !recipe.matchesAll()) {
            take(start, longestEnd, longest);
        }
        return longestEnd;
    }

    private void take(int start, int end, int node) {
        if (judge == null) {
            addLabel(recipe.names.value(node));
        } else {
            found.add(start, end, node, FoundNames.SPELT_RIGHT);
        }
    }

    private boolean excluded() {
        PhraseTrie exclusions = recipe.exclusions;
        if (exclusions.isEmpty()) {
            return false;
        }
        for (int start = 0; start < tokens.count(); start++) {
            int node = PhraseTrie.ROOT;
            for (int i = start; i < tokens.count() && id(i) != Vocabulary.UNKNOWN; i++) {
                node = exclusions.child(node, id(i));
                if (node == PhraseTrie.NONE) {
                    break;
                }
                if (exclusions.value(node) != PhraseTrie.NONE) {
                    return true;
                }
            }
        }
        return false;
    }

    private void addLabel(int label) {
        if (labelCount == labels.length) {
            labels = Arrays.copyOf(labels, labelCount * 2);
        }
        labels[labelCount++] = label;
    }

    private void sortAndDeduplicate() {
        if (labelCount < 2) {
            return;
        }
        Arrays.sort(labels, 0, labelCount);
        int all = recipe.labels().size();
        int distinct = 0;
        int named = 0;
        for (int i = 0; i < labelCount; i++) {
            boolean known = distinct > 0 && labels[i] == labels[distinct - 1];
            if (!known && (labels[i] < all || Arrays.binarySearch(labels, 0, named, labels[i] % all) < 0)) {
                named += labels[i] < all ? 1 : 0;
                labels[distinct++] = labels[i];
            }
        }
        labelCount = distinct;
    }
}
