package org.clickture.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LawTest {

    private final Rng rng = new Rng();

    @BeforeEach
    void start() {
        rng.start(1, 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 5.31, 23, 100})
    void triadsHaveTheirMean(double mean) {
        Law law = Law.triads(mean);
        assertThat(law.mean()).isCloseTo(mean, within(0.001 * mean));
        double sum = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < 200_000; i++) {
            int triads = law.draw(rng);
            least = Math.min(least, triads);
            sum += triads;
        }
        assertThat(least).isOne();
        assertThat(sum / 200_000).isCloseTo(mean, within(0.03 * mean));
    }

    @Test
    void clicksFollowTheirPowerLaw() {
        Law law = Law.powerLaw(2.2);
        int[] counts = new int[3];
        for (int i = 0; i < 200_000; i++) {
            int clicks = law.draw(rng);
            for (int power = 0; power < 3; power++) {
                counts[power] += clicks >= 4 << (2 * power) ? 1 : 0;
            }
        }
        for (int power = 1; power < 3; power++) {
            assertThat((double) counts[power - 1] / counts[power]).isCloseTo(Math.pow(4, 1.2), within(0.6));
        }
    }

    @Test
    void clicksStayBelowTheirLimitWhateverTheExponent() {
        Law law = Law.powerLaw(Knob.CLICK_EXPONENT.min());
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < 200_000; i++) {
            least = Math.min(least, law.draw(rng));
        }
        assertThat(least).isOne();
    }
}
