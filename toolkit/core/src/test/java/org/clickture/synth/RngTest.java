package org.clickture.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class RngTest {

    @Test
    void givesTheNumbersOfSplitMix64() {
        Rng rng = new Rng();
        rng.start(1234567);
        SplittableRandom jdk = new SplittableRandom(1234567);
        assertThat(rng.next()).isEqualTo(6457827717110365317L).isEqualTo(jdk.nextLong());
        for (int i = 0; i < 1000; i++) {
            assertThat(rng.next()).isEqualTo(jdk.nextLong());
        }
    }

    @Test
    void drawsEveryNumberBelowTheBoundAboutEquallyOften() {
        Rng rng = new Rng();
        rng.start(5, 6);
        int[] ints = new int[7];
        int[] longs = new int[7];
        for (int i = 0; i < 70_000; i++) {
            ints[rng.below(7)]++;
            longs[(int) rng.below(7L)]++;
        }
        for (int i = 0; i < 7; i++) {
            assertThat(ints[i]).isBetween(9_600, 10_400);
            assertThat(longs[i]).isBetween(9_600, 10_400);
        }
    }

    @Test
    void staysBelowLargeBounds() {
        Rng rng = new Rng();
        rng.start(7, 8);
        long largest = 0;
        for (int i = 0; i < 10_000; i++) {
            assertThat(rng.below(Integer.MAX_VALUE)).isNotNegative();
            assertThat(rng.unit()).isBetween(0.0, Math.nextDown(1.0));
            largest = Math.max(largest, rng.below((1L << 62) - 1));
        }
        assertThat(largest).isBetween((1L << 62) / 1000 * 999, (1L << 62) - 2);
    }

    @Test
    void neighbouringStreamsDiffer() {
        Rng one = new Rng();
        Rng other = new Rng();
        int equal = 0;
        for (int stream = 0; stream < 10_000; stream++) {
            one.start(1, stream);
            other.start(1, stream + 1);
            equal += one.below(100) == other.below(100) ? 1 : 0;
        }
        assertThat(equal).isBetween(50, 150);
    }
}
