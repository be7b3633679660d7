package org.clickture.synth;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What log to make. The same request gives the same text on every machine and JDK; {@link #shards()} only decides where it
 * is cut.
 *
 * @param lexicon the breeds: a TSV file with the columns {@code breed}, {@code aliases} and {@code kind}; {@code parent},
 *     {@code group} and {@code sources} are used where they are there. Or a recipe (a file that ends in {@code .yaml}): then
 *     the log is about what it describes
 * @param seed decides every random choice
 * @param size how long the log is
 * @param shards number of files, at least 1
 * @param scattered whether the rows of an image are scattered instead of lying together: then about 100,000 neighbouring
 *     rows are shuffled, and so on with the next ones. Rows of an image never lie further apart than that
 * @param knobs what is not left at its default
 * @param laws by which clicks on images of a breed go wrong, with their strengths in [0, 1]; if there are none, the knobs decide
 */
public record SynthRequest(
        Path lexicon,
        long seed,
        Size size,
        int shards,
        boolean scattered,
        Map<Knob, Double> knobs,
        Map<NoiseLaw, Double> laws) {

    private static final long MAX_SIZE = 1L << 40;
    private static final int MAX_SHARDS = 10_000;

    /**
     * The length of a log: exactly one of the two is given.
     *
     * @param images number of images, each with all its rows
     * @param rows number of rows besides the first one of each file, which says that it is synthetic; the last image gets
     *     the rows that are left
     */
    public record Size(OptionalLong images, OptionalLong rows) {

        /** @throws IllegalArgumentException if none or both are given, or the number is out of range */
        public Size {
            if (images.isPresent() == rows.isPresent()) {
                throw new IllegalArgumentException("give either the number of images or the number of rows");
            }
            long value = images.isPresent() ? images.getAsLong() : rows.getAsLong();
            if (value < 1 || value > MAX_SIZE) {
                throw new IllegalArgumentException("a log of " + value + (images.isPresent() ? " images" : " rows")
                        + "; give a number from 1 to " + MAX_SIZE);
            }
        }
    }

    /** @throws IllegalArgumentException if a number is out of range, or the laws leave too few queries that are right */
    public SynthRequest {
        knobs = Map.copyOf(knobs);
        knobs.forEach(Knob::check);
        laws = Map.copyOf(laws);
        laws.forEach(NoiseLaw::check);
        LawMix.check(laws);
        if (shards < 1 || shards > MAX_SHARDS) {
            throw new IllegalArgumentException(shards + " shards; give a number from 1 to " + MAX_SHARDS);
        }
    }

    /** A log of 1,000,000 images (as many as Clickture-Lite has) in one file, seed 1, all knobs at their defaults. */
    public static SynthRequest of(Path lexicon) {
        return new SynthRequest(lexicon, 1, images(1_000_000), 1, false, Map.of(), Map.of());
    }

    private static Size images(long images) {
        return new Size(OptionalLong.of(images), OptionalLong.empty());
    }

    public SynthRequest withSeed(long newSeed) {
        return new SynthRequest(lexicon, newSeed, size, shards, scattered, knobs, laws);
    }

    /** The same with so many images. */
    public SynthRequest withImages(long images) {
        return new SynthRequest(lexicon, seed, images(images), shards, scattered, knobs, laws);
    }

    /** The same with so many rows. */
    public SynthRequest withRows(long rows) {
        return new SynthRequest(
                lexicon, seed, new Size(OptionalLong.empty(), OptionalLong.of(rows)), shards, scattered, knobs, laws);
    }

    public SynthRequest withShards(int newShards) {
        return new SynthRequest(lexicon, seed, size, newShards, scattered, knobs, laws);
    }

    public SynthRequest withScattered(boolean newScattered) {
        return new SynthRequest(lexicon, seed, size, shards, newScattered, knobs, laws);
    }

    /** The same with one knob set. */
    public SynthRequest with(Knob knob, double value) {
        Map<Knob, Double> changed = new EnumMap<>(Knob.class);
        changed.putAll(knobs);
        changed.put(knob, value);
        return new SynthRequest(lexicon, seed, size, shards, scattered, changed, laws);
    }

    /** The same with one law more, or with another strength of it. */
    public SynthRequest with(NoiseLaw law, double strength) {
        Map<NoiseLaw, Double> changed = new EnumMap<>(NoiseLaw.class);
        changed.putAll(laws);
        changed.put(law, strength);
        return new SynthRequest(lexicon, seed, size, shards, scattered, knobs, changed);
    }

    /** The strength of a law; 0 if it does not hold. */
    public double strength(NoiseLaw law) {
        return Optional.ofNullable(laws.get(law)).orElse(0.0);
    }

    /** The value of a knob, set or not. */
    public double value(Knob knob) {
        return Optional.ofNullable(knobs.get(knob)).orElse(knob.standard());
    }

    /** The first row of every file: one field, no TAB, so that it can never pass for a triad. */
    String notice() {
        StringBuilder text = new StringBuilder("# SYNTHETIC click log made by clickture synth, seed " + seed);
        size.images().ifPresent(images -> text.append(", images ").append(images));
        size.rows().ifPresent(rows -> text.append(", rows ").append(rows));
        text.append(scattered ? ", scattered" : "");
        for (Knob knob : Knob.values()) {
            if (value(knob) != knob.standard()) {
                text.append(", ").append(knob.key()).append(' ').append(value(knob));
            }
        }
        for (NoiseLaw law : NoiseLaw.values()) {
            if (laws.containsKey(law)) {
                text.append(", law ").append(law.key()).append(' ').append(strength(law));
            }
        }
        return text.append("; not Clickture data").toString();
    }
}
