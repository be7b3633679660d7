package org.clickture.resolve;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.clickture.lexicon.LexiconHints;

/** Which label is a kind of which other one. Immutable. */
public final class LabelTree {

    /** No parent. */
    static final int NONE = -1;

    private final int[] parents;
    private final List<int[]> children = new ArrayList<>();

    /**
     * @param parents for each label the id of its parent, or -1
     * @throws IllegalArgumentException if a label is its own ancestor
     */
    LabelTree(int... parents) {
        this.parents = parents.clone();
        List<IntArrayList> lists = new ArrayList<>();
        for (int label = 0; label < parents.length; label++) {
            lists.add(new IntArrayList());
            if (leadsBack(label, parents)) {
                throw new IllegalArgumentException("label " + label + " is its own ancestor");
            }
        }
        for (int label = 0; label < parents.length; label++) {
            if (parents[label] != NONE) {
                lists.get(parents[label]).add(label);
            }
        }
        lists.forEach(list -> children.add(list.toIntArray()));
    }

    /**
     * The tree of a lexicon: a label's parent is the one that the column {@code parent} names; if that is empty or does not
     * take part, the longest other label that its name ends with ("golden retriever" is a retriever: the head of an
     * English compound stands last). A parent that would make a label its own ancestor is left out.
     *
     * @param labels sorted by UTF-16 code units
     */
    public static LabelTree of(List<String> labels, List<LexiconHints.Hint> hints) {
        int[] parents = new int[labels.size()];
        Arrays.fill(parents, NONE);
        for (int label = 0; label < parents.length; label++) {
            parents[label] = byName(labels, label);
        }
        for (LexiconHints.Hint hint : hints) {
            int label = Collections.binarySearch(labels, hint.label());
            int parent = Collections.binarySearch(labels, hint.parent());
            if (label >= 0 && parent >= 0) {
                parents[label] = parent;
            }
        }
        for (int label = 0; label < parents.length; label++) {
            if (leadsBack(label, parents)) {
                parents[label] = NONE;
            }
        }
        return new LabelTree(parents);
    }

    private static int byName(List<String> labels, int label) {
        String name = labels.get(label);
        for (int space = name.indexOf(' '); space >= 0; space = name.indexOf(' ', space + 1)) {
            int parent = Collections.binarySearch(labels, name.substring(space + 1));
            if (parent >= 0) {
                return parent;
            }
        }
        return NONE;
    }

    private static boolean leadsBack(int label, int... parents) {
        int steps = 0;
        for (int at = parents[label]; at != NONE && steps <= parents.length; at = parents[at]) {
            if (at == label) {
                return true;
            }
            steps++;
        }
        return false;
    }

    /** A tree in which no label has a parent. */
    static LabelTree flat(int labels) {
        int[] parents = new int[labels];
        Arrays.fill(parents, NONE);
        return new LabelTree(parents);
    }

    /** The parent of a label, or {@link #NONE}. */
    int parent(int label) {
        return parents[label];
    }

    /** The labels whose parent it is, growing. */
    int[] children(int label) {
        return children.get(label);
    }

    /** How many steps up lead from a label to an ancestor; 0 for the label itself, -1 if it is no ancestor. */
    int steps(int label, int ancestor) {
        int steps = 0;
        for (int at = label; at != NONE; at = parents[at]) {
            if (at == ancestor) {
                return steps;
            }
            steps++;
        }
        return -1;
    }
}
