package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CandidateSetsTest {

    private static final LabelTree TREE = new LabelTree(-1, 0, 0, 1, -1);

    private static List<Integer> of(CandidateSets sets, int image) {
        return IntStream.range(sets.first(image), sets.first(image + 1))
                .map(sets::label)
                .boxed()
                .toList();
    }

    @Test
    void takesTheObservedFirstThenTheirChildrenAndParents() {
        Votes.Builder votes = new Votes.Builder(List.of("a", "b", "c", "d", "e"));
        votes.image("1");
        votes.vote("t", false, 1, 4);
        votes.vote("t", false, 1, 1);
        for (int label : new int[] {0, 2, 3}) {
            votes.image("only " + label);
            votes.vote("t", false, 1, label);
        }

        CandidateSets sets = CandidateSets.of(votes.build(), TREE);

        assertThat(sets.images()).isEqualTo(4);
        assertThat(sets.observed(0)).isEqualTo(2);
        assertThat(of(sets, 0)).containsExactly(1, 4, 3, 0);
        assertThat(of(sets, 1)).containsExactly(0, 1, 2);
        assertThat(sets.indexOf(0, 4)).isEqualTo(1);
    }

    @Test
    void takesTheEightMostFrequentChildren() {
        Votes.Builder votes = new Votes.Builder(
                IntStream.range(10, 20).mapToObj(String::valueOf).toList());
        votes.image("1");
        votes.vote("t", false, 1, 0);
        for (int label = 1; label < 10; label++) {
            // Labels 1 and 2 have one image each, the others two.
            for (int i = 0; i < (label <= 2 ? 1 : 2); i++) {
                votes.image("only " + label + i);
                votes.vote("t", false, 1, label);
            }
        }

        CandidateSets sets = CandidateSets.of(votes.build(), new LabelTree(-1, 0, 0, 0, 0, 0, 0, 0, 0, 0));

        assertThat(of(sets, 0)).containsExactly(0, 3, 4, 5, 6, 7, 8, 9, 1);
    }

    @Test
    void leavesOutRelativesThatNoImageWasClickedFor() {
        Votes.Builder votes = new Votes.Builder(List.of("a", "b", "c", "d", "e"));
        votes.image("1");
        votes.vote("t", false, 1, 1);

        assertThat(of(CandidateSets.of(votes.build(), TREE), 0)).containsExactly(1);
    }
}
