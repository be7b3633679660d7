package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionsTest {

    @Test
    void numbersEachPairOfLabelsOnceAndKnowsItsReverse() {
        Votes.Builder votes = new Votes.Builder(List.of("a", "b", "c"));
        for (String key : List.of("1", "2")) {
            votes.image(key);
            votes.vote("t", false, 1, 0);
            votes.vote("t", false, 1, 2);
        }
        CandidateSets candidates = CandidateSets.of(votes.build(), LabelTree.flat(3));

        Confusions confusions = new Confusions(candidates, 3);

        assertThat(confusions.size()).isEqualTo(2);
        for (int image = 0; image < 2; image++) {
            int at = confusions.first(image);
            assertThat(confusions.pair(at)).isEqualTo(Confusions.SELF);
            assertThat(confusions.pair(at + 3)).isEqualTo(Confusions.SELF);
            int pair = confusions.pair(at + 1);
            assertThat(confusions.truth(pair)).isZero();
            assertThat(confusions.named(pair)).isEqualTo(2);
            assertThat(confusions.reverse(pair)).isEqualTo(confusions.pair(at + 2));
        }
    }

    @Test
    void hasTheReverseOfAPairThatNoImageHas() {
        Votes.Builder votes = new Votes.Builder(List.of("a", "b"));
        votes.image("1");
        votes.vote("t", false, 1, 0);
        votes.image("2");
        votes.vote("t", false, 1, 1);
        votes.vote("t", false, 1, 1);
        CandidateSets candidates = CandidateSets.of(votes.build(), new LabelTree(-1, 0));

        Confusions confusions = new Confusions(candidates, 2);

        for (int pair = 0; pair < confusions.size(); pair++) {
            assertThat(confusions.reverse(confusions.reverse(pair))).isEqualTo(pair);
        }
    }
}
