package org.clickture.synth;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What can be set about a generated log. The default is the published figure of Clickture where there is one; where there
 * is none it is an assumption, and {@link #published()} says so.
 */
public enum Knob {
    TRIADS_PER_IMAGE(5.31, 1, 100, true, "mean number of triads of an image; Clickture-Lite has about 23"),
    ROWS_PER_QUERY(
            2.88,
            1.5,
            5,
            true,
            "rows for each distinct query about other things; Clickture-Lite has 1.97, short logs get less"),
    DOG_SHARE(95_041 / 40e6, 0, 1, true, "share of the images that are clicked for a breed"),
    BREEDS(290, 2, 100_000, true, "number of breeds that images show; published is only: between 266 and 312"),
    SEVERAL_BREEDS_SHARE(
            0.16, 0, 1, true, "share of those images that are clicked for several breeds, the mixes among them"),
    MISSPELLED_SHARE(
            0.12, 0, 1, true, "share of the queries that are misspelled; published is 10 to 15 % of web queries"),
    DOG_TRIADS_PER_IMAGE(12, 1, 100, false, "mean number of triads of an image that is clicked for a breed"),
    DOG_WORD_SHARE(0.75, 0, 1, false, "share of the queries for a breed that hold a dog word"),
    NOISE_RATE(
            0.25, 0, 1, false, "in images clicked for several breeds: share of the further queries for the wrong one"),
    WRONG_BREED_SHARE(0.03, 0, 1, false, "share of the images clicked for one breed where it is the wrong one"),
    COMPARISON_SHARE(
            0.25, 0, 1, false, "share of the images of several breeds that owe it to a comparison (husky vs akita)"),
    MIX_SHARE(0.03, 0, 1, false, "share of the images clicked for a breed that show a mix of two, and are no breed"),
    OTHER_DOGS(0.5, 0, 100, false, "images of a dog clicked for no breed, for each one that is clicked for a breed"),
    HOMONYM_SHARE(0.0015, 0, 1, false, "share of the images about the other sense of a dog name (boxer shorts)"),
    HOMONYM_DOG_WORD_SHARE(0.05, 0, 1, false, "share of those that are once clicked for a query with a dog word"),
    DOG_THING_SHARE(0.001, 0, 1, false, "share of the images about other things with a dog word (hot dog)"),
    CLICK_EXPONENT(2.2, 1.5, 10, false, "the number of clicks c of a triad follows a power law, c to the minus this"),
    UNUSUAL_SHARE(0.004, 0, 1, false, "share of the rows with accents or full-width letters that nobody expects"),
    INVALID_UTF8_SHARE(0.00001, 0, 1, false, "share of the rows whose query is invalid UTF-8"),
    MALFORMED_SHARE(0.00001, 0, 1, false, "share of the rows that are malformed");

    private final double standard;
    private final double min;
    private final double max;
    private final boolean published;
    private final String meaning;

    Knob(double standard, double min, double max, boolean published, String meaning) {
        this.standard = standard;
        this.min = min;
        this.max = max;
        this.published = published;
        this.meaning = meaning;
    }

    /** The name on the command line: lower case, with hyphens. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The default value. */
    public double standard() {
        return standard;
    }

    /** The least value. */
    public double min() {
        return min;
    }

    /** The greatest value. */
    public double max() {
        return max;
    }

    /** Whether the default is a published figure; else it is an assumption. */
    public boolean published() {
        return published;
    }

    /** What it sets, in one line. */
    public String meaning() {
        return meaning;
    }

    /**
     * The knob of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Knob of(String key) {
        for (Knob knob : values()) {
            if (knob.key().equals(key)) {
                return knob;
            }
        }
        throw new IllegalArgumentException("there is no knob \"" + key + "\"; there are: "
                + Arrays.stream(values()).map(Knob::key).collect(Collectors.joining(", ")));
    }

    /** @throws IllegalArgumentException if the value is out of range */
    void check(double value) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(key() + " is " + value + "; it must be in [" + min + ", " + max + "]");
        }
    }
}
