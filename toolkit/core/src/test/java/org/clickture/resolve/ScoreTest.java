package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreTest {

    @Test
    void countsRightOnes() {
        Score score = Score.of(List.of(new Outcome(1, true), new Outcome(0.5, false), new Outcome(0.5, true)));

        assertThat(score.images()).isEqualTo(3);
        assertThat(score.accuracy()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(score.brier()).isCloseTo((0 + 0.25 + 0.25) / 3, within(1e-12));
    }

    @Test
    void measuresTheDistanceOfConfidenceAndShareOverFifteenBinsOfEqualSize() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            outcomes.add(new Outcome(i < 75 ? 0.2 : 0.9, i < 75 ? i % 5 == 0 : i % 2 == 0));
        }

        Score score = Score.of(outcomes);

        assertThat(score.bins()).hasSize(15).allMatch(bin -> bin.images() == 10);
        assertThat(score.bins().get(0)).isEqualTo(new ReliabilityBin(10, 0.2, 0.2));
        // Half of the images are as right as they say, the others are right half of the time: 5 of 10 or, at the seam
        // of the two halves, 2 or 3 of the last five.
        assertThat(score.calibrationError()).isCloseTo(0.2, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 200, 3000, 30_000})
    void tellsWhatChanceAloneMakesOfTrueConfidences(int images) {
        Random random = new Random(images);
        double[] confidences = random.doubles(images)
                .map(uniform -> 1 - Math.pow(uniform, 3))
                .sorted()
                .toArray();
        double sum = 0;
        double chance = 0;
        for (int trial = 0; trial < 200; trial++) {
            Score score = Score.of(Arrays.stream(confidences)
                    .mapToObj(confidence -> new Outcome(confidence, random.nextDouble() < confidence))
                    .toList());
            sum += score.calibrationError();
            chance = score.chanceError();
        }

        assertThat(chance).isCloseTo(sum / 200, withinPercentage(10));
    }

    @Test
    void isPerfectForWhoIsAlwaysRightAndSaysSo() {
        Score score = Score.of(List.of(new Outcome(1, true), new Outcome(1, true)));

        assertThat(score.calibrationError()).isZero();
        assertThat(score.chanceError()).isZero();
        assertThat(score.brier()).isZero();
    }

    @Test
    void tellsWhatIsLeftFromAConfidenceOn() {
        Score score = Score.of(List.of(
                new Outcome(0.4, false), new Outcome(0.55, true), new Outcome(0.9, true), new Outcome(0.97, true)));

        assertThat(score.coverage()).contains(new CoverageRow(0, 4, 1, 0.75), new CoverageRow(0.9, 2, 0.5, 1));
    }

    @Test
    void hasNoSharesOfNothing() {
        Score score = Score.of(List.of());

        assertThat(score.images()).isZero();
        assertThat(score.accuracy()).isNaN();
        assertThat(score.calibrationError()).isNaN();
        assertThat(score.chanceError()).isNaN();
    }
}
