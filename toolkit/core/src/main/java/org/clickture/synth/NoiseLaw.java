package org.clickture.synth;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A way in which the clicks on images of a breed go wrong. Laws combine, each with a strength in [0, 1]. As soon as there is
 * one, laws alone plant noise: the knobs {@code several-breeds-share}, {@code noise-rate}, {@code comparison-share} and {@code
 * wrong-breed-share} do nothing, and queries for a breed that hold a dog word follow {@value LawMix#TEMPLATES} templates,
 * some of them frequent, most rare.
 */
public enum NoiseLaw {
    LOOK_ALIKE(0.25, "share of the queries that name a breed which the true one is taken for"),
    POPULAR(0.25, "share of the queries that name one of the most popular breeds"),
    ANY(0.25, "share of the queries that name any breed, all alike"),
    SOURCES(0.25, "share of the queries that name any breed, as often as images show it; templates differ much in it"),
    PARENT(0.3, "share of the queries that name a broader breed, where there is one (retriever for golden retriever)"),
    COMPARISON(0.15, "share of the queries that hold the breed against a look-alike (husky vs akita)"),
    HOMONYM(0.1, "share of the queries that mean the other sense of a dog name (boxer shorts) but hold a dog word"),
    MISSPELLED(0.2, "share of the queries for the true breed that are misspelled, so that most of them name none"),
    BURST(0.15, "share of the images with a wrong query that a machine clicked 100 to 5,000 times"),
    WRONG_IMAGE(0.01, "share of the images where all queries take the breed for the same look-alike"),
    COMPANY(0.8, "how likely a wrong query names what an earlier wrong one of its image named; needs another law"),
    CLICKS(0.3, "how much more right queries are clicked: 0 not at all, 1 ten times; needs another law"),
    AUDIENCE(
            0.6,
            "how unlike images are in the share of parent: by so much of it half have more, half less; needs parent");

    private final double standard;
    private final String meaning;

    NoiseLaw(double standard, String meaning) {
        this.standard = standard;
        this.meaning = meaning;
    }

    /** The name on the command line: lower case, with hyphens. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The strength if none is given. */
    public double standard() {
        return standard;
    }

    /** What its strength is, in one line. */
    public String meaning() {
        return meaning;
    }

    /**
     * The law of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static NoiseLaw of(String key) {
        for (NoiseLaw law : values()) {
            if (law.key().equals(key)) {
                return law;
            }
        }
        throw new IllegalArgumentException("there is no law \"" + key + "\"; there are: "
                + Arrays.stream(values()).map(NoiseLaw::key).collect(Collectors.joining(", ")));
    }

    /** @throws IllegalArgumentException if the strength is out of range */
    void check(double strength) {
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException(
                    "the strength of the law " + key() + " is " + strength + "; it must be in [0, 1]");
        }
    }
}
