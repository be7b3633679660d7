package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmPaceTest {

    /** What learning leads to is the given part of the way, in log-odds, from what is believed to a share. */
    private static DoubleUnaryOperator partOfTheWay(double part, double share) {
        return believed -> {
            double at = logOdds(believed);
            double learned = at + part * (logOdds(share) - at);
            return 1 / (1 + Math.exp(-learned));
        };
    }

    private static double after(int passes, double believed, DoubleUnaryOperator learning) {
        EmPace pace = new EmPace();
        double now = believed;
        for (int pass = 0; pass < passes; pass++) {
            now = pace.next(now, learning.applyAsDouble(now));
        }
        return now;
    }

    @Test
    void goesTwiceAsFarAtFirst() {
        assertThat(after(1, 0.5, believed -> 2.0 / 3)).isCloseTo(0.8, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.15, 0.3, 0.6, 1})
    void isThereAfterTheSecondPassWhereEachLearnsTheSamePart(double part) {
        assertThat(after(2, 0.1, partOfTheWay(part, 0.7))).isCloseTo(0.7, within(1e-9));
    }

    @Test
    void goesAtMostEightTimesAsFar() {
        DoubleUnaryOperator slow = partOfTheWay(0.01, 0.7);
        double once = after(1, 0.1, slow);

        double way = logOdds(slow.applyAsDouble(once)) - logOdds(once);
        assertThat(logOdds(after(2, 0.1, slow)) - logOdds(once)).isCloseTo(8 * way, within(1e-9));
    }

    private static double logOdds(double share) {
        return Math.log(share / (1 - share));
    }

    @Test
    void goesOnWhereMoreIsLeftAfterEachPass() {
        assertThat(after(8, 0.1, partOfTheWay(-0.05, 0.05))).isGreaterThan(0.9);
    }

    @Test
    void goesOnWhereAsMuchIsLeftAfterEachPass() {
        assertThat(after(20, 0.1, believed -> believed / (believed + 0.95 * (1 - believed))))
                .isGreaterThan(0.9);
    }

    @Test
    void staysWhereNothingIsLeft() {
        assertThat(after(5, 0.3, believed -> believed)).isCloseTo(0.3, within(1e-12));
        assertThat(after(30, 0.1, partOfTheWay(0.3, 0.7))).isCloseTo(0.7, within(1e-12));
    }

    /** Where learning swings past its end, so does the first step, but later ones are as long as what is learned. */
    @Test
    void doesNotSwingForEverWhereLearningGoesAFifthTooFar() {
        assertThat(after(30, 0.6, partOfTheWay(1.2, 0.7))).isCloseTo(0.7, within(1e-9));
    }
}
