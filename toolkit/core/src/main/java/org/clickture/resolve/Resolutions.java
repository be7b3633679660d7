package org.clickture.resolve;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a method made of every image. Immutable. */
public final class Resolutions {

    private static final int NO_LABEL = -1;

    private final Votes votes;
    private final int[] first;
    private final int[] candidates;
    private final double[] shares;
    private final int[] chosen;
    private final double[] confidences;
    private final @Nullable String note;

    private Resolutions(Builder builder) {
        votes = builder.votes;
        builder.first.add(builder.candidates.size());
        first = builder.first.toIntArray();
        candidates = builder.candidates.toIntArray();
        shares = builder.shares.toDoubleArray();
        chosen = builder.chosen.toIntArray();
        confidences = builder.confidences.toDoubleArray();
        note = builder.note;
    }

    /** What who uses them has to know of how they came about; mostly nothing. */
    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    /** All labels that an image may get. */
    List<String> labels() {
        return votes.labels();
    }

    /** How many images; image {@code i} is that of the votes. */
    public int images() {
        return chosen.length;
    }

    /** The key of an image. */
    public String imageKey(int image) {
        return votes.imageKey(image);
    }

    /** The label that an image gets; empty if it gets none. */
    public Optional<String> label(int image) {
        return chosen[image] == NO_LABEL
                ? Optional.empty()
                : Optional.of(votes.labels().get(chosen[image]));
    }

    /** How sure the choice is, also that of no label; in [0, 1]. */
    public double confidence(int image) {
        return confidences[image];
    }

    /** Whether an image gets a label of which a method is at least so sure. */
    public boolean keeps(int image, double minConfidence) {
        return chosen[image] != NO_LABEL && confidences[image] >= minConfidence;
    }

    /**
     * The labels that an image may have, likeliest first, of equals the one that it gets, then by name; what they lack to 1 is
     * that it shows none of them.
     */
    public List<CandidateShare> candidates(int image) {
        List<CandidateShare> list = new ArrayList<>(first[image + 1] - first[image]);
        for (int i = first[image]; i < first[image + 1]; i++) {
            list.add(new CandidateShare(votes.labels().get(candidates[i]), shares[i]));
        }
        String label = label(image).orElse("");
        list.sort(Comparator.comparingDouble(CandidateShare::share)
                .reversed()
                .thenComparing(candidate -> !candidate.label().equals(label))
                .thenComparing(CandidateShare::label));
        return list;
    }

    /** Whether the queries of an image name two or more labels. */
    public boolean ambiguous(int image) {
        return votes.ambiguous(image);
    }

    /**
     * Whether a choice is right, see {@link ScoreReport}.
     *
     * @throws org.clickture.ClicktureException if the image is not in the truth
     */
    public boolean right(int image, Truth truth) {
        return truth.right(
                imageKey(image),
                label(image).orElse(""),
                candidates(image).stream().map(CandidateShare::label).toList());
    }

    /** Collects resolutions, image by image. */
    static final class Builder {

        private final Votes votes;
        private final IntArrayList first = new IntArrayList();
        private final IntArrayList candidates = new IntArrayList();
        private final DoubleArrayList shares = new DoubleArrayList();
        private final IntArrayList chosen = new IntArrayList();
        private final DoubleArrayList confidences = new DoubleArrayList();
        private @Nullable String note;

        Builder(Votes votes) {
            this.votes = votes;
        }

        void note(String text) {
            note = text;
        }

        /** Begins the next image, which gets a label. */
        void label(int label, double confidence) {
            first.add(candidates.size());
            chosen.add(label);
            confidences.add(confidence);
        }

        /** Begins the next image, which gets no label. */
        void none(double confidence) {
            label(NO_LABEL, confidence);
        }

        /** Adds a candidate of the image begun last. */
        void candidate(int label, double share) {
            candidates.add(label);
            shares.add(share);
        }

        Resolutions build() {
            return new Resolutions(this);
        }
    }
}
