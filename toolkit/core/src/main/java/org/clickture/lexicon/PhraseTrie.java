package org.clickture.lexicon;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;

/** Phrases as paths of token numbers, each with a value. Looking up is safe for several threads once it is built. */
final class PhraseTrie {

    static final int ROOT = 0;
    static final int NONE = -1;

    private final Long2IntOpenHashMap children = new Long2IntOpenHashMap();
    private final IntArrayList values = IntArrayList.of(NONE);

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
                children.put(edge(node, token), child);
            }
            node = child;
        }
        if (values.getInt(node) == NONE) {
            values.set(node, value);
        }
    }

    boolean isEmpty() {
        return children.isEmpty();
    }

    /** The node behind {@code node} along {@code token}, or {@link #NONE}. */
    int child(int node, int token) {
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
