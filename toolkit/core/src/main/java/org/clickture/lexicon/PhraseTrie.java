package org.clickture.lexicon;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;

/** Phrases as paths of token numbers, each with a value. Looking up is safe for several threads once it is built. */
final class PhraseTrie {

    static final int ROOT = 0;
    static final int NONE = -1;

    private final Long2IntOpenHashMap children = new Long2IntOpenHashMap();
    private final IntArrayList values = IntArrayList.of(NONE);
    /** The children of the root by token: most tokens of a log begin no phrase, and this tells it soonest. */
    private int[] firsts = {};

    PhraseTrie() {
        children.defaultReturnValue(NONE);
    }

    /** Adds a phrase of at least one token; a phrase that is already there keeps its value. */
    void add(int[] tokens, int value) {
        int node = ROOT;
        for (int token : tokens) {
            int child = child(node, token);
            if (child == NONE) {
                child = values.size();
                values.add(NONE);
                put(node, token, child);
            }
            node = child;
        }
        if (values.getInt(node) == NONE) {
            values.set(node, value);
        }
    }

    /** Where a phrase ends, or {@link #NONE} if it is the beginning of none that was added. */
    int find(int... tokens) {
        int node = ROOT;
        for (int i = 0; i < tokens.length && node != NONE; i++) {
            node = child(node, tokens[i]);
        }
        return node;
    }

    /** How many nodes there are. */
    int size() {
        return values.size();
    }

    private void put(int node, int token, int child) {
        if (node != ROOT) {
            children.put(edge(node, token), child);
            return;
        }
        if (token >= firsts.length) {
            int length = firsts.length;
            firsts = Arrays.copyOf(firsts, Math.max(token + 1, length * 2));
            Arrays.fill(firsts, length, firsts.length, NONE);
        }
        firsts[token] = child;
    }

    boolean isEmpty() {
        return values.size() == 1;
    }

    /** The node behind {@code node} along {@code token}, or {@link #NONE}. */
    int child(int node, int token) {
        if (node == ROOT) {
            return token < firsts.length ? firsts[token] : NONE;
        }
        return children.get(edge(node, token));
    }

    /** The value of the phrase that ends at {@code node}, or {@link #NONE}. */
    int value(int node) {
        return values.getInt(node);
    }

    private static long edge(int node, int token) {
        return (long) node << 32 | token;
    }
}
