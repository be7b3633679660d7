package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClickRangesTest {

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
        assertThat(ClickRanges.range(clicks)).isEqualTo(range);
    }

    @Test
    void looksAtEachVoteForItself() {
        Votes.Builder votes = new Votes.Builder(List.of("pug"));
        votes.image("a");
        votes.vote("t", false, 1, 0);
        votes.image("b");
        votes.vote("t", false, 2, 0);
        votes.vote("v", false, 40, 0);

        assertThat(ClickRanges.of(votes.build())).containsExactly(0, 1, 5);
    }
}
