package org.clickture.scan;

import java.util.List;

/**
 * Tells quickly which queries cannot pass the gate: those in plain ASCII that hold no gate word in any place, in upper or
 * lower case. What it lets through is settled behind it. The words run side by side through one shift-and automaton
 * (Baeza-Yates and Gonnet, A new approach to text searching, CACM 35(10), 1992). Immutable, safe for several threads.
 */
final class GateSearch {

    private static final int STATES = Long.SIZE;

    /** For each byte the states it may lead into. */
    private final long[] step = new long[256];

    private final long starts;
    private final long accepts;
    private final boolean open;

    private GateSearch(List<String> words, boolean open) {
        long starts = 0;
        long accepts = 0;
        int state = 0;
        int room = words.isEmpty() ? 0 : STATES / words.size();
        for (String word : words) {
            int length = Math.min(word.length(), room);
            starts |= 1L << state;
            for (int i = 0; i < length; i++, state++) {
                char c = word.charAt(i);
                step[c] |= 1L << state;
                step[Character.toUpperCase(c)] |= 1L << state;
            }
            accepts |= 1L << (state - 1);
        }
        this.starts = starts;
        this.accepts = accepts;
        this.open = open;
    }

    /**
     * A search for the words of a gate.
     *
     * @param gateWords normalised words; empty = everything passes. Beyond 64 characters in all only their beginnings
     *     are searched for, beyond 64 words nothing is held back.
     */
    static GateSearch of(List<String> gateWords) {
        boolean open = gateWords.isEmpty() || gateWords.size() > STATES;
        List<String> ascii = gateWords.stream()
                .filter(word -> word.chars().allMatch(c -> c < 128))
                .toList();
        return new GateSearch(open ? List.of() : ascii, open);
    }

    /** Whether the query in bytes[from, to) may pass the gate; false is certain, true is not. */
    boolean mayPass(byte[] bytes, int from, int to) {
        long states = 0;
        long accepted = 0;
        int signs = 0;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            states = (states << 1 | starts) & step[b & 0xFF];
            accepted |= states;
            signs |= b;
        }
        return (accepted & accepts) != 0 || signs < 0 || open;
    }
}
