package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmUrnTest {

    private static final double PAIRS = 100_000;

    private final EmUrn urn = new EmUrn();

    @Test
    void beginsWithNamesThatRepeatEachOther() {
        assertThat(urn.likely(0.2, 0, 0)).isEqualTo(0.2);
        assertThat(urn.likely(0.2, 2, 3)).isCloseTo((0.4 + 2) / 5, within(1e-15));
        assertThat(urn.fresh(0.2, 2, 3)).isCloseTo(0.4 / 5, within(1e-15));
        assertThat(urn.freshShare(0.2, 2)).isCloseTo(0.4 / 2.4, within(1e-15));
    }

    /** Half of the second names repeat the first, the others are any of ten labels. */
    @Test
    void findsTheWeightOfRepeating() {
        learn(0.55, 40);

        assertThat(urn.likely(0.1, 0, 1)).isCloseTo(0.05, within(0.002));
        assertThat(urn.likely(0.1, 1, 1)).isCloseTo(0.55, within(0.02));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1e-3, 1e-6})
    void findsThatNamesShunEachOther(double drawn) {
        learn(0.02, 1);

        assertThat(urn.likely(drawn, 0, 1)).isEqualTo(drawn);
        assertThat(urn.likely(drawn, 1, 1)).isCloseTo(0.2 * drawn, within(0.01 * drawn));
        assertThat(urn.fresh(drawn, 1, 1)).isEqualTo(urn.likely(drawn, 1, 1));
        assertThat(urn.freshShare(drawn, 1)).isEqualTo(1);
    }

    @Test
    void takesBackThatNamesShunEachOther() {
        double before = urn.likely(0.1, 1, 1);
        learn(0.02, 1);
        learn(0.55, 1);

        assertThat(urn.likely(0.1, 1, 1)).isCloseTo(before, within(0.1));
    }

    /** Of 100 expected 71 are less than three standard deviations fewer, 69 are more. */
    @Test
    void believesThatNamesShunEachOtherOnlyIfItIsClear() {
        EmCounts counts = new EmCounts(1, 1, 1);
        counts.sameByChance = 100;
        counts.sameAgain = 71;
        urn.update(counts);
        assertThat(urn.freshShare(0.1, 1)).isLessThan(1);

        counts.sameAgain = 69;
        urn.update(counts);
        assertThat(urn.likely(0.1, 1, 1)).isCloseTo(0.1 * 89 / 120, within(1e-15));
    }

    @Test
    void givesTheSameProductInAnyOrder() {
        assertThat(product(0, 0, 1, 2, 1)).isCloseTo(product(1, 2, 0, 1, 0), within(1e-15));

        learn(0.02, 1);

        assertThat(product(0, 0, 1, 2, 1)).isCloseTo(product(1, 2, 0, 1, 0), within(1e-15));
    }

    private double product(int... labels) {
        double[] drawn = {0.5, 0.3, 0.2};
        int[] times = new int[3];
        double product = 1;
        int all = 0;
        for (int label : labels) {
            product *= urn.likely(drawn[label], times[label]++, all++);
        }
        return product;
    }

    /** In so many passes: two wrong names of each image, each of ten labels at first, the second so often the same. */
    private void learn(double sameShare, int passes) {
        for (int pass = 0; pass < passes; pass++) {
            EmCounts counts = new EmCounts(1, 1, 1);
            urn.count(PAIRS, 0.1, 0, 0, counts);
            urn.count(PAIRS * sameShare, 0.1, 1, 1, counts);
            urn.count(PAIRS * (1 - sameShare), 0.1, 0, 1, counts);
            counts.sameByChance = PAIRS * 0.1;
            urn.update(counts);
        }
    }
}
