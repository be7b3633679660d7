package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmClicksTest {

    private static final int MACHINES_NAME = 0;
    private static final int PEOPLES_NAME = 1;
    private static final int FEW_CLICKS = 2;
    private static final int MANY_CLICKS = 50;

    /** Of each label one little and one much clicked vote, and one much clicked vote for both. */
    private final Votes votes = votes();

    private final byte[] ranges = ClickRanges.of(votes);
    private final EmClicks clicks = new EmClicks(votes, ranges);

    private static Votes votes() {
        Votes.Builder votes = new Votes.Builder(List.of("pug", "boxer"));
        votes.image("a");
        for (int label : new int[] {MACHINES_NAME, PEOPLES_NAME}) {
            votes.vote("t", false, FEW_CLICKS, label);
            votes.vote("u", false, MANY_CLICKS, label);
        }
        votes.vote("v", false, MANY_CLICKS, MACHINES_NAME, PEOPLES_NAME);
        return votes.build();
    }

    private int vote(int label, int clicked) {
        return 2 * label + (clicked == MANY_CLICKS ? 1 : 0);
    }

    /** Counts right votes of both kinds, and wrong ones: for one name much clicked, for the other hardly. */
    private void learn(double wrongs) {
        EmCounts counts = new EmCounts(0, 2, 0);
        for (int label : new int[] {MACHINES_NAME, PEOPLES_NAME}) {
            clicks.count(vote(label, FEW_CLICKS), 2_000, label == PEOPLES_NAME ? wrongs : 0, counts);
            clicks.count(vote(label, MANY_CLICKS), 2_000, label == MACHINES_NAME ? wrongs : 0, counts);
        }
        clicks.update(counts);
    }

    @Test
    void saysNothingAtFirst() {
        for (int vote = 0; vote < votes.votes(); vote++) {
            assertThat(clicks.ifRight(vote)).isEqualTo(clicks.any(vote));
            assertThat(clicks.ifWrong(vote)).isEqualTo(clicks.any(vote));
        }
    }

    @Test
    void learnsWhichWrongNamesAreMuchClicked() {
        learn(10_000);

        assertThat(clicks.ifWrong(vote(MACHINES_NAME, MANY_CLICKS))).isCloseTo(1, within(0.05));
        assertThat(clicks.ifWrong(vote(MACHINES_NAME, FEW_CLICKS))).isCloseTo(0, within(0.05));
        assertThat(clicks.ifWrong(vote(PEOPLES_NAME, FEW_CLICKS))).isCloseTo(1, within(0.05));
        assertThat(clicks.ifWrong(vote(PEOPLES_NAME, MANY_CLICKS))).isCloseTo(0, within(0.05));
        assertThat(clicks.ifRight(vote(MACHINES_NAME, MANY_CLICKS)))
                .isEqualTo(clicks.ifRight(vote(PEOPLES_NAME, MANY_CLICKS)));
    }

    @Test
    void believesLittleOfFewWrongVotes() {
        learn(2);

        assertThat(clicks.ifWrong(vote(MACHINES_NAME, MANY_CLICKS)))
                .isCloseTo(clicks.ifWrong(vote(PEOPLES_NAME, MANY_CLICKS)), within(0.1));
    }

    @Test
    void aVoteForSeveralLabelsGoesByWhatHoldsForAllWrongOnes() {
        learn(10_000);

        assertThat(clicks.ifWrong(votes.votes() - 1)).isCloseTo(0.5, within(0.05));
    }

    @Test
    void silentClicksSayNothing() {
        learn(10_000);

        Arrays.fill(ranges, (byte) ClickRanges.SILENT);

        for (int vote = 0; vote < votes.votes(); vote++) {
            assertThat(clicks.ifWrong(vote)).isEqualTo(1);
            assertThat(clicks.ifRight(vote)).isEqualTo(1);
        }
    }
}
