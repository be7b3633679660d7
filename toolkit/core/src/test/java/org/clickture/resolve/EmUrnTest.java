package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EmUrnTest {

    private final EmUrn urn = new EmUrn();

    @Test
    void beginsWithVotesThatRepeatEachOther() {
        assertThat(urn.likely(0.2, 0, 0)).isEqualTo(0.2);
        assertThat(urn.likely(0.2, 2, 3)).isCloseTo((0.4 + 2) / 5, within(1e-15));
        assertThat(urn.fresh(0.2, 2, 3)).isCloseTo(0.4 / 5, within(1e-15));
    }

    /** Wrong votes that name any of ten labels, with ten times as much weight on one that an earlier vote has named. */
    @Test
    void findsTheWeightOfRepeating() {
        learn(0.55, 1);

        assertThat(urn.likely(0.1, 0, 1)).isCloseTo(0.05, within(0.002));
        assertThat(urn.likely(0.1, 1, 1)).isCloseTo(0.55, within(0.02));
    }

    @Test
    void findsThatNamesAreShunned() {
        learn(0.02, 1);

        assertThat(urn.likely(0.1, 0, 1)).isCloseTo(0.1, within(0.001));
        assertThat(urn.likely(0.1, 1, 1)).isCloseTo(0.02, within(0.002));
    }

    @Test
    void takesBackThatNamesAreShunned() {
        learn(0.02, 1);
        learn(0.55, 30);

        assertThat(urn.likely(0.1, 1, 1)).isCloseTo(0.55, within(0.02));
    }

    @Test
    void ofAFewVotesBelievesLittle() {
        EmCounts counts = new EmCounts(1, 1, 1);
        counts.sameByChance = 1;
        urn.update(counts);

        assertThat(urn.likely(0.1, 1, 1)).isGreaterThan(0.09);
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

    /** Learns from 100,000 images of two wrong votes each, whose second one names the label of the first one so often. */
    private void learn(double sameShare, int times) {
        for (int i = 0; i < 40 * times; i++) {
            EmCounts counts = new EmCounts(1, 1, 1);
            double pairs = 100_000;
            urn.count(pairs, pairs * urn.fresh(0.1, 0, 0) / urn.likely(0.1, 0, 0), 0, 0, counts);
            count(pairs * sameShare, 1, counts);
            count(pairs * (1 - sameShare), 0, counts);
            counts.sameByChance = pairs * 0.1;
            urn.update(counts);
        }
    }

    private void count(double votes, int same, EmCounts counts) {
        urn.count(votes, votes * urn.fresh(0.1, same, 1) / urn.likely(0.1, same, 1), same, 1, counts);
    }
}
