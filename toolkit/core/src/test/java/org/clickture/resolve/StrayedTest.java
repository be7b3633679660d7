package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StrayedTest {

    private final Strayed strayed = new Strayed(40);

    @Test
    void countsWhatIsAdded() {
        strayed.clear(3);
        strayed.add(1);
        strayed.addAll(new int[] {0, 1, 2}, 1, 3);

        assertThat(strayed.of(0)).isZero();
        assertThat(strayed.of(1)).isEqualTo(2);
        assertThat(strayed.all()).isEqualTo(3);
    }

    @Test
    void forgetsWhenCleared() {
        strayed.clear(40);
        strayed.add(39);
        strayed.clear(40);

        assertThat(strayed.of(39)).isZero();
        assertThat(strayed.all()).isZero();
    }
}
