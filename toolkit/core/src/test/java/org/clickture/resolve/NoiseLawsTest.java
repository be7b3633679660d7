package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is promised of EM, over many laws of noise: none of them is the one that its calibration was learned on. */
class NoiseLawsTest {

    private static final int IMAGES = 30_000;

    @ParameterizedTest
    @EnumSource(NoiseLaw.class)
    void emBeatsEverySimpleRuleAndKnowsHowSureItIs(NoiseLaw law) {
        SimulatedVotes simulated = SimulatedVotes.of(law, IMAGES, 7);
        Votes votes = simulated.votes();
        Resolutions em = Method.EM.resolve(votes, simulated.tree());
        Score all = Score.of(Truths.outcomes(em, simulated, false));
        Score ambiguous = Score.of(Truths.outcomes(em, simulated, true));

        for (Method method : EnumSet.complementOf(EnumSet.of(Method.EM))) {
            Resolutions other = method.resolve(votes, simulated.tree());
            Score otherAmbiguous = Score.of(Truths.outcomes(other, simulated, true));
            assertThat(all.accuracy())
                    .as(method.key())
                    .isGreaterThanOrEqualTo(
                            Score.of(Truths.outcomes(other, simulated, false)).accuracy());
            assertThat(ambiguous.accuracy())
                    .as(method.key())
                    .isGreaterThanOrEqualTo(otherAmbiguous.accuracy() + (method == Method.CLICKS ? law.lead() : 0));
        }
        assertThat(all.calibrationError()).isLessThanOrEqualTo(law.mostError());
    }

    /** They did where it was learned how broadly single labels are named before it was known of all: then 0.87 were right. */
    @ParameterizedTest
    @ValueSource(longs = {1, 3, 4})
    void parentsDoNotChangePlacesWithTheirKinds(long seed) {
        SimulatedVotes simulated = SimulatedVotes.of(NoiseLaw.ONE_KIND_FOR_PARENT, IMAGES, seed);

        Resolutions em = Method.EM.resolve(simulated.votes(), simulated.tree());

        assertThat(Score.of(Truths.outcomes(em, simulated, false)).accuracy()).isGreaterThan(0.895);
    }
}
