package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EmEaseTest {

    private static EmCounts counts(double votes, double... heldShares) {
        EmCounts counts = new EmCounts(1, heldShares.length, 0);
        for (int label = 0; label < heldShares.length; label++) {
            counts.votesOf[label] = votes;
            counts.heldOf[label] = votes * heldShares[label];
            counts.usuallyHeldOf[label] = votes * 0.8;
        }
        return counts;
    }

    @Test
    void believesLabelsAlikeAtFirst() {
        assertThat(new EmEase(100, 100).reliability(0.7, 1)).isCloseTo(0.7, within(1e-12));
    }

    @Test
    void learnsHowOftenEachLabelIsNamedRightly() {
        EmEase ease = new EmEase(100, 100, 100);
        ease.update(counts(1_000_000, 0.95, 0.8, 0.5));

        assertThat(ease.reliability(0.8, 0)).isCloseTo(0.95, within(0.01));
        assertThat(ease.reliability(0.8, 1)).isCloseTo(0.8, within(0.01));
        assertThat(ease.reliability(0.8, 2)).isCloseTo(0.5, within(0.01));
        assertThat(ease.factor(0) / ease.factor(2)).isCloseTo(0.95 / 0.05, within(2.0));
    }

    /** Else labels whose names mean other things, too, would have all images that these name. */
    @Test
    void takesSingleLabelsForAlikeUntilMuchIsKnown() {
        EmEase ease = new EmEase(100, 100, 100);
        ease.update(counts(100, 0.95, 0.8, 0.5));

        assertThat(ease.reliability(0.8, 0)).isBetween(0.75, 0.85);
        assertThat(ease.reliability(0.8, 2)).isBetween(0.7, 0.8);
    }

    /** Frequent labels are named rightly nine times in ten, rare ones six times; of each rare one little is known. */
    @Test
    void takesRareLabelsForAsEasyAsOtherRareOnes() {
        double[] named = new double[60];
        EmCounts counts = new EmCounts(1, 60, 0);
        for (int label = 0; label < 60; label++) {
            boolean rare = label >= 10;
            named[label] = rare ? 20 : 1_000;
            counts.votesOf[label] = named[label];
            counts.heldOf[label] = named[label] * (rare ? 0.6 : 0.9);
            counts.usuallyHeldOf[label] = named[label] * 0.83;
        }
        counts.votesOf[59] = 0;
        counts.heldOf[59] = 0;
        counts.usuallyHeldOf[59] = 0;
        EmEase ease = new EmEase(named);
        ease.update(counts);

        assertThat(ease.reliability(0.83, 0)).isCloseTo(0.9, within(0.01));
        assertThat(ease.reliability(0.83, 10)).isCloseTo(0.6, within(0.02));
        assertThat(ease.reliability(0.83, 59)).isCloseTo(0.6, within(0.02));
    }

    @Test
    void takesForChanceWhatChanceExplains() {
        EmEase ease = new EmEase(100, 100, 100, 100);
        ease.update(counts(1_000, 0.805, 0.797, 0.809, 0.791));

        for (int label = 0; label < 4; label++) {
            assertThat(ease.reliability(0.8, label)).isCloseTo(0.8, within(0.002));
        }
    }

    @Test
    void neverMakesASourceSureOrImpossible() {
        EmEase ease = new EmEase(100, 100);
        ease.update(counts(1_000_000, 1, 0));

        assertThat(ease.reliability(0.5, 0)).isBetween(0.9, 0.96);
        assertThat(ease.reliability(0.5, 1)).isBetween(0.04, 0.1);
    }

    @Test
    void staysAsItIsWithoutVotes() {
        EmEase ease = new EmEase(100, 100);
        ease.update(new EmCounts(1, 2, 0));

        assertThat(ease.reliability(0.7, 1)).isCloseTo(0.7, within(1e-12));
    }

    @Test
    void saysHowOftenLabelsAreNamedWronglyBesideTheMean() {
        EmEase ease = new EmEase(100, 100, 100);
        ease.update(counts(1_000_000, 0.95, 0.8, 0.5));

        double[] hardness = ease.hardness(0.8, 0.5, 0.3, 0.2);

        double mean = 0.5 * 0.05 + 0.3 * 0.2 + 0.2 * 0.5;
        assertThat(hardness).containsExactly(new double[] {0.05 / mean, 0.2 / mean, 0.5 / mean}, within(0.06));
        assertThat(0.5 * hardness[0] + 0.3 * hardness[1] + 0.2 * hardness[2]).isCloseTo(1, within(1e-12));
    }

    @Test
    void findsLabelsThatAreAlikeEquallyHard() {
        assertThat(new EmEase(100, 100, 100).hardness(0.995, 0.5, 0.25, 0.25))
                .containsExactly(new double[] {1, 1, 1}, within(1e-9));
    }
}
