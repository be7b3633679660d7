package org.clickture.lexicon;

import java.util.Arrays;
import org.clickture.Refusal;
import org.jspecify.annotations.Nullable;

/** The names in one query, with their places. Reused for the next query. Not thread-safe. */
final class FoundNames {

    static final int NONE = -1;
    static final int SPELT_RIGHT = -1;

    private int count;
    private int[] starts = new int[8];
    private int[] ends = new int[8];
    private int[] nodes = new int[8];
    private int[] misspelt = new int[8];
    // By token.
    private int[] firstStarting = {};
    private int[] firstEnding = {};
    private int[] holders = {};
    // By name.
    private int[] nextStarting = new int[8];
    private int[] nextEnding = new int[8];
    private boolean[] pardoned = new boolean[8];
    private @Nullable Refusal[] refusals = new @Nullable Refusal[8];

    void clear() {
        count = 0;
    }

    /**
     * Adds a name.
     *
     * @param start its first token
     * @param end the token behind its last one
     * @param node where it ends in the recipe's names
     * @param misspeltToken which of its tokens is not spelt as the name's, or {@link #SPELT_RIGHT}
     */
    void add(int start, int end, int node, int misspeltToken) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
            nodes = Arrays.copyOf(nodes, 2 * count);
            misspelt = Arrays.copyOf(misspelt, 2 * count);
            nextStarting = Arrays.copyOf(nextStarting, 2 * count);
            nextEnding = Arrays.copyOf(nextEnding, 2 * count);
            pardoned = Arrays.copyOf(pardoned, 2 * count);
            refusals = Arrays.copyOf(refusals, 2 * count);
        }
        starts[count] = start;
        ends[count] = end;
        nodes[count] = node;
        misspelt[count] = misspeltToken;
        pardoned[count] = false;
        refusals[count++] = null;
    }

    /** Finds out which names are at which token, of [0, tokens); to be called before they are asked for by token. */
    void index(int tokens) {
        if (firstStarting.length <= tokens) {
            firstStarting = new int[2 * tokens + 1];
            firstEnding = new int[2 * tokens + 1];
            holders = new int[2 * tokens + 1];
        }
        Arrays.fill(firstStarting, 0, tokens + 1, NONE);
        Arrays.fill(firstEnding, 0, tokens + 1, NONE);
        Arrays.fill(holders, 0, tokens + 1, NONE);
        for (int name = count - 1; name >= 0; name--) {
            nextStarting[name] = firstStarting[starts[name]];
            firstStarting[starts[name]] = name;
            nextEnding[name] = firstEnding[ends[name]];
            firstEnding[ends[name]] = name;
            Arrays.fill(holders, starts[name], ends[name], name);
        }
    }

    /** A name that starts at a token, or {@link #NONE}; the others follow by {@link #nextStarting}. */
    int firstStarting(int token) {
        return firstStarting[token];
    }

    int nextStarting(int name) {
        return nextStarting[name];
    }

    /** A name that ends before a token, or {@link #NONE}; the others follow by {@link #nextEnding}. */
    int firstEnding(int token) {
        return firstEnding[token];
    }

    int nextEnding(int name) {
        return nextEnding[name];
    }

    /** A name that a token is part of, or {@link #NONE}. */
    int holder(int token) {
        return holders[token];
    }

    /** Whether a name lies partly in [start, end) and partly outside; no two names have a token in common. */
    boolean cuts(int start, int end) {
        int first = holders[start];
        int last = holders[end - 1];
        return (first != NONE && starts[first] < start) || (last != NONE && ends[last] > end);
    }

    /** Whether a name is just there, as of the last {@link #index}. */
    boolean spans(int start, int end) {
        int name = firstStarting[start];
        while (name != NONE && ends[name] != end) {
            name = nextStarting[name];
        }
        return name != NONE;
    }

    /** Forgets all names but the first ones. */
    void truncate(int firstNames) {
        count = firstNames;
    }

    /** How many names. */
    int count() {
        return count;
    }

    int start(int name) {
        return starts[name];
    }

    /** Exclusive. */
    int end(int name) {
        return ends[name];
    }

    int node(int name) {
        return nodes[name];
    }

    boolean isMisspelt(int name) {
        return misspelt[name] != SPELT_RIGHT;
    }

    /** Which token is not spelt as the name's. */
    int misspeltToken(int name) {
        return misspelt[name];
    }

    /** Why it does not count; null if it does. */
    @Nullable
    Refusal refusal(int name) {
        return refusals[name];
    }

    void refuse(int name, Refusal refusal) {
        refusals[name] = refusal;
    }

    /** Lets a refused name count. */
    void accept(int name) {
        refusals[name] = null;
    }

    /** Lets a refused name count, but not by itself: it does not speak for others. */
    void pardon(int name) {
        accept(name);
        pardoned[name] = true;
    }

    /** Whether a name counts, is spelt right and needed no other name for it. */
    boolean countsByItself(int name) {
        return refusals[name] == null && !isMisspelt(name) && !pardoned[name];
    }
}
