package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Compares each question with a second EM of the same votes in which that one thing was changed by hand. */
class WhatIfTest {

    private static final SimulatedVotes SIMULATED = SimulatedVotes.of(NoiseLaw.EVERYTHING, 3_000, 5);
    private static final OneCoinEm EM = OneCoinEm.fit(SIMULATED.votes(), SIMULATED.tree());

    /** An image with several votes that the EM takes for its second candidate or another one, and two of its labels. */
    private static int image;

    private static int one;
    private static int other;

    @BeforeAll
    static void findImage() {
        for (image = 0; image < EM.votes.images(); image++) {
            int votes = EM.votes.firstVote(image + 1) - EM.votes.firstVote(image);
            if (votes > 2 && EM.candidates.observed(image) > 1 && !EM.cross[image]) {
                one = 1;
                other = 0;
                if (EM.model.ease.factor(label(EM, one)) != EM.model.ease.factor(label(EM, other))) {
                    return;
                }
            }
        }
        throw new AssertionError("no image");
    }

    private static int label(OneCoinEm em, int place) {
        return em.candidates.label(em.candidates.first(image) + place);
    }

    private static OneCoinEm second() {
        return OneCoinEm.fit(SIMULATED.votes(), SIMULATED.tree());
    }

    private static double bits(OneCoinEm em) {
        OddsTrace trace = new OddsTrace(one, other, em.votes.firstVote(image + 1) - em.votes.firstVote(image));
        em.follow(image, trace);
        return trace.bitsAfter();
    }

    private static WhatIf whatIf() {
        return new WhatIf(EM, image, one, other);
    }

    private static int pair(OneCoinEm em, int truth, int named) {
        for (int pair = 0; pair < em.confusions.size(); pair++) {
            if (em.confusions.truth(pair) == label(em, truth) && em.confusions.named(pair) == label(em, named)) {
                return pair;
            }
        }
        throw new AssertionError("no pair");
    }

    @Test
    void clicksThatSayNothingAreAsLikelyForRightVotesAsForWrongOnes() {
        OneCoinEm changed = second();
        changed.model.clicks.sayNothing();

        assertThat(whatIf().withoutClicks()).isCloseTo(bits(changed), within(1e-9));
    }

    @Test
    void queriesThatRepeatNoneAreSearchers() {
        Votes votes = SimulatedVotes.of(NoiseLaw.MACHINES, 2_000, 5).votes();
        LabelTree flat = LabelTree.flat(votes.labels().size());
        OneCoinEm em = OneCoinEm.fit(votes, flat);
        OneCoinEm changed = OneCoinEm.fit(votes, flat);
        Arrays.fill(changed.model.machines.same, 0);
        int asked = IntStream.range(0, votes.images())
                .filter(i -> votes.ambiguous(i)
                        && IntStream.range(votes.firstVote(i), votes.firstVote(i + 1))
                                .anyMatch(vote -> em.model.machines.same[vote] > 0))
                .findFirst()
                .orElseThrow();
        int count = votes.firstVote(asked + 1) - votes.firstVote(asked);
        OddsTrace asItIs = new OddsTrace(0, 1, count);
        em.follow(asked, asItIs);
        OddsTrace expected = new OddsTrace(0, 1, count);
        changed.follow(asked, expected);

        WhatIf whatIf = new WhatIf(em, asked, 0, 1);

        assertThat(whatIf.withoutMachines()).isEqualTo(expected.bitsAfter());
        assertThat(whatIf.withoutMachines()).isNotEqualTo(asItIs.bitsAfter());
        assertThat(whatIf.asItIs().bitsAfter()).isEqualTo(asItIs.bitsAfter());
    }

    @Test
    void labelsThatAreEquallyEasyHaveTheFactorOfTheOther() {
        OneCoinEm changed = second();
        changed.model.ease.set(label(changed, one), changed.model.ease.factor(label(changed, other)));

        assertThat(whatIf().withEqualEase()).isEqualTo(bits(changed));
        assertThat(whatIf().withEqualEase()).isNotEqualTo(bits(EM));
    }

    @Test
    void evenConfusionIsTheMeanOfBothDirections() {
        OneCoinEm changed = second();
        double[] confused = changed.model.confusions.confused;
        int there = pair(changed, one, other);
        int back = pair(changed, other, one);
        double mean = (confused[there] + confused[back]) / 2;
        confused[there] = mean;
        confused[back] = mean;

        assertThat(whatIf().withEvenConfusion()).isEqualTo(bits(changed));
        assertThat(whatIf().withEvenConfusion()).isNotEqualTo(bits(EM));
    }

    @Test
    void equalSourcesAreAsReliableAsTheMeanOfTheImages() {
        OneCoinEm changed = second();
        double[] reliability = changed.model.reliability;
        int from = changed.votes.firstVote(image);
        int to = changed.votes.firstVote(image + 1);
        double sum = 0;
        for (int vote = from; vote < to; vote++) {
            sum += EM.model.reliability[changed.votes.source(vote)];
        }
        for (int vote = from; vote < to; vote++) {
            reliability[changed.votes.source(vote)] = sum / (to - from);
        }

        assertThat(whatIf().withEqualSources()).isCloseTo(bits(changed), within(1e-9));
    }

    @Test
    void comparesHowOftenEachIsTakenForTheOther() {
        double ratio =
                EM.model.confusions.confused[pair(EM, one, other)] / EM.model.confusions.confused[pair(EM, other, one)];

        assertThat(whatIf().confusionRatio()).isEqualTo(ratio).isNotEqualTo(1);
    }

    @Test
    void leavesTheEmAsItWas() {
        double before = bits(EM);
        double[] posteriors = EM.teaching.posterior.clone();
        whatIf().withoutClicks();
        whatIf().withEqualSources();
        whatIf().withEqualEase();
        whatIf().withEvenConfusion();

        assertThat(EM.teaching.posterior).containsExactly(posteriors);
        assertThat(bits(EM)).isEqualTo(before);
    }
}
