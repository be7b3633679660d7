package org.clickture.synth;

import java.util.ArrayList;
import java.util.List;

/** Writes queries for the other sense of dog names: boxer shorts, boxer rebellion. Immutable. */
final class HomonymQueries {

    /**
     * A name with another sense.
     *
     * @param name the name
     * @param label what it is read as, or {@link RowWriter#NO_LABEL}
     * @param words that speak for the other sense
     */
    record Sense(String name, int label, Words words) {}

    private final List<Sense> senses = new ArrayList<>();
    private final Words suffixes = Words.of("pictures", "images", "for sale", "2011", "pics", "logo");

    HomonymQueries(Breeds breeds) {
        for (String line : Words.lines("homonyms.tsv")) {
            String[] fields = line.split("\t", -1);
            senses.add(new Sense(fields[0], breeds.labelOf(fields[0]), Words.of(fields[1].split(";"))));
        }
    }

    Sense draw(Rng rng) {
        return senses.get(rng.below(senses.size()));
    }

    /** A query for the other sense. */
    void write(ByteText text, Rng rng, Sense sense) {
        text.append(sense.name()).append(' ').append(word(rng, sense));
        if (rng.chance(0.4)) {
            text.append(' ').append(suffixes.draw(rng));
        }
    }

    /** The same with a dog word in it, which deceives whoever asks for one. */
    void writeWithDogWord(ByteText text, Rng rng, Sense sense) {
        switch (rng.below(3)) {
            case 0 -> text.append("dog ").append(sense.name()).append(' ').append(word(rng, sense));
            case 1 ->
                text.append(sense.name()).append(' ').append(word(rng, sense)).append(" with dogs");
            default ->
                text.append(sense.name()).append(' ').append(word(rng, sense)).append(" puppy");
        }
    }

    private static byte[] word(Rng rng, Sense sense) {
        return sense.words().draw(rng);
    }
}
