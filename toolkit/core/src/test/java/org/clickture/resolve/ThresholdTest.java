package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdTest {

    private static Resolutions resolutions(double... confidences) {
        Votes.Builder votes = new Votes.Builder(List.of("pug"));
        for (int i = 0; i < confidences.length; i++) {
            votes.image("k" + i);
            votes.vote("t", false, 1, 0);
        }
        Resolutions.Builder builder = new Resolutions.Builder(votes.build());
        for (double confidence : confidences) {
            if (confidence < 0) {
                builder.none(-confidence);
            } else {
                builder.label(0, confidence);
            }
        }
        return builder.build();
    }

    @Test
    void keepsAsManyAsThePrecisionAllows() {
        Threshold threshold = Threshold.forPrecision(resolutions(0.5, 1, 0.75, 1), 0.9);

        assertThat(threshold.minConfidence()).isEqualTo(0.75);
        assertThat(threshold.images()).isEqualTo(3);
        assertThat(threshold.precision()).isEqualTo(2.75 / 3);
    }

    @Test
    void keepsEqualConfidencesTogetherOrNotAtAll() {
        assertThat(Threshold.forPrecision(resolutions(1, 0.5, 0.5), 0.7).images())
                .isEqualTo(1);
        assertThat(Threshold.forPrecision(resolutions(1, 0.5, 0.5), 0.6).images())
                .isEqualTo(3);
    }

    @Test
    void keepsImagesThatAreAsSureAsWanted() {
        double[] confidences = new double[100];
        Arrays.fill(confidences, 0.9);

        assertThat(Threshold.forPrecision(resolutions(confidences), 0.9).images())
                .isEqualTo(100);
        assertThat(Threshold.forPrecision(resolutions(confidences), 0.900001).images())
                .isZero();
    }

    @Test
    void countsOnlyImagesWithALabel() {
        assertThat(Threshold.forPrecision(resolutions(-1, 0.6), 0.6).images()).isEqualTo(1);
    }

    @Test
    void keepsNoneIfNoneIsSureEnough() {
        Threshold threshold = Threshold.forPrecision(resolutions(0.6), 0.9);

        assertThat(threshold.images()).isZero();
        assertThat(threshold.minConfidence()).isGreaterThan(1);
        assertThat(threshold.precision()).isNaN();
    }
}
