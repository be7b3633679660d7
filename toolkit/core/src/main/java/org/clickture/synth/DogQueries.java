package org.clickture.synth;

import java.nio.charset.StandardCharsets;

/**
 * Writes queries about dogs, as people type them. What a query is read as (which names stand in it by the longest match)
 * is for the caller to check. Immutable.
 */
final class DogQueries {

    private static final Words COMPARISONS = Words.of(" vs ", " or ", " and ", " versus ", " vs. ", " compared to ");
    private static final Words CROSSINGS = Words.of(" ", " x ", " and ", " mix ", " cross ");

    private final Theme theme;
    private final Words prefixes;
    private final Words suffixes;

    DogQueries(Theme theme) {
        this.theme = theme;
        prefixes = theme.before();
        suffixes = theme.after();
    }

    /** A query for a breed that holds a dog word. */
    void breedWithDogWord(ByteText text, Rng rng, Breed breed) {
        int form = rng.below(100);
        if (form < 8) {
            dogWord(text, rng).append(' ');
            name(text, rng, breed);
        } else if (form < 12) {
            dogWord(text, rng).append(theme.dogs() ? " breeds " : " called ");
            name(text, rng, breed);
        } else {
            prefix(text, rng, 0.5);
            name(text, rng, breed);
            if (form < 20) {
                text.append(rng.chance(0.8) ? "'s" : "’s");
            } else if (form < 28) {
                plural(text);
            }
            text.append(' ');
            dogWord(text, rng);
        }
        suffix(text, rng, 0.7);
    }

    /**
     * A query for a breed that holds a dog word.
     *
     * @param template the same number gives the same words around the name
     * @param misspelled whether the name has a mistake
     */
    void byTemplate(ByteText text, Rng rng, int template, Breed breed, boolean misspelled) {
        Rng words = new Rng();
        words.start(template, 0);
        boolean wordFirst = words.chance(0.1);
        if (wordFirst) {
            dogWord(text, words).append(' ');
        } else {
            prefix(text, words, 0.5);
        }
        int from = text.length();
        name(text, rng, breed);
        if (misspelled) {
            Spelling.misspell(text, from, rng);
        }
        if (!wordFirst) {
            dogWord(text.append(' '), words);
        }
        suffix(text, words, 0.7);
    }

    /** The plainest query for a breed that holds a dog word: it is read as this breed, see {@link Breed#names()}. */
    void plain(ByteText text, Breed breed) {
        String name = new String(breed.names().get(0), StandardCharsets.UTF_8);
        text.append(theme.plain(name));
    }

    /** A query for a breed without a dog word (but that the name may hold one). */
    void breed(ByteText text, Rng rng, Breed breed) {
        prefix(text, rng, 0.4);
        name(text, rng, breed);
        if (rng.chance(0.2)) {
            plural(text);
        }
        suffix(text, rng, 0.6);
    }

    /** A query for dogs of no breed. */
    void dogs(ByteText text, Rng rng) {
        prefix(text, rng, 0.7);
        dogWord(text, rng);
        suffix(text, rng, 0.7);
    }

    /** A query that holds a breed against another. */
    void comparison(ByteText text, Rng rng, Breed one, Breed other) {
        boolean swap = rng.chance(0.5);
        text.append(rng.chance(0.2) ? "difference between " : "");
        name(text, rng, swap ? other : one);
        text.append(COMPARISONS.draw(rng));
        name(text, rng, swap ? one : other);
        text.append(' ');
        dogWord(text, rng);
        suffix(text, rng, 0.2);
    }

    /** A query for a mix of two breeds. */
    void mix(ByteText text, Rng rng, Breed one, Breed other) {
        prefix(text, rng, 0.2);
        name(text, rng, one);
        text.append(CROSSINGS.draw(rng));
        name(text, rng, other);
        text.append(rng.chance(0.7) ? " mix " : " ");
        dogWord(text, rng);
        suffix(text, rng, 0.4);
    }

    /** A query for a cross that has a name of its own. */
    void cross(ByteText text, Rng rng, byte[] name) {
        prefix(text, rng, 0.3);
        text.append(name);
        if (rng.chance(0.6)) {
            text.append(' ');
            dogWord(text, rng);
        }
        suffix(text, rng, 0.5);
    }

    /** A dog word. */
    ByteText dogWord(ByteText text, Rng rng) {
        int draw = rng.below(20);
        int word = draw < 9 ? 0 : draw < 13 ? 1 : draw < 17 ? 2 : 3;
        return text.append(theme.words().get(word % theme.words().size()));
    }

    private void prefix(ByteText text, Rng rng, double share) {
        if (!rng.chance(share)) {
            return;
        }
        if (rng.chance(0.2) && theme.dogs()) {
            text.append(1 + rng.below(12)).append(rng.chance(0.6) ? " week old " : " month old ");
        } else {
            text.append(prefixes.draw(rng)).append(' ');
        }
    }

    private void suffix(ByteText text, Rng rng, double share) {
        if (rng.chance(share)) {
            double u = rng.unit();
            text.append(' ').append(suffixes.get((int) (u * u * suffixes.size())));
        }
    }

    private static void name(ByteText text, Rng rng, Breed breed) {
        Words names = breed.names();
        int from = text.length();
        text.append(rng.chance(0.65) ? names.get(0) : names.draw(rng));
        if (rng.chance(0.04)) {
            hyphenate(text, from);
        }
    }

    private static void hyphenate(ByteText text, int from) {
        byte[] bytes = text.bytes();
        for (int i = from; i < text.length(); i++) {
            if (bytes[i] == ' ') {
                bytes[i] = '-';
            }
        }
    }

    /** Makes the last word a plural, by rule; a wrong plural is not read as the breed and is thrown away by the caller. */
    private static void plural(ByteText text) {
        byte last = text.bytes()[text.length() - 1];
        if (last == 'y') {
            text.truncate(text.length() - 1);
            text.append("ies".getBytes(StandardCharsets.US_ASCII));
        } else {
            text.append(last == 's' || last == 'x' || last == 'z' || last == 'h' ? "es" : "s");
        }
    }
}
