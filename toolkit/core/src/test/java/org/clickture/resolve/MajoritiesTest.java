package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MajoritiesTest {

    private static final int LABELS = 10;
    private static final int IMAGES = 200;

    /** Every image has three queries for the label of its number and one each for those that lie 1, 2 and 3 behind it. */
    private static Votes votes() {
        Votes.Builder builder = new Votes.Builder(
                IntStream.range(0, LABELS).mapToObj(String::valueOf).toList());
        for (int image = 0; image < IMAGES; image++) {
            builder.image(String.format("%03d", image));
            for (int behind : List.of(0, 0, 0, 1, 2, 3)) {
                builder.vote("t", false, 1, (image + behind) % LABELS);
            }
        }
        return builder.build();
    }

    private static boolean changedPlaces(Votes votes, IntUnaryOperator chosen) {
        CandidateSets candidates =
                CandidateSets.of(votes, LabelTree.flat(votes.labels().size()));
        double[] posteriors = new double[candidates.size()];
        for (int image = 0; image < votes.images(); image++) {
            int label = chosen.applyAsInt(image) % LABELS;
            posteriors[candidates.first(image) + candidates.indexOf(image, label)] = 0.9;
        }
        double[] nothing = new double[votes.images()];
        return Majorities.changedPlaces(votes, new Posteriors(candidates, posteriors, nothing, nothing, false));
    }

    @Test
    void hasChangedPlacesIfMostImagesAreTakenForTheSameOtherLabel() {
        assertThat(changedPlaces(votes(), image -> image + 1)).isTrue();
        assertThat(changedPlaces(votes(), image -> image % 2 == 0 ? image + 1 : image))
                .isTrue();
        assertThat(changedPlaces(votes(), image -> image % 5 < 2 ? image + 1 : image))
                .as("most majorities are followed")
                .isFalse();
    }

    @Test
    void hasNotChangedPlacesIfMoreThanFiftyNineInAHundredAreFollowed() {
        assertThat(changedPlaces(votes(), image -> image % 100 < 58 ? image : image + 1))
                .isTrue();
        assertThat(changedPlaces(votes(), image -> image % 100 < 60 ? image : image + 1))
                .isFalse();
    }

    @Test
    void hasNotChangedPlacesIfOneInFiveIsTakenForAnother() {
        assertThat(changedPlaces(votes(), image -> image / LABELS % 5 == 0 ? image + 2 : image + 1))
                .isFalse();
    }

    @Test
    void hasNotChangedPlacesIfImagesAreTakenForManyOthers() {
        assertThat(changedPlaces(votes(), image -> image + 1 + image / LABELS % 3))
                .isFalse();
    }

    @Test
    void doesNotCountImagesWithoutAMajority() {
        Votes.Builder builder = new Votes.Builder(List.of("a", "b"));
        for (int image = 0; image < 20; image++) {
            builder.image("k" + (10 + image));
            builder.vote("t", false, 1, 0);
            builder.vote("t", false, 1, image < 10 ? 0 : 1);
        }

        assertThat(changedPlaces(builder.build(), image -> image < 10 ? 0 : 1)).isFalse();
        assertThat(changedPlaces(new Votes.Builder(List.of("a")).build(), image -> 0))
                .isFalse();
    }
}
