package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EmMachinesTest {

    private static final int PUG = 0;
    private static final int BOXER = 1;

    private static Votes.Builder builder() {
        return new Votes.Builder(List.of("pug", "boxer"));
    }

    /** What is believed of machines once a log was resolved, weights and all. */
    private static EmMachines learned(Votes votes) {
        return OneCoinEm.fit(votes, LabelTree.flat(2)).model.machines;
    }

    @Test
    void onlyMuchClickedVotesForTheSameLabelRepeatEachOther() {
        Votes.Builder builder = builder();
        builder.image("k");
        builder.vote("a", false, 8, PUG);
        builder.vote("b", false, 7, PUG);
        builder.vote("c", false, 30, BOXER);
        builder.vote("d", false, 5000, PUG);
        builder.vote("e", false, 40, PUG, BOXER);
        builder.vote("f", false, 8, PUG);
        builder.image("other");
        builder.vote("a", false, 8, PUG);

        EmMachines machines = learned(builder.build());

        assertThat(List.of(0, 1, 2, 4, 6))
                .allSatisfy(vote -> assertThat(machines.repeated(vote)).isZero());
        // Before vote 3 there is one much clicked vote that names the same, before vote 5 there are two.
        assertThat(machines.repeated(3)).isPositive();
        assertThat(machines.repeated(5) / machines.repeated(3)).isCloseTo(2, within(1e-12));
    }

    @Test
    void nothingRepeatsWhereAQuerySpeaksOfACross() {
        Votes.Builder builder = builder();
        builder.image("k");
        builder.vote("a", false, 20, PUG);
        builder.vote("b", false, 20, PUG);
        builder.vote("c", true, 20, PUG);

        EmMachines machines = learned(builder.build());

        assertThat(List.of(0, 1, 2))
                .allSatisfy(vote -> assertThat(machines.repeated(vote)).isZero());
    }

    /** The likeliest label of the last image. */
    private static int likeliestOfLast(Votes votes) {
        Posteriors posteriors = OneCoinEm.run(votes, LabelTree.flat(2));
        return posteriors.candidates().label(posteriors.likeliest(votes.images() - 1));
    }

    /** Four much clicked queries for one label count for one, and two searchers are more. */
    @Test
    void aMachineThatAsksOftenDoesNotOutvoteSearchers() {
        assertThat(likeliestOfLast(withMachines(true))).isEqualTo(PUG);
    }

    /** Where much clicked votes agree because they are right, four of them are worth more than two others. */
    @Test
    void muchClickedVotesCountWhereNoMachineAsks() {
        assertThat(likeliestOfLast(withMachines(false))).isEqualTo(BOXER);
    }

    /**
     * Half of the images have four queries that are clicked 20 times each: a machine's, which name one label for all four, or
     * searchers', which are as often right as others are. The last image has such ones for a boxer, and two others for a pug.
     */
    private static Votes withMachines(boolean machines) {
        Votes.Builder builder = builder();
        for (int image = 0; image < 2000; image++) {
            builder.image("image " + image);
            int truth = image % 2;
            for (int i = 0; i < 4; i++) {
                builder.vote("t" + (image + i) % 10, false, 1, (image / 2 + i) % 8 == 0 ? 1 - truth : truth);
            }
            for (int i = 0; i < 4 && image % 4 < 2; i++) {
                boolean wrong = machines ? image % 3 == 0 : (image / 2 + i) % 8 == 3;
                builder.vote("t" + (image + i) % 10, false, 20, wrong ? 1 - truth : truth);
            }
        }
        builder.image("last");
        builder.vote("t0", false, 1, PUG);
        builder.vote("t1", false, 1, PUG);
        for (int i = 0; i < 4; i++) {
            builder.vote("t" + i, false, 20, BOXER);
        }
        return builder.build();
    }
}
