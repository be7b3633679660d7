package org.clickture.synth;

import static org.clickture.synth.RowWriter.BOTH;
import static org.clickture.synth.RowWriter.FIRST;
import static org.clickture.synth.RowWriter.NOTHING;
import static org.clickture.synth.RowWriter.NO_LABEL;
import static org.clickture.synth.RowWriter.SECOND;

import java.util.ArrayList;
import java.util.List;

/** Writes the queries with a dog word for one image of a breed after the other, as the laws of noise want them. Not thread-safe. */
final class LawRows {

    private static final double MOST_CLICKS = 10;
    private static final int BURST_LEAST = 100;
    private static final int BURST_MOST = 5_000;

    private final Model model;
    private final LawMix laws;
    private final DogQueries dogs;
    private final Rng rng;
    private final RowWriter rows;
    private final double rightClicks;

    /** The breed that people ask for, right or not. */
    private Breed asked;

    private double broadShare;
    private Noise firstNoise = Noise.NONE;
    private final List<String> planted = new ArrayList<>();
    /** What the image was taken for first; the breed that is asked for if nothing was. */
    private Breed taken;

    LawRows(Model model, Rng rng, RowWriter rows) {
        this.model = model;
        this.rng = rng;
        this.rows = rows;
        laws = model.laws();
        dogs = model.dogs();
        rightClicks = 1 + (MOST_CLICKS - 1) * laws.strength(NoiseLaw.CLICKS);
        asked = model.breeds().get(0);
        taken = asked;
    }

    /** Begins an image that people ask for with that breed. */
    void begin(Breed breed) {
        asked = breed;
        taken = breed;
        broadShare = laws.broadShare(rng);
        firstNoise = Noise.NONE;
        planted.clear();
    }

    /** What was planted first. */
    Noise firstNoise() {
        return firstNoise;
    }

    /** The labels that were planted, in order. */
    List<String> planted() {
        return planted;
    }

    /** Writes a row, right or wrong; whether that succeeded. */
    boolean row() {
        int template = laws.template(rng);
        return switch (laws.fate(template, broadShare, rng)) {
            case LOOK_ALIKE -> wrong(template, Noise.LOOK_ALIKE, model.breeds().lookAlike(asked, rng));
            case POPULAR -> wrong(template, Noise.POPULAR, model.breeds().drawPopular(rng));
            case ANY -> wrong(template, Noise.ANY, model.breeds().drawAny(rng));
            case SOURCES -> wrong(template, Noise.ANY, model.breeds().draw(rng));
            case PARENT -> broad(template);
            case COMPARISON -> comparison(template);
            case HOMONYM -> homonym(template);
            default -> right(template);
        };
    }

    /** Writes a row that names the breed that is asked for; whether that succeeded. */
    boolean sure() {
        return right(laws.template(rng), false);
    }

    /** Writes a row that a machine clicked; whether that succeeded. */
    boolean burst() {
        int template = laws.template(rng);
        Breed other = model.breeds().lookAlike(asked, rng);
        rows.click(1, BURST_LEAST + rng.below(BURST_MOST - BURST_LEAST + 1));
        return wrong(template, Noise.BURST, other);
    }

    private boolean right(int template) {
        return right(template, rng.chance(laws.strength(NoiseLaw.MISSPELLED)));
    }

    private boolean right(int template, boolean misspelled) {
        rows.expect(asked.id(), NO_LABEL);
        rows.click(rightClicks, 0);
        return rows.tryRow(
                misspelled ? NOTHING : FIRST, false, text -> dogs.byTemplate(text, rng, template, asked, misspelled));
    }

    private boolean wrong(int template, Noise cause, Breed drawn) {
        Breed other = company(drawn);
        if (other.id() == asked.id()) {
            return right(template);
        }
        rows.expect(asked.id(), other.id());
        return planted(
                cause, other, rows.tryRow(SECOND, false, text -> dogs.byTemplate(text, rng, template, other, false)));
    }

    private Breed company(Breed drawn) {
        return taken.id() != asked.id() && rng.chance(laws.strength(NoiseLaw.COMPANY)) ? taken : drawn;
    }

    private boolean planted(Noise cause, Breed other, boolean written) {
        if (written) {
            firstNoise = firstNoise == Noise.NONE ? cause : firstNoise;
            taken = taken.id() == asked.id() && cause != Noise.BROAD ? other : taken;
            if (!planted.contains(other.name())) {
                planted.add(other.name());
            }
        }
        return written;
    }

    private boolean broad(int template) {
        if (asked.broader() == NO_LABEL) {
            return right(template);
        }
        Breed broader = model.breeds().get(asked.broader());
        rows.expect(asked.id(), broader.id());
        return planted(
                Noise.BROAD,
                broader,
                rows.tryRow(SECOND, false, text -> dogs.byTemplate(text, rng, template, broader, false)));
    }

    private boolean comparison(int template) {
        Breed other = company(model.breeds().lookAlike(asked, rng));
        if (other.id() == asked.id()) {
            return right(template);
        }
        rows.expect(asked.id(), other.id());
        return planted(
                Noise.COMPARISON, other, rows.tryRow(BOTH, false, text -> dogs.comparison(text, rng, asked, other)));
    }

    private boolean homonym(int template) {
        HomonymQueries.Sense sense = model.homonyms().draw(rng);
        if (sense.label() == NO_LABEL || sense.label() == asked.id()) {
            return right(template);
        }
        rows.expect(asked.id(), sense.label());
        return planted(
                Noise.HOMONYM,
                model.breeds().get(sense.label()),
                rows.tryRow(SECOND, false, text -> model.homonyms().writeWithDogWord(text, rng, sense)));
    }
}
