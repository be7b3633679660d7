package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmElsewhereTest {

    private static final int GROUP = 5;
    private static final List<Integer> ALL = IntStream.range(0, 14).boxed().toList();

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
        // After so few passes wrong names are still thought to keep some company.
        assertThat(posteriors.elsewhere(votes.images() - 2)).isCloseTo(0.11, within(0.05));
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
        for (int image = 0; image < 3_002; image++) {
            assertThat(many.elsewhere(image)).isCloseTo(few.elsewhere(image), within(1e-3));
        }
    }

    /** Every image shows a label of its own or one of a group; some votes name two labels, some images have up to forty votes. */
    private static Votes mixedVotes() {
        Random random = new Random(11);
        Votes.Builder builder = new Votes.Builder(names(14));
        for (int image = 0; image < 400; image++) {
            builder.image("image " + image);
            int truth = random.nextInt(12);
            int votes = 1 + random.nextInt(random.nextInt(10) + 1);
            for (int vote = 0; vote < votes; vote++) {
                int label = random.nextInt(3) == 0 ? random.nextInt(12) : truth;
                int other = random.nextInt(12);
                if (random.nextInt(6) == 0 && other != label) {
                    builder.vote("t0", false, 1, Math.min(label, other), Math.max(label, other));
                } else {
                    builder.vote("t" + random.nextInt(5), false, 1, label);
                }
            }
        }
        for (int votes = 8; votes <= 40; votes += 4) {
            builder.image("of one mind " + votes);
            for (int vote = 0; vote < votes; vote++) {
                builder.vote("t" + vote % 5, false, 1, 3);
            }
        }
        return builder.build();
    }

    @ParameterizedTest
    @CsvSource({"3,4", "5,1", "12,6", "13,32", "14,32", "63,32"})
    void weighsAsOneWouldWriteItDown(int mostLabels, int mostNames) {
        Votes votes = mixedVotes();
        OneCoinEm em = OneCoinEm.fit(votes, LabelTree.flat(14));
        EmElsewhere elsewhere = new EmElsewhere(em, mostLabels, mostNames);
        elsewhere.believe();
        double[] oneByOne = new double[40];

        for (int image = 0; image < votes.images(); image++) {
            elsewhere.weigh(image, oneByOne);

            double smooth = naively(em, image, mostLabels, mostNames, true);
            double rough = naively(em, image, mostLabels, mostNames, false);
            assertThat(elsewhere.smooth / smooth).isCloseTo(1, within(1e-9));
            assertThat(elsewhere.rough / rough).isCloseTo(1, within(1e-9));
        }
    }

    private static double naively(OneCoinEm em, int image, int mostLabels, int mostNames, boolean smooth) {
        List<Integer> byNames = IntStream.range(0, 14)
                .boxed()
                .sorted(Comparator.comparing(label -> -timesNamed(em.votes, label)))
                .toList();
        List<List<Integer>> groups = new ArrayList<>();
        byNames.stream().limit(mostLabels).forEach(label -> groups.add(List.of(label)));
        groups.add(byNames.stream().skip(mostLabels).toList());
        Set<Integer> candidates = new HashSet<>();
        for (int i = em.candidates.first(image); i < em.candidates.first(image + 1); i++) {
            candidates.add(em.candidates.label(i));
        }
        double sum = 0;
        for (List<Integer> group : groups) {
            double left = prior(em, group)
                    - prior(em, group.stream().filter(candidates::contains).toList());
            sum += left < 1e-15 ? 0 : left * together(em, image, group, mostNames, smooth);
        }
        return Math.max(1e-6, sum);
    }

    private static double together(OneCoinEm em, int image, List<Integer> group, int mostNames, boolean smooth) {
        Votes votes = em.votes;
        double[] hardness = em.model.hardness();
        double likelier = 1;
        int names = 0;
        int[] times = new int[14];
        for (int vote = votes.firstVote(image); vote < votes.firstVote(image + 1) && names < mostNames; vote++) {
            for (int i = votes.firstLabel(vote); i < votes.firstLabel(vote + 1); i++) {
                int name = votes.labelId(i);
                double drawn = mean(em, ALL, label -> taken(em, label, name));
                double here = mean(em, group, label -> taken(em, label, name));
                double anew = em.model.urn.freshShare(drawn, times[name]);
                double slips = smooth ? em.model.slips : 0;
                double slipped = slips * em.model.slipped[name] / em.model.urn.likely(drawn, times[name], names);
                likelier *= (1 - slips) * (anew * here / drawn + 1 - anew) + slipped;
            }
            for (int i = votes.firstLabel(vote); i < votes.firstLabel(vote + 1); i++) {
                times[votes.labelId(i)]++;
                names++;
            }
        }
        int wrong = Math.min(mostNames, votes.firstVote(image + 1) - votes.firstVote(image));
        return smooth ? likelier * Math.pow(mean(em, group, label -> hardness[label]), wrong) : likelier;
    }

    private static int timesNamed(Votes votes, int label) {
        return (int) IntStream.range(0, votes.firstLabel(votes.votes()))
                .filter(i -> votes.labelId(i) == label)
                .count();
    }

    private static double taken(OneCoinEm em, int truth, int name) {
        for (int pair = 0; pair < em.confusions.size(); pair++) {
            if (em.confusions.truth(pair) == truth && em.confusions.named(pair) == name) {
                return em.model.confusions.confused[pair];
            }
        }
        return truth == name ? 0 : em.model.confusions.usualPull[truth] * em.model.named[name];
    }

    private static double prior(OneCoinEm em, List<Integer> labels) {
        return labels.stream().mapToDouble(label -> em.model.prior[label]).sum();
    }

    /** The mean over labels, weighted by how frequent they are. */
    private static double mean(OneCoinEm em, List<Integer> labels, IntToDoubleFunction of) {
        double sum = labels.stream()
                .mapToDouble(label -> em.model.prior[label] * of.applyAsDouble(label))
                .sum();
        return sum / Math.max(1e-9, prior(em, labels));
    }

    /** An image that 150 labels were named for together, and one whose votes name sixty labels one by one. */
    @Test
    void manyNamesLeaveNumbers() {
        Votes.Builder builder = new Votes.Builder(names(200));
        Random random = new Random(7);
        for (int image = 0; image < 500; image++) {
            builder.image("image " + image);
            int truth = random.nextInt(200);
            builder.vote("t1", false, 1, truth);
            builder.vote("t2", false, 1, random.nextInt(3) == 0 ? random.nextInt(200) : truth);
        }
        builder.image("together");
        builder.vote("t3", false, 1, IntStream.range(0, 150).toArray());
        builder.vote("t3", false, 1, 7);
        builder.image("one by one");
        IntStream.range(0, 60).forEach(label -> builder.vote("t4", false, 1, label));
        Votes votes = builder.build();

        Posteriors posteriors = OneCoinEm.run(votes, LabelTree.flat(200));

        for (int candidate = 0; candidate < posteriors.candidates().size(); candidate++) {
            assertThat(posteriors.label(candidate)).isBetween(0.0, 1.0);
        }
    }
}
