package org.clickture.synth;

import static org.clickture.synth.RowWriter.BOTH;
import static org.clickture.synth.RowWriter.FIRST;
import static org.clickture.synth.RowWriter.NOTHING;
import static org.clickture.synth.RowWriter.NO_LABEL;
import static org.clickture.synth.RowWriter.SECOND;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides what an image shows and what it is clicked for. All of it follows from the request and the image's number, so
 * that it does not matter who makes the image and when. Not thread-safe.
 */
final class ImageMaker {

    /** Shares of the queries for an image of a breed: for the breed, for dogs; the others are for something else. */
    private static final double FOR_THE_BREED = 0.8;

    private static final double FOR_DOGS = 0.15;

    /** Why an image is clicked for a second breed if not by a comparison; the others are queries for a mix. */
    private static final double BY_LOOK = 0.5;

    private static final double BY_POPULARITY = 0.2;
    private static final double BY_BROAD_NAME = 0.2;

    private static final double CROSS_TAKEN_FOR_A_BREED = 0.3;
    private static final int ATTEMPTS_TO_DIFFER = 8;

    private final Model model;
    private final Block block;
    private final DogQueries dogs;
    private final Rng rng = new Rng();
    private final RowWriter rows;
    private final Words dogThings = Words.resource("dog-things.txt");
    private final double severalBreeds;
    private final double comparison;
    private final double noiseRate;
    private final double wrongBreed;
    private final double dogWord;
    private final double misspelled;
    private final double homonymDogWord;
    private final LawRows byLaws;

    private int topic;
    private int topics;
    private String breed = "";
    private Noise noise = Noise.NONE;
    private String noiseBreed = "";

    /** @param block gets the rows and the truth */
    ImageMaker(Model model, Block block) {
        this.model = model;
        this.block = block;
        dogs = model.dogs();
        rows = new RowWriter(model, rng, block);
        SynthRequest request = model.request();
        double mixes = request.value(Knob.MIX_SHARE);
        severalBreeds = mixes < 1 ? (request.value(Knob.SEVERAL_BREEDS_SHARE) - mixes) / (1 - mixes) : 0;
        comparison = request.value(Knob.COMPARISON_SHARE);
        noiseRate = request.value(Knob.NOISE_RATE);
        wrongBreed = request.value(Knob.WRONG_BREED_SHARE);
        dogWord = request.value(Knob.DOG_WORD_SHARE);
        misspelled = request.value(Knob.MISSPELLED_SHARE);
        homonymDogWord = request.value(Knob.HOMONYM_DOG_WORD_SHARE);
        byLaws = new LawRows(model, rng, rows);
    }

    /**
     * Writes an image's rows and its line of the truth.
     *
     * @param image its number in the log
     * @param maxRows it has no more rows than that, at least 1
     */
    void make(long image, int maxRows) {
        Subject subject = model.shapes().subject(image, rng);
        int count = Math.min(model.shapes().rows(subject, rng), maxRows);
        rows.beginImage();
        topic = model.things().topic(rng);
        topics = 2 + count / 2;
        breed = "";
        noise = Noise.NONE;
        noiseBreed = "";
        switch (subject) {
            case BREED -> breed(count);
            case MIX -> mix(count);
            case CROSS -> cross(count);
            case DOG -> dogs(count);
            case HOMONYM -> homonym(count);
            case DOG_THING -> dogThing(count);
            case THING -> things(count);
        }
        writeTruth(subject);
        block.endImage();
    }

    private void writeTruth(Subject subject) {
        if (subject == Subject.BREED || subject == Subject.MIX || noise != Noise.NONE) {
            block.breedImages++;
        }
        if (noise.makesSeveralBreeds() && subject != Subject.CROSS) {
            block.severalBreedsImages++;
        }
        block.truth().append(rows.key()).append('\t').append(breed).append('\t').append(subject.key());
        block.truth()
                .append('\t')
                .append(noise.key())
                .append('\t')
                .append(noiseBreed)
                .append('\n');
    }

    private void breed(int count) {
        Breed shown = model.breeds().draw(rng);
        breed = shown.name();
        if (!model.laws().isEmpty()) {
            breedByLaws(count, shown);
        } else if (rng.chance(severalBreeds)) {
            severalBreeds(count, shown);
        } else {
            Breed asked = rng.chance(wrongBreed) ? lookAlike(shown) : shown;
            if (asked.id() != shown.id()) {
                plant(Noise.WRONG, asked.name());
            }
            oneBreed(count, asked);
        }
    }

    private void breedByLaws(int count, Breed shown) {
        Breed asked = rng.chance(model.laws().strength(NoiseLaw.WRONG_IMAGE)) ? lookAlike(shown) : shown;
        int burst = count > 1 && rng.chance(model.laws().strength(NoiseLaw.BURST)) ? rng.below(count) : -1;
        byLaws.begin(asked);
        for (int i = 0; i < count; i++) {
            double u = rng.unit();
            if (i == 0 && asked.id() != shown.id()) {
                orThing(byLaws.sure());
            } else if (i == burst) {
                orThing(byLaws.burst());
            } else if (i == 0 || u < FOR_THE_BREED * dogWord) {
                orThing(byLaws.row());
            } else {
                rows.expect(asked.id(), NO_LABEL);
                if (u < FOR_THE_BREED) {
                    plainRow(text -> dogs.breed(text, rng, asked));
                } else if (u < FOR_THE_BREED + FOR_DOGS) {
                    plainRow(text -> dogs.dogs(text, rng));
                } else {
                    thingRow();
                }
            }
        }
        noise = asked.id() == shown.id() ? byLaws.firstNoise() : Noise.WRONG;
        noiseBreed = Stream.concat(Stream.of(asked.name()), byLaws.planted().stream())
                .filter(name -> !name.equals(shown.name()))
                .distinct()
                .collect(Collectors.joining(";"));
    }

    private void orThing(boolean written) {
        if (!written) {
            thingRow();
        }
    }

    private void oneBreed(int count, Breed asked) {
        rows.expect(asked.id(), NO_LABEL);
        int sure = rng.below(count);
        for (int i = 0; i < count; i++) {
            if (i == sure) {
                sureRow(asked);
            } else {
                anyRow(asked);
            }
        }
    }

    private void severalBreeds(int count, Breed shown) {
        Noise cause = count == 1 || rng.chance(comparison) ? Noise.COMPARISON : cause(shown);
        Breed other = switch (cause) {
            case POPULAR -> popular(shown);
            case BROAD -> model.breeds().get(shown.broader());
            default -> lookAlike(shown);
        };
        rows.expect(shown.id(), other.id());
        int sure = rng.below(count);
        int noisy = count == 1 ? sure : (sure + 1 + rng.below(count - 1)) % count;
        for (int i = 0; i < count; i++) {
            if ((i == noisy || (i != sure && rng.chance(noiseRate))) && noisyRow(cause, shown, other)) {
                plant(cause, other.name());
            } else if (i == sure) {
                sureRow(shown);
            } else {
                anyRow(shown);
            }
        }
    }

    private Noise cause(Breed shown) {
        double u = rng.unit();
        if (u < BY_LOOK) {
            return Noise.LOOK_ALIKE;
        }
        if (u < BY_LOOK + BY_POPULARITY) {
            return Noise.POPULAR;
        }
        if (u < BY_LOOK + BY_POPULARITY + BY_BROAD_NAME) {
            return shown.broader() == NO_LABEL ? Noise.LOOK_ALIKE : Noise.BROAD;
        }
        return Noise.MIX;
    }

    private void plant(Noise cause, String name) {
        noise = cause;
        noiseBreed = name;
    }

    /** A breed that this one is taken for; the breed itself if there is no other. */
    private Breed lookAlike(Breed breed) {
        return model.breeds().lookAlike(breed, rng);
    }

    /** A breed that many ask for; the breed itself if there is no other. */
    private Breed popular(Breed breed) {
        return model.breeds().drawOther(breed, rng);
    }

    /** A row that is surely read as the breed that is expected first. */
    private void sureRow(Breed asked) {
        if (!rows.tryRow(FIRST, false, text -> dogs.breedWithDogWord(text, rng, asked))) {
            rows.tryRow(FIRST, false, text -> dogs.plain(text, asked));
        }
    }

    /** A row that is read as the breed that is expected second; whether that succeeded. */
    private boolean noisyRow(Noise cause, Breed shown, Breed other) {
        return switch (cause) {
            case COMPARISON -> rows.tryRow(BOTH, true, text -> dogs.comparison(text, rng, shown, other));
            case MIX -> rows.tryRow(BOTH, true, text -> dogs.mix(text, rng, shown, other));
            default -> rows.tryRow(SECOND, true, text -> dogs.breedWithDogWord(text, rng, other));
        };
    }

    /** Any row of an image of a breed. */
    private void anyRow(Breed asked) {
        double u = rng.unit();
        if (u < FOR_THE_BREED) {
            boolean gated = rng.chance(dogWord);
            plainRow(text -> {
                if (gated) {
                    dogs.breedWithDogWord(text, rng, asked);
                } else {
                    dogs.breed(text, rng, asked);
                }
            });
        } else if (u < FOR_THE_BREED + FOR_DOGS) {
            plainRow(text -> dogs.dogs(text, rng));
        } else {
            thingRow();
        }
    }

    private void mix(int count) {
        Breed one = model.breeds().draw(rng);
        Breed other = popular(one);
        rows.expect(one.id(), other.id());
        int sure = rng.below(count);
        for (int i = 0; i < count; i++) {
            if (i == sure) {
                if (noisyRow(Noise.MIX, one, other)) {
                    plant(Noise.MIX, one.name() + ';' + other.name());
                } else {
                    sureRow(one);
                }
            } else if (rng.chance(0.6)) {
                plainRow(text -> dogs.mix(text, rng, one, other));
            } else {
                anyRow(rng.chance(0.5) ? one : other);
            }
        }
    }

    private void cross(int count) {
        Words crosses = model.breeds().crosses();
        byte[] name = crosses.draw(rng);
        breed = new String(name, StandardCharsets.UTF_8);
        Breed other = model.breeds().draw(rng);
        rows.expect(other.id(), NO_LABEL);
        int noisy = rng.chance(CROSS_TAKEN_FOR_A_BREED) ? rng.below(count) : -1;
        for (int i = 0; i < count; i++) {
            if (i == noisy && rows.tryRow(FIRST, true, text -> dogs.breedWithDogWord(text, rng, other))) {
                plant(Noise.POPULAR, other.name());
            } else {
                rows.expect(i < noisy || noise != Noise.NONE ? other.id() : NO_LABEL, NO_LABEL);
                plainRow(text -> dogs.cross(text, rng, name));
            }
        }
    }

    private void dogs(int count) {
        for (int i = 0; i < count; i++) {
            if (rng.chance(0.9)) {
                plainRow(text -> dogs.dogs(text, rng));
            } else {
                thingRow();
            }
        }
    }

    private void homonym(int count) {
        HomonymQueries homonyms = model.homonyms();
        HomonymQueries.Sense sense = homonyms.draw(rng);
        boolean deceives = rng.chance(homonymDogWord) && sense.label() != NO_LABEL;
        int deceiving = deceives ? rng.below(count) : -1;
        for (int i = 0; i < count; i++) {
            rows.expect(i == deceiving ? sense.label() : NO_LABEL, NO_LABEL);
            if (i == deceiving && rows.tryRow(FIRST, true, text -> homonyms.writeWithDogWord(text, rng, sense))) {
                plant(Noise.HOMONYM, model.breeds().get(sense.label()).name());
            } else {
                plainRow(text -> homonyms.write(text, rng, sense));
            }
        }
    }

    private void dogThing(int count) {
        byte[] thing = dogThings.draw(rng);
        for (int i = 0; i < count; i++) {
            plainRow(text -> model.things().writeVaried(text, rng, thing));
        }
    }

    private void things(int count) {
        for (int i = 0; i < count; i++) {
            thingRow();
        }
    }

    /** A row that is read as nothing unexpected, misspelled or not; about something else if that cannot be had. */
    private void plainRow(Consumer<ByteText> query) {
        boolean typo = rng.chance(misspelled);
        boolean written = rows.tryRow(NOTHING, false, text -> {
            query.accept(text);
            if (typo) {
                Spelling.misspell(text, rows.queryStart(), rng);
            }
        });
        if (!written) {
            thingRow();
        }
    }

    /** A row about something else. Almost all rows are: it makes no object. */
    private void thingRow() {
        ByteText text = rows.beginRow();
        for (int attempt = 0; attempt < ATTEMPTS_TO_DIFFER; attempt++) {
            rows.discardQuery();
            model.things().write(text, rng, topic, topics);
            if (rng.chance(misspelled)) {
                Spelling.misspell(text, rows.queryStart(), rng);
            }
            if (!rows.repeats()) {
                break;
            }
        }
        rows.endRow(false, true);
    }
}
