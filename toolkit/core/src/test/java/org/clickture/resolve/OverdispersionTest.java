package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverdispersionTest {

    /** Shares that lie above and below the mean as far as those of a Beta distribution do, and counts drawn by them. */
    @ParameterizedTest
    @ValueSource(ints = {5, 30, 200})
    void findsTheWeightOfThePriorThatTheSharesCameFrom(int weight) {
        Random random = new Random(weight);
        Overdispersion differences = new Overdispersion();
        double mean = 0.3;
        double deviation = Math.sqrt(mean * (1 - mean) / (weight + 1));
        for (int group = 0; group < 5_000; group++) {
            double share = random.nextBoolean() ? mean + deviation : mean - deviation;
            int counted = 0;
            for (int i = 0; i < 150; i++) {
                counted += random.nextDouble() < share ? 1 : 0;
            }
            differences.add(counted, 150, mean);
        }

        assertThat(differences.weight(0, 1_000_000)).isCloseTo(weight, within(0.1 * weight));
    }

    @Test
    void givesTheLargestWeightWhereChanceExplainsEverything() {
        Overdispersion differences = new Overdispersion();
        differences.add(31, 100, 0.3);
        differences.add(0, 0, 0.3);

        assertThat(differences.weight(5, 20_000)).isEqualTo(20_000);
        assertThat(new Overdispersion().weight(5, 20_000)).isEqualTo(20_000);
    }

    @Test
    void givesNoSmallerWeightThanTheLeast() {
        Overdispersion differences = new Overdispersion();
        differences.add(100, 100, 0.3);

        assertThat(differences.weight(5, 20_000)).isEqualTo(5);
    }

    /** Thirty of a hundred where twenty were expected: 84 more than the variance of 16, which could be 99 times as much. */
    @Test
    void takesCountsOfWhichItIsKnownHowAlikeTheyAre() {
        Overdispersion counted = new Overdispersion();
        counted.add(30, 100, 0.2);
        Overdispersion known = new Overdispersion();
        known.addExcess(80, 1500);
        known.addExcess(4, 84);

        assertThat(known.weight(0, 1000)).isEqualTo(counted.weight(0, 1000), within(1e-9));
    }
}
