package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatsTest {

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 0.001, 0.0999999, 0.1000001, 1, 5, 20})
    void isTheExponentialOverItsArgument(double expected) {
        double gain = Math.expm1(expected) / expected;

        assertThat(Repeats.gain(expected)).isCloseTo(gain, within(1e-9 * gain));
        assertThat(Repeats.further(expected)).isCloseTo(expected + 1 / gain - 1, within(1e-9));
    }

    @Test
    void changesNothingWhereNobodyIsExpected() {
        assertThat(Repeats.gain(0)).isEqualTo(1);
        assertThat(Repeats.further(0)).isZero();
    }

    @Test
    void saysHowManyComeBesidesTheFirst() {
        Random random = new Random(1);
        double expected = 1.7;
        long seen = 0;
        long further = 0;
        for (int i = 0; i < 200_000; i++) {
            int come = 0;
            for (double time = -Math.log(1 - random.nextDouble()); time < expected; come++) {
                time -= Math.log(1 - random.nextDouble());
            }
            seen += come > 0 ? 1 : 0;
            further += Math.max(0, come - 1);
        }

        assertThat(Repeats.further(expected)).isCloseTo((double) further / seen, within(0.01));
    }
}
