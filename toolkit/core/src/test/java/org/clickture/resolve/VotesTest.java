package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VotesTest {

    @Test
    void keepsWhatWasAdded() {
        Votes.Builder builder = new Votes.Builder(List.of("a", "b", "c"));
        builder.image("first");
        builder.vote("{} dog", false, 3, 1);
        builder.vote("{} {} mix", true, 1L << 40, 0, 2);
        builder.image("last");
        builder.vote("{} dog", false, 1, 2);

        Votes votes = builder.build();

        assertThat(votes.images()).isEqualTo(2);
        assertThat(votes.imageKey(1)).isEqualTo("last");
        assertThat(votes.votes()).isEqualTo(3);
        assertThat(votes.firstVote(1)).isEqualTo(2);
        assertThat(votes.firstVote(2)).isEqualTo(3);
        assertThat(votes.size(1)).isEqualTo(2);
        assertThat(votes.labelId(votes.firstLabel(1))).isZero();
        assertThat(votes.labelId(votes.firstLabel(1) + 1)).isEqualTo(2);
        assertThat(votes.clicks(1)).isEqualTo(1L << 40);
        assertThat(votes.crossing(0)).isFalse();
        assertThat(votes.crossing(1)).isTrue();
    }

    @Test
    void refusesVotesThatAreNone() {
        Votes.Builder builder = new Votes.Builder(List.of("a", "b"));
        builder.image("k");

        assertThatThrownBy(() -> builder.vote("t", false, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a vote has at least 1 click, not 0");
        for (int[] named : new int[][] {{}, {-1}, {2}, {1, 0}, {1, 1}}) {
            assertThatThrownBy(() -> builder.vote("t", false, 1, named))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("a vote names labels from 0 to 1, growing")
                    .hasMessageEndingWith(Arrays.toString(named));
        }
    }

    @Test
    void refusesAnImageWithoutAVote() {
        for (boolean last : new boolean[] {false, true}) {
            Votes.Builder builder = new Votes.Builder(List.of("a"));
            builder.image(last ? "full" : "empty");
            if (last) {
                builder.vote("t", false, 1, 0);
            }
            builder.image(last ? "empty" : "full");
            if (!last) {
                builder.vote("t", false, 1, 0);
            }

            assertThatThrownBy(builder::build)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("image empty has no vote");
        }
    }

    @Test
    void takesVotesOfOneTemplateForOneSource() {
        Votes.Builder builder = new Votes.Builder(List.of("a"));
        builder.image("k");
        builder.vote("{} dog", false, 1, 0);
        builder.vote("{} dogs", false, 1, 0);
        builder.vote("{} dog", false, 1, 0);

        Votes votes = builder.build();

        assertThat(votes.sources()).isEqualTo(2);
        assertThat(votes.source(0)).isEqualTo(votes.source(2)).isNotEqualTo(votes.source(1));
    }

    @Test
    void tellsHowOftenALabelIsSpelledLikeAVote() {
        Votes.Builder builder = new Votes.Builder(List.of("a", "b"));
        builder.image("k");
        builder.vote("{} dog", "ay", false, 1, 0);
        builder.vote("{} dogs", "ay", false, 1, 0);
        builder.vote("{} dog", "eh", false, 1, 0);
        builder.vote("{} dog", "eh", false, 1, 1);
        builder.vote("{} or {}", "ay;eh", false, 1, 0, 1);

        Votes votes = builder.build();

        assertThat(IntStream.range(0, 5).mapToDouble(votes::spellingShare))
                .containsExactly(2.0 / 3, 2.0 / 3, 1.0 / 3, 1.0, 0.0);
    }
}
