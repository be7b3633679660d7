package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StrayedTest {

    private final Strayed strayed = new Strayed(40);
    private final EmUrn urn = new EmUrn();

    @Test
    void asksTheUrnForWhatIsAlreadyThere() {
        strayed.clear(3);
        strayed.add(1);
        strayed.add(1);
        strayed.add(2);

        assertThat(strayed.of(1)).isEqualTo(2);
        assertThat(strayed.all()).isEqualTo(3);
        assertThat(strayed.likely(1, 0.2, urn)).isEqualTo(urn.likely(0.2, 2, 3));
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
