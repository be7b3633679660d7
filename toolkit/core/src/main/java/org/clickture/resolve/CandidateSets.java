package org.clickture.resolve;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/**
 * The labels that each image may truly have: those it was clicked for, then their parents and children that some image was
 * clicked for. Immutable.
 */
final class CandidateSets {

    /** A broad name such as bulldog has many kinds; the most frequent ones stand for all. */
    private static final int MAX_CHILDREN = 8;

    private final int[] first;
    private final int[] observed;
    private final int[] labels;
    private final int mostObserved;

    private CandidateSets(int[] first, int[] observed, int[] labels) {
        this.first = first;
        this.observed = observed;
        this.labels = labels;
        mostObserved = Arrays.stream(observed).max().orElse(0);
    }

    static CandidateSets of(Votes votes, LabelTree tree) {
        int[] imagesOf = imagesOf(votes);
        int[][] relatives = new int[imagesOf.length][];
        for (int label = 0; label < relatives.length; label++) {
            relatives[label] = relatives(label, tree, imagesOf);
        }
        int[] first = new int[votes.images() + 1];
        int[] observed = new int[votes.images()];
        IntArrayList labels = new IntArrayList();
        for (int image = 0; image < votes.images(); image++) {
            first[image] = labels.size();
            addObserved(votes, image, labels);
            observed[image] = labels.size() - first[image];
            for (int i = 0; i < observed[image]; i++) {
                for (int relative : relatives[labels.getInt(first[image] + i)]) {
                    if (!contains(labels, first[image], relative)) {
                        labels.add(relative);
                    }
                }
            }
        }
        first[votes.images()] = labels.size();
        return new CandidateSets(first, observed, labels.toIntArray());
    }

    /** For each label the number of images clicked for it. */
    private static int[] imagesOf(Votes votes) {
        int[] imagesOf = new int[votes.labels().size()];
        IntArrayList labels = new IntArrayList();
        for (int image = 0; image < votes.images(); image++) {
            labels.clear();
            addObserved(votes, image, labels);
            labels.forEach(label -> imagesOf[label]++);
        }
        return imagesOf;
    }

    /** Adds the labels that an image was clicked for, growing. */
    private static void addObserved(Votes votes, int image, IntArrayList labels) {
        int from = labels.size();
        int end = votes.firstLabel(votes.firstVote(image + 1));
        for (int i = votes.firstLabel(votes.firstVote(image)); i < end; i++) {
            if (!contains(labels, from, votes.labelId(i))) {
                labels.add(votes.labelId(i));
            }
        }
        labels.subList(from, labels.size()).sort(null);
    }

    private static boolean contains(IntArrayList labels, int from, int label) {
        for (int i = from; i < labels.size(); i++) {
            if (labels.getInt(i) == label) {
                return true;
            }
        }
        return false;
    }

    private static int[] relatives(int label, LabelTree tree, int[] imagesOf) {
        IntArrayList relatives = new IntArrayList();
        for (int child : tree.children(label)) {
            if (imagesOf[child] > 0) {
                relatives.add(child);
            }
        }
        relatives.sort((a, b) ->
                imagesOf[a] == imagesOf[b] ? Integer.compare(a, b) : Integer.compare(imagesOf[b], imagesOf[a]));
        relatives.size(Math.min(relatives.size(), MAX_CHILDREN));
        int parent = tree.parent(label);
        if (parent != LabelTree.NONE && imagesOf[parent] > 0) {
            relatives.add(parent);
        }
        return relatives.toIntArray();
    }

    int images() {
        return observed.length;
    }

    /** Candidates of all images. */
    int size() {
        return labels.length;
    }

    /** The first candidate of an image; its last is before the first of the next. */
    int first(int image) {
        return first[image];
    }

    /** How many of its candidates an image was clicked for: they come first, growing. */
    int observed(int image) {
        return observed[image];
    }

    /** The most of those that an image has. */
    int mostObserved() {
        return mostObserved;
    }

    /** The label of a candidate. */
    int label(int candidate) {
        return labels[candidate];
    }

    /** The place of an observed label among the candidates of its image. */
    int indexOf(int image, int label) {
        int at = first[image];
        while (labels[at] != label) {
            at++;
        }
        return at - first[image];
    }
}
