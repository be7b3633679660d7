package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AudienceTest {

    private final Audience audience = new Audience();

    /** Three votes that name the broader label, one that does not: the next is as likely as in an urn with five more, two broad. */
    @Test
    void isAnUrn() {
        add(1, 3);

        assertThat(0.4 * audience.timesBroad(0.4, 5)).isEqualTo(5.0 / 9, within(1e-12));
        assertThat(0.6 * audience.timesExact(0.4, 5)).isEqualTo(4.0 / 9, within(1e-12));
    }

    @Test
    void changesNothingBeforeTheFirstVote() {
        assertThat(audience.timesBroad(0.4, 5)).isEqualTo(1);
        assertThat(audience.timesExact(0, 5)).isEqualTo(1);
    }

    @Test
    void aVoteThatNamesBothOrNeitherSaysNothing() {
        audience.add(true, true);
        audience.add(false, false);

        assertThat(audience.size()).isZero();
        assertThat(audience.timesBroad(0.4, 5)).isEqualTo(1);
    }

    @Test
    void isFilledAgain() {
        add(1, 3);
        audience.clear();

        assertThat(audience.size()).isZero();
        assertThat(audience.excess(0.4)).isZero();
    }

    /** The excess is the sum over all pairs of votes, in either order, of how far both are off the share. */
    @Test
    void excessIsThatOfPairs() {
        Random random = new Random(3);
        for (int round = 0; round < 100; round++) {
            int[] votes = random.ints(random.nextInt(9), 0, 2).toArray();
            double share = random.nextDouble();
            audience.clear();
            double excess = 0;
            double possible = 0;
            for (int one = 0; one < votes.length; one++) {
                audience.add(votes[one] == 0, votes[one] == 1);
                for (int other = 0; other < votes.length; other++) {
                    excess += one == other ? 0 : (votes[one] - share) * (votes[other] - share);
                    possible += one == other ? 0 : share * (1 - share);
                }
            }

            assertThat(audience.excess(share)).isEqualTo(excess, within(1e-9));
            assertThat(audience.possible(share)).isEqualTo(possible, within(1e-9));
        }
    }

    /** A hundred thousand votes, half of them broad. */
    @Test
    void addsUpVeryManyVotes() {
        add(50_000, 50_000);

        assertThat(audience.excess(0.3)).isEqualTo(5e4 * 49_999 * 0.58 - 5e9 * 0.21, within(1e-3));
        assertThat(audience.possible(0.3)).isEqualTo(1e5 * 99_999 * 0.21, within(1e-3));
    }

    private void add(int exactly, int broadly) {
        for (int i = 0; i < exactly; i++) {
            audience.add(true, false);
        }
        for (int i = 0; i < broadly; i++) {
            audience.add(false, true);
        }
    }
}
