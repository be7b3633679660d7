package org.clickture.lexicon;

import java.util.Arrays;

/**
 * Reads one query after the other by a recipe: does it pass the gate, which labels does it name? Makes no objects for
 * ASCII queries. Not thread-safe.
 */
public final class Matcher {

    private static final int NOT_YET = -2;

    private final CompiledRecipe recipe;
    private final Tokens tokens = new Tokens();
    private int[] ids = new int[32];
    private int[] labels = new int[8];
    private int labelCount;

    Matcher(CompiledRecipe recipe) {
        this.recipe = recipe;
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
     * Finds the labels that the query read last names.
     *
     * @return how many distinct labels there are, 0 if it holds no name
     */
    public int findLabels() {
        labelCount = 0;
        int start = 0;
        while (start < tokens.count()) {
            int end = recipe.mayBeginName(tokens, start) ? findAt(start) : start;
            start = recipe.matchesAll() ? start + 1 : Math.max(end, start + 1);
        }
        sortAndDeduplicate();
        return labelCount;
    }

    /** The ids of the labels found last, growing, in [0, {@link #findLabels()}); the array is reused. */
    public int[] labelIds() {
        return labels;
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
                longest = names.value(node);
                longestEnd = i + 1;
                if (recipe.matchesAll()) {
                    addLabel(longest);
                }
            }
        }
        if (longest != PhraseTrie.NONE && !recipe.matchesAll()) {
            addLabel(longest);
        }
        return longestEnd;
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
        int distinct = 1;
        for (int i = 1; i < labelCount; i++) {
            if (labels[i] != labels[distinct - 1]) {
                labels[distinct++] = labels[i];
            }
        }
        labelCount = distinct;
    }
}
