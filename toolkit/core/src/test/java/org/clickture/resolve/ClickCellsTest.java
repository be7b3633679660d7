package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClickCellsTest {

    @ParameterizedTest
    @CsvSource({
        "1,0",
        "2,1",
        "3,2",
        "4,3",
        "7,3",
        "8,4",
        "15,4",
        "16,5",
        "63,5",
        "64,6",
        "255,6",
        "256,7",
        "1023,7",
        "1024,8",
        "9223372036854775807,8"
    })
    void sortsClicksIntoNineRanges(long clicks, int range) {
        assertThat(ClickCells.range(clicks)).isEqualTo(range);
    }

    @ParameterizedTest
    @CsvSource({
        "1,17,1", "1,16,1", "1,15,2", "1,4,2", "1,3,3", "4,5,3", "5,5,4", "6,5,5", "19,5,5", "20,5,6", "79,5,6",
        "80,5,7"
    })
    void comparesWithTheMostClicksOfOthers(long clicks, long others, int comparison) {
        assertThat(ClickCells.comparison(clicks, others)).isEqualTo(comparison);
    }

    @Test
    void looksAtTheOtherVotesOfTheSameImage() {
        Votes.Builder votes = new Votes.Builder(List.of("pug"));
        votes.image("a");
        votes.vote("t", false, 1, 0);
        votes.image("b");
        votes.vote("t", false, 2, 0);
        votes.vote("u", false, 2, 0);
        votes.vote("v", false, 40, 0);

        assertThat(ClickCells.of(votes.build())).containsExactly(0, 8 + 1, 8 + 1, 5 * 8 + 7);
    }

    @Test
    void doesNotCompareTwoVotes() {
        Votes.Builder votes = new Votes.Builder(List.of("pug"));
        votes.image("a");
        votes.vote("t", false, 1, 0);
        votes.vote("u", false, 4, 0);
        votes.image("b");
        votes.vote("t", false, 2, 0);
        votes.vote("u", false, 2, 0);

        assertThat(ClickCells.of(votes.build())).containsExactly(0, 3 * 8, 8, 8);
    }
}
