package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StrayedTest {

    private final Strayed strayed = new Strayed(40);

    @Test
    void drawsTheFirstAnew() {
        strayed.clear(3);

        assertThat(strayed.likely(1, 0.2, 0.5)).isEqualTo(0.2);
        assertThat(strayed.fresh(0.2, 0.5)).isEqualTo(0.2);
    }

    @Test
    void repeatsEarlierOnes() {
        strayed.clear(3);
        strayed.add(1);
        strayed.add(1);
        strayed.add(2);

        assertThat(strayed.likely(1, 0.2, 1)).isCloseTo((0.2 + 2) / 4, within(1e-15));
        assertThat(strayed.fresh(0.2, 1)).isCloseTo(0.2 / 4, within(1e-15));
        assertThat(strayed.of(1)).isEqualTo(2);
        assertThat(strayed.all()).isEqualTo(3);
    }

    @Test
    void givesTheSameProductInAnyOrder() {
        assertThat(product(0, 0, 1, 2, 1)).isCloseTo(product(1, 2, 0, 1, 0), within(1e-15));
    }

    @Test
    void forgetsWhenCleared() {
        strayed.clear(40);
        strayed.add(39);
        strayed.clear(40);

        assertThat(strayed.of(39)).isZero();
        assertThat(strayed.all()).isZero();
    }

    private double product(int... labels) {
        double[] drawn = {0.5, 0.3, 0.2};
        strayed.clear(3);
        double product = 1;
        for (int label : labels) {
            product *= strayed.likely(label, drawn[label], 0.7);
            strayed.add(label);
        }
        return product;
    }
}
