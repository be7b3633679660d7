package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * The shape at which methods were compared before: 95,041 images, 266 labels, about 300,000 votes, majority 0.873, one-coin
 * EM 0.902.
 */
class PublishedShapeTest {

    @Test
    void emIsBetterThanThePublishedOneWhereMajorityIsAsGood() {
        SimulatedVotes simulated = SimulatedVotes.of(NoiseLaw.SOURCES, 95_041, 7);
        Votes votes = simulated.votes();
        assertThat(votes.votes()).isBetween(295_000, 305_000);

        double majority = accuracy(Method.QUERIES, votes, simulated);
        double em = accuracy(Method.EM, votes, simulated);

        assertThat(majority).isCloseTo(0.873, within(0.005));
        assertThat(em).isGreaterThanOrEqualTo(0.902);
        assertThat(em - majority).isGreaterThanOrEqualTo(0.902 - 0.873);
    }

    private static double accuracy(Method method, Votes votes, SimulatedVotes simulated) {
        return Score.of(Truths.outcomes(method.resolve(votes, simulated.tree()), simulated, false))
                .accuracy();
    }
}
