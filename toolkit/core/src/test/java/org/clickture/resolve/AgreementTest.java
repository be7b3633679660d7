package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {

    private final Votes.Builder votes = new Votes.Builder(List.of("boxer", "pug", "vizsla"));

    @Test
    void isTheMeanShareOfPairsThatNameTheSame() {
        votes.image("a");
        votes.vote("t", false, 1, 0);
        votes.vote("u", false, 1, 0);
        votes.vote("v", false, 1, 1);
        votes.image("b");
        votes.vote("t", false, 1, 2);
        votes.vote("u", false, 1, 2);
        votes.image("c");
        votes.vote("t", false, 1, 2);

        assertThat(Agreement.of(votes.build())).isCloseTo((8 + 1.0 / 3 + 1) / 12, within(1e-12));
    }

    @Test
    void countsAPairOnceForEachLabelInCommon() {
        votes.image("a");
        votes.vote("t", false, 1, 0, 1);
        votes.vote("u", false, 1, 0, 1);
        votes.vote("v", false, 1, 2);

        assertThat(Agreement.of(votes.build())).isCloseTo((8 + 2.0 / 3) / 11, within(1e-12));
    }

    @Test
    void countsNoImageForMoreThanOne() {
        votes.image("a");
        votes.vote("t", false, 1, 0, 1);
        votes.vote("u", false, 1, 0, 1);

        assertThat(Agreement.of(votes.build())).isCloseTo(9 / 11.0, within(1e-12));
    }

    @Test
    void isEightInTenWithoutImages() {
        assertThat(Agreement.of(votes.build())).isEqualTo(0.8);
    }
}
