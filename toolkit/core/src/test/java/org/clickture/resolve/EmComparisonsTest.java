package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmComparisonsTest {

    private static final int BOXER = 0;
    private static final int PUG = 1;
    /** By candidate and observed label: boxers are called pugs twice as often as pugs are called boxers. */
    private static final double[] CONFUSED = {0, 0.2, 0.1, 0};

    /** One image, whose only query compares the two labels: it has nothing to teach. */
    private static OneCoinEm em() {
        Votes.Builder builder = new Votes.Builder(List.of("boxer", "pug"));
        builder.image("k");
        builder.vote("{} or {}", false, 1, BOXER, PUG);
        return OneCoinEm.fit(builder.build(), LabelTree.flat(2));
    }

    /** Weights are steps of (counted + 20)² / (possible + 20)² from 5 on, and stay within 1 and 20,000. */
    @ParameterizedTest
    @CsvSource({"0,0,5", "20,0,20", "0,20,1.25", "0,1e12,1", "1e12,0,20000"})
    void weighsWhatIsExpectedAgainstWhatWasSeen(double asExpected, double possible, double weight) {
        OneCoinEm em = em();
        int pair = em.confusions.pair(em.confusions.first(0) + PUG);
        EmCounts counts = new EmCounts(em.votes.sources(), 2, em.confusions.size());
        counts.compared[pair] = 30;
        counts.compared[em.confusions.reverse(pair)] = 10;
        counts.asExpected = asExpected;
        counts.asExpectedPossible = possible;

        em.comparisons.update(counts);

        // Both labels are as frequent.
        assertThat(em.comparisons.company(0, BOXER, 0, BOXER, CONFUSED))
                .isCloseTo((30 + weight * 2 / 3) / (40 + weight) * 0.3, within(1e-12));
        assertThat(em.comparisons.company(0, PUG, 0, PUG, CONFUSED))
                .isCloseTo((10 + weight / 3) / (40 + weight) * 0.3, within(1e-12));
    }

    @Test
    void ofAComparisonWithoutTheTruthEachLabelHasTheOther() {
        Votes.Builder builder = new Votes.Builder(List.of("akita", "boxer", "pug"));
        builder.image("k");
        builder.vote("{}", false, 1, 0);
        builder.vote("{} or {}", false, 1, 1, 2);
        OneCoinEm em = OneCoinEm.fit(builder.build(), LabelTree.flat(3));
        double[] confused = {0, 0.7, 0.2, 0.5, 0, 0.5, 0.5, 0.5, 0};

        assertThat(em.comparisons.company(0, 0, 1, 1, confused)).isEqualTo(0.2);
        assertThat(em.comparisons.company(0, 0, 1, 2, confused)).isEqualTo(0.7);
    }

    @Test
    void findsTheFirstVoteThatNamesSeveralLabels() {
        Votes.Builder builder = new Votes.Builder(List.of("boxer", "pug"));
        builder.image("a");
        builder.vote("{}", false, 1, BOXER);
        builder.vote("{} or {}", false, 1, BOXER, PUG);
        builder.vote("{} and {}", false, 1, BOXER, PUG);
        builder.image("b");
        builder.vote("{}", false, 1, PUG);
        OneCoinEm em = OneCoinEm.fit(builder.build(), LabelTree.flat(2));

        assertThat(em.comparisons.first(0)).isEqualTo(1);
        assertThat(em.comparisons.first(1)).isEqualTo(-1);
    }
}
