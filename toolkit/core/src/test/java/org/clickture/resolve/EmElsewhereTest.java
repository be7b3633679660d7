package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmElsewhereTest {

    private static final int GROUP = 5;

    private static List<String> names(int labels) {
        return IntStream.range(0, labels)
                .mapToObj(label -> String.format("label %04d", label))
                .toList();
    }

    /** Queries name what an image shows or, one in four, another label of its group; the last two images have no right one. */
    private static Votes groups(int labels) {
        Random random = new Random(3);
        Votes.Builder builder = new Votes.Builder(names(labels));
        for (int image = 0; image < 3_000; image++) {
            builder.image("image " + image);
            int truth = random.nextInt(8 * GROUP);
            for (int vote = 0; vote < 3; vote++) {
                int other = truth / GROUP * GROUP + (truth + 1 + random.nextInt(GROUP - 1)) % GROUP;
                builder.vote("t" + random.nextInt(400), false, 1, random.nextInt(4) == 0 ? other : truth);
            }
        }
        builder.image("one group");
        builder.vote("t1", false, 1, 0);
        builder.vote("t2", false, 1, 1);
        builder.image("two groups");
        builder.vote("t1", false, 1, 0);
        builder.vote("t2", false, 1, GROUP);
        return builder.build();
    }

    @Test
    void wrongNamesOfOneGroupSpeakForAnotherLabelOfIt() {
        Votes votes = groups(8 * GROUP);

        Posteriors posteriors = OneCoinEm.run(votes, LabelTree.flat(8 * GROUP));

        // Bayes: 3 others * (1/4 * 1/4)^2 against 2 * 3/4 * 1/4 * 1/4; taken one by one the names would leave 0.02.
        assertThat(posteriors.elsewhere(votes.images() - 2)).isCloseTo(0.11, within(0.03));
        // A wrong name of another group is rare, but as rare for all: 8 others * (1/4)^2 * 1/4 against 2 * 3/4 * 1/4.
        assertThat(posteriors.elsewhere(votes.images() - 1)).isCloseTo(0.25, within(0.08));
    }

    @Test
    void labelsThatNoVoteNamesCountAsOneHoweverManyThereAre() {
        Posteriors few = OneCoinEm.run(groups(100), LabelTree.flat(100));
        Posteriors many = OneCoinEm.run(groups(700), LabelTree.flat(700));

        for (int candidate = 0; candidate < few.candidates().size(); candidate++) {
            assertThat(many.label(candidate)).isCloseTo(few.label(candidate), within(1e-3));
        }
    }

    @Test
    void moreLabelsThanAreAskedOneByOneLeaveSharesThatAddUp() {
        Random random = new Random(5);
        Votes.Builder builder = new Votes.Builder(names(900));
        List<Integer> truths = new ArrayList<>();
        for (int image = 0; image < 6_000; image++) {
            builder.image("image " + image);
            truths.add(random.nextInt(900));
            for (int vote = 0; vote < 4; vote++) {
                int label = random.nextInt(8) == 0 ? random.nextInt(900) : truths.get(image);
                builder.vote("t" + random.nextInt(400), false, 1, label);
            }
        }
        Votes votes = builder.build();

        Posteriors posteriors = OneCoinEm.run(votes, LabelTree.flat(900));

        int right = 0;
        for (int image = 0; image < votes.images(); image++) {
            double sum = posteriors.none(image) + posteriors.elsewhere(image);
            for (int i = posteriors.candidates().first(image);
                    i < posteriors.candidates().first(image + 1);
                    i++) {
                sum += posteriors.label(i);
            }
            assertThat(sum).isCloseTo(1, within(1e-9));
            right += posteriors.candidates().label(posteriors.likeliest(image)) == truths.get(image) ? 1 : 0;
        }
        assertThat(right).isGreaterThan(5_800);
    }

    /** An image that forty labels were named for together, and fifty one by one. */
    @Test
    void manyNamesLeaveSharesThatAddUp() {
        Votes.Builder builder = new Votes.Builder(names(60));
        Random random = new Random(7);
        for (int image = 0; image < 500; image++) {
            builder.image("image " + image);
            int truth = random.nextInt(60);
            builder.vote("t1", false, 1, truth);
            builder.vote("t2", false, 1, random.nextInt(3) == 0 ? random.nextInt(60) : truth);
        }
        builder.image("together");
        builder.vote("t3", false, 1, IntStream.range(0, 40).toArray());
        builder.vote("t3", false, 1, 7);
        builder.image("one by one");
        for (int label = 0; label < 50; label++) {
            builder.vote("t4", false, 1, label);
        }
        Votes votes = builder.build();

        Posteriors posteriors = OneCoinEm.run(votes, LabelTree.flat(60));

        for (int image = votes.images() - 2; image < votes.images(); image++) {
            double sum = posteriors.none(image) + posteriors.elsewhere(image);
            for (int i = posteriors.candidates().first(image);
                    i < posteriors.candidates().first(image + 1);
                    i++) {
                sum += posteriors.label(i);
            }
            assertThat(sum).isCloseTo(1, within(1e-9));
        }
    }
}
