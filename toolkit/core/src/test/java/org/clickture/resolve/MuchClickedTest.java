package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MuchClickedTest {

    private static final int LABELS = 50;

    /** Each image has three votes with one click and three with 20, of which some repeat the first of them. */
    private static Votes votes(int images, double rightIfMuch, double rightOtherwise, double repeated) {
        Random random = new Random(1);
        Votes.Builder builder = new Votes.Builder(
                IntStream.range(0, LABELS).mapToObj(i -> "label " + i).toList());
        for (int image = 0; image < images; image++) {
            builder.image(String.valueOf(image));
            int truth = random.nextInt(LABELS);
            for (int i = 0; i < 3; i++) {
                builder.vote("t", false, 1, random.nextDouble() < rightOtherwise ? truth : random.nextInt(LABELS));
            }
            int first = -1;
            for (int i = 0; i < 3; i++) {
                int named = random.nextDouble() < rightIfMuch ? truth : random.nextInt(LABELS);
                named = first >= 0 && random.nextDouble() < repeated ? first : named;
                builder.vote("t", false, 20, named);
                first = first < 0 ? named : first;
            }
        }
        return builder.build();
    }

    private static double repeated(Votes votes) {
        return MuchClicked.of(votes, new boolean[votes.images()]).repeated();
    }

    @Test
    void measuresHowManyRepeatAnother() {
        // Of two that follow the first both repeat it with 0.64 and one with 0.32: 0.64 + 0.32 / 3 of the pairs agree
        // by that.
        assertThat(repeated(votes(20_000, 0.4, 0.9, 0.8))).isCloseTo(0.747, within(0.02));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.6, 0.95})
    void measuresNothingWhereNoneDoes(double rightIfMuch) {
        assertThat(repeated(votes(5000, rightIfMuch, 0.8, 0))).isZero();
    }

    /** Nobody asked twice: those who click much know, and agree for that; the others do not agree with each other. */
    @Test
    void doesNotTakeThoseWhoKnowForMachines() {
        Votes.Builder builder = new Votes.Builder(List.of("a", "b", "c"));
        for (int image = 0; image < 100; image++) {
            builder.image(String.valueOf(image));
            builder.vote("t", false, 1, 0);
            builder.vote("t", false, 1, image % 5 == 0 ? 0 : 1);
            builder.vote("t", false, 50, 2);
            builder.vote("t", false, 50, 2);
        }

        assertThat(repeated(builder.build())).isZero();
    }

    @Test
    void asksForMoreThanAFewImages() {
        assertThat(repeated(votes(3, 0, 1, 1))).isZero();
        assertThat(repeated(votes(20, 0, 1, 1))).isBetween(0.4, 0.6);
        assertThat(repeated(votes(400, 0, 1, 1))).isGreaterThan(0.9);
    }

    @Test
    void needsNoVote() {
        assertThat(repeated(new Votes.Builder(List.of("a")).build())).isZero();
    }
}
