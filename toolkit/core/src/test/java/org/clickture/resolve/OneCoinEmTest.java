package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneCoinEmTest {

    private static final double TOLERANCE = 1e-9;

    private static final int FIRST_IMAGES = 8_000;
    /** The naive one takes its time. */
    private static final int PASSES = 5;

    private static Posteriors run(Votes votes, LabelTree tree) {
        return OneCoinEm.fit(votes, tree, FIRST_IMAGES, PASSES).posteriors();
    }

    private static NaiveEm naive(Votes votes, LabelTree tree) {
        return new NaiveEm(votes, tree, FIRST_IMAGES, PASSES);
    }

    @Test
    void agreesWithTheNaiveOneToTheEnd() {
        LabelTree tree = LabelTree.flat(5);
        Votes votes = random(new Random(11), 5);

        assertAgree(OneCoinEm.run(votes, tree), new NaiveEm(votes, tree).run());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void agreesWithTheNaiveOne(long seed) {
        LabelTree tree = new LabelTree(-1, 0, 0, 1, -1, -1, 5);
        Votes votes = random(new Random(seed), 7);

        assertAgree(run(votes, tree), naive(votes, tree).run());
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 20, 50})
    void agreesWithTheNaiveOneWhereFirstPassesLookAtFewImages(int firstImages) {
        LabelTree tree = new LabelTree(-1, 0, 0, 1, -1, -1, 5);
        Votes votes = mixedUp(new Random(firstImages), 100, 7);

        assertAgree(
                OneCoinEm.fit(votes, tree, firstImages, PASSES).posteriors(),
                new NaiveEm(votes, tree, firstImages, PASSES).run());
    }

    /** Of each image the first query names up to nine labels, a kind and its parent among them; clicks are few or the most. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithTheNaiveOneWhereQueriesNameManyLabels(long seed) {
        Random random = new Random(seed);
        LabelTree tree = new LabelTree(-1, 0, 0, 1, -1, -1, 5, -1, -1, 8);
        Votes.Builder builder = builder(10);
        for (int image = 0; image < 12; image++) {
            builder.image("image " + image);
            int votes = 1 + random.nextInt(4);
            for (int i = 0; i < votes; i++) {
                int size = i == 0 ? 2 + random.nextInt(8) : 1 + random.nextInt(3);
                int[] named = random.ints(0, 10).distinct().limit(size).sorted().toArray();
                long clicks = random.nextInt(4) == 0 ? Long.MAX_VALUE : 1 + random.nextInt(3);
                builder.vote("t" + size, random.nextInt(8) == 0, clicks, named);
            }
        }
        Votes votes = builder.build();

        assertAgree(run(votes, tree), naive(votes, tree).run());
    }

    @Test
    void agreesWithTheNaiveOneWhereVotesHardlyAgree() {
        Random random = new Random(1);
        Votes.Builder builder = builder(6);
        for (int image = 0; image < 120; image++) {
            builder.image("image " + image);
            int first = random.nextInt(6);
            builder.vote("t0", false, 1, first);
            builder.vote("t1", false, 1, (first + 1 + random.nextInt(5)) % 6);
        }
        Votes votes = builder.build();

        assertAgree(
                run(votes, LabelTree.flat(6)), naive(votes, LabelTree.flat(6)).run());
    }

    /** In half of the images a machine asks two to five times, right or wrong; other votes are clicked much at times, too. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithTheNaiveOneWhereMachinesAsk(long seed) {
        Random random = new Random(seed);
        LabelTree tree = new LabelTree(-1, 0, 0, 1, -1, -1, 5);
        Votes.Builder builder = builder(7);
        for (int image = 0; image < 60; image++) {
            builder.image("image " + image);
            int truth = random.nextInt(7);
            for (int i = 0; i < 3; i++) {
                int named = random.nextInt(5) == 0 ? random.nextInt(7) : truth;
                builder.vote("t" + random.nextInt(4), random.nextInt(20) == 0, 1 + random.nextInt(12), named);
            }
            int byMachine = random.nextBoolean() ? 2 + random.nextInt(4) : 0;
            int asked = random.nextInt(7);
            for (int i = 0; i < byMachine; i++) {
                builder.vote("t" + random.nextInt(4), false, 6 + random.nextInt(100), asked);
            }
        }
        Votes votes = builder.build();

        assertAgree(run(votes, tree), naive(votes, tree).run());
    }

    /** Without votes; the labels have numbers for names. */
    private static Votes.Builder builder(int labels) {
        return new Votes.Builder(
                IntStream.range(0, labels).mapToObj(i -> "label " + i).toList());
    }

    private static void assertAgree(Posteriors posteriors, List<Map<String, Double>> expected) {
        for (int image = 0; image < expected.size(); image++) {
            Map<String, Double> of = expected.get(image);
            assertThat(posteriors.none(image)).isCloseTo(of.get("none"), within(TOLERANCE));
            assertThat(posteriors.elsewhere(image)).isCloseTo(of.get("elsewhere"), within(TOLERANCE));
            for (int i = posteriors.candidates().first(image);
                    i < posteriors.candidates().first(image + 1);
                    i++) {
                String label = String.valueOf(posteriors.candidates().label(i));
                assertThat(posteriors.label(i)).as("image %d", image).isCloseTo(of.get(label), within(TOLERANCE));
            }
        }
    }

    @Test
    void agreesWithTheNaiveOneWhereClicksMislead() {
        LabelTree tree = LabelTree.flat(2);
        Votes votes = mixedUp(new Random(5), 300, 2);
        NaiveEm naive = naive(votes, tree);

        assertAgree(run(votes, tree), naive.run());

        assertThat(naive.clicksSaySomething()).isFalse();
        assertThat(Method.EM.resolve(votes, tree).note().orElse("")).startsWith("em has left the clicks out");
        assertThat(Method.QUERIES.resolve(votes, tree).note()).isEmpty();
    }

    @Test
    void agreesWithTheNaiveOneWhereLabelsSwallowOthers() {
        LabelTree tree = new LabelTree(IntStream.range(0, 30)
                .map(label -> label % 2 == 1 ? label - 1 : LabelTree.NONE)
                .toArray());
        Votes votes = compared(new Random(220), 60, 30);
        NaiveEm naive = naive(votes, tree);

        assertAgree(run(votes, tree), naive.run());

        assertThat(naive.labelsAreAlike()).isTrue();
    }

    @Test
    void agreesWithTheNaiveOneWhereEachLabelIsTakenForOneOther() {
        Random random = new Random(1);
        Votes.Builder builder = builder(6);
        for (int image = 0; image < 400; image++) {
            builder.image("image " + image);
            int right = random.nextInt(6);
            for (int i = 0; i < 3; i++) {
                builder.vote("t" + i, false, 1, random.nextInt(4) == 0 ? (right + 1) % 6 : right);
            }
        }
        Votes votes = builder.build();
        NaiveEm naive = naive(votes, LabelTree.flat(6));

        assertAgree(run(votes, LabelTree.flat(6)), naive.run());

        assertThat(naive.directionsBoundPairs()).isTrue();
    }

    /** Images of labels that are the rarer the higher their number; people compare them with, and take them for, neighbours. */
    private static Votes compared(Random random, int images, int labels) {
        Votes.Builder builder = builder(labels);
        for (int image = 0; image < images; image++) {
            int truth = (int) (labels * Math.pow(random.nextDouble(), 2));
            builder.image(String.valueOf(1000 + image));
            int votes = 1 + random.nextInt(5);
            for (int i = 0; i < votes; i++) {
                int other = (truth + labels + (random.nextBoolean() ? 1 : -1)) % labels;
                double kind = random.nextDouble();
                if (kind < 0.4) {
                    builder.vote("two", false, 1, Math.min(truth, other), Math.max(truth, other));
                } else {
                    builder.vote("one " + random.nextInt(5), false, 1, kind < 0.6 ? other : truth);
                }
            }
        }
        return builder.build();
    }

    /** What an image's own wrong vote adds to a rare label's confusions is no reason to give that label up. */
    @Test
    void rareLabelsKeepTheImagesOfWhichMostVotesNameThem() {
        Random random = new Random(1);
        int frequent = 20;
        int labels = 300;
        Votes.Builder builder = builder(labels);
        for (int rare = frequent; rare < labels; rare++) {
            builder.image(String.valueOf(rare));
            builder.vote("template 0", false, 1, rare);
            builder.vote("template 1", false, 1, rare);
            builder.vote("template 2", false, 1, random.nextInt(frequent));
        }
        for (int image = 0; image < 20_000; image++) {
            builder.image(String.valueOf(labels + image));
            int truth = random.nextInt(frequent);
            for (int i = 0; i < 3; i++) {
                int named = random.nextInt(10) < 2 ? random.nextInt(frequent) : truth;
                builder.vote("template " + random.nextInt(20), false, 1, named);
            }
        }

        Posteriors posteriors = OneCoinEm.run(builder.build(), LabelTree.flat(labels));

        CandidateSets candidates = posteriors.candidates();
        double sum = 0;
        for (int image = 0; image < labels - frequent; image++) {
            sum += posteriors.label(candidates.first(image) + candidates.indexOf(image, frequent + image));
        }
        assertThat(sum / (labels - frequent)).isGreaterThan(0.9);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 7, 8})
    void labelsDoNotChangePlaces(long seed) {
        Votes votes = mixedUp(new Random(seed), 4000, 100);

        Posteriors posteriors = OneCoinEm.run(votes, LabelTree.flat(100));

        assertThat(right(posteriors, votes, 100)).isGreaterThan(2200);
    }

    /** Boxers are compared with pugs, and hardly anybody compares a pug: that is learned of images with a further query. */
    @Test
    void learnsWhichOfTwoComparedLabelsImagesShow() {
        Votes.Builder builder = new Votes.Builder(List.of("boxer", "pug"));
        for (int image = 0; image < 100; image++) {
            builder.image("boxer " + image);
            builder.vote("{} or {}", false, 1, 0, 1);
            builder.vote("{} dog", false, 1, image < 95 ? 0 : 1);
        }
        for (int image = 0; image < 300; image++) {
            builder.image("pug " + image);
            builder.vote("{} dog", false, 1, 1);
            builder.vote("{} puppy", false, 1, 1);
        }
        builder.image("unknown");
        builder.vote("{} or {}", false, 1, 0, 1);

        Posteriors posteriors = OneCoinEm.run(builder.build(), LabelTree.flat(2));

        assertThat(posteriors.candidates().label(posteriors.likeliest(400))).isEqualTo(0);
        assertThat(posteriors.label(posteriors.likeliest(400))).isGreaterThan(0.8);
    }

    /** One query in ten for label 0 names one of its rare kinds instead, often as many as name it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aParentThatIsCalledByItsKindsStaysTheParent(long seed) {
        Random random = new Random(seed);
        Votes.Builder builder = new Votes.Builder(List.of("dog", "dog a", "dog b", "dog c", "cat"));
        for (int image = 0; image < 2000; image++) {
            int shown = image % 50 == 0 ? 1 + random.nextInt(3) : image % 4 == 1 ? 4 : 0;
            builder.image(String.valueOf(10_000 + image));
            for (int i = 0; i < 2; i++) {
                boolean narrower = shown == 0 && random.nextInt(10) == 0;
                builder.vote("t" + random.nextInt(20), false, 1, narrower ? 1 + random.nextInt(3) : shown);
            }
        }
        Votes votes = builder.build();

        Posteriors posteriors = OneCoinEm.run(votes, new LabelTree(-1, 0, 0, 0, -1));

        int ambiguous = 0;
        int parents = 0;
        for (int image = 0; image < votes.images(); image++) {
            if (votes.ambiguous(image) && posteriors.candidates().observed(image) == 2) {
                ambiguous++;
                int label = posteriors.candidates().label(posteriors.likeliest(image));
                parents += label == 0 ? 1 : 0;
            }
        }
        assertThat(ambiguous).isGreaterThan(150);
        assertThat(parents).isGreaterThan(ambiguous * 9 / 10);
    }

    /** How many images whose key is a number are taken for the label of that number. */
    private static int right(Posteriors posteriors, Votes votes, int labels) {
        int right = 0;
        for (int image = 0; image < votes.images(); image++) {
            int label = posteriors.candidates().label(posteriors.likeliest(image));
            right += label == Integer.parseInt(votes.imageKey(image)) % labels ? 1 : 0;
        }
        return right;
    }

    /**
     * An image whose key is a number shows the label of that number. Each label is mixed up with the next one, in two of five
     * queries that name one, and three in ten images get a burst of clicks for it: it would explain nearly as much to take
     * each label for the next one.
     */
    private static Votes mixedUp(Random random, int images, int labels) {
        Votes.Builder builder = builder(labels);
        for (int image = 0; image < images; image++) {
            builder.image(String.valueOf(image));
            int right = image % labels;
            int wrong = (right + 1) % labels;
            for (int i = 0; i < 5; i++) {
                double kind = random.nextDouble();
                int clicks = (int) Math.min(1000, Math.pow(1 - random.nextDouble(), -0.8));
                if (kind < 0.3) {
                    builder.vote("two", false, clicks, Math.min(right, wrong), Math.max(right, wrong));
                } else if (kind < 0.72) {
                    builder.vote("one " + random.nextInt(20), false, 4L * clicks, right);
                } else {
                    builder.vote("one " + random.nextInt(20), false, clicks, wrong);
                }
            }
            if (random.nextInt(10) < 3) {
                builder.vote("one " + random.nextInt(20), false, 10 + random.nextInt(5000), wrong);
            }
        }
        return builder.build();
    }

    /**
     * Label 10 is a rare kind of label 0, and whoever is wrong about label 0 names it. It would explain the images of label 0
     * nearly as well to show that kind, which is then mostly called by the broader name; but other kinds are not.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 4, 5, 7, 8})
    void aRareKindDoesNotSwallowItsParent(long seed) {
        Random random = new Random(seed);
        Votes.Builder builder = builder(40);
        for (int image = 0; image < 1000; image++) {
            int drawn = random.nextInt(40);
            int truth = drawn == 10 && random.nextInt(20) > 0 ? 0 : drawn;
            builder.image(String.valueOf(1000 * truth + image));
            double wrong = random.nextInt(10) < 3 ? 0.2 : 0;
            for (int i = 0; i < 8; i++) {
                int called = truth / 10 == 1 && random.nextInt(20) == 0 ? truth - 10 : truth;
                int taken = truth == 0 ? 10 : random.nextInt(40);
                builder.vote("t" + random.nextInt(20), false, 1, random.nextDouble() < wrong ? taken : called);
            }
        }
        Votes votes = builder.build();
        int[] parents = IntStream.range(0, 40)
                .map(label -> label / 10 == 1 ? label - 10 : LabelTree.NONE)
                .toArray();

        Posteriors posteriors = OneCoinEm.run(votes, new LabelTree(parents));

        long wrong = IntStream.range(0, votes.images())
                .filter(image -> posteriors.candidates().label(posteriors.likeliest(image))
                        != Integer.parseInt(votes.imageKey(image)) / 1000)
                .count();
        assertThat(wrong).isLessThan(7);
    }

    @Test
    void addsUpToOneAlsoWithVeryManyVotes() {
        Votes.Builder builder = new Votes.Builder(List.of("a", "b"));
        builder.image("k");
        for (int i = 0; i < 20_000; i++) {
            builder.vote("t" + i, false, 1 + i % 7, i % 2);
        }
        Votes votes = builder.build();

        Posteriors posteriors = OneCoinEm.run(votes, LabelTree.flat(2));

        assertThat(posteriors.label(0) + posteriors.label(1) + posteriors.none(0) + posteriors.elsewhere(0))
                .isCloseTo(1, within(1e-9));
    }

    /** Right votes that are expected to repeat themselves make what is seen likelier, so that likelihoods grow without end. */
    @ParameterizedTest
    @ValueSource(ints = {1, 30})
    void staysAShareWithVeryManyVotesThatAgree(int images) {
        Votes.Builder builder = new Votes.Builder(List.of("a", "b"));
        for (int image = 0; image < images; image++) {
            builder.image("k" + image);
            for (int i = 0; i < 5000; i++) {
                builder.vote("t" + i, false, 1, 0);
            }
        }
        builder.image("other");
        builder.vote("t0", false, 1, 1);

        Posteriors posteriors = OneCoinEm.run(builder.build(), LabelTree.flat(2));

        for (int candidate = 0; candidate < images; candidate++) {
            assertThat(posteriors.label(candidate)).isCloseTo(1, within(1e-9));
        }
        assertThat(posteriors.label(images)).isBetween(0.2, 1.0);
    }

    @Test
    void needsNoSecondLabel() {
        Votes.Builder builder = new Votes.Builder(List.of("a"));
        builder.image("k");
        builder.vote("t", false, 1, 0);

        Posteriors posteriors = OneCoinEm.run(builder.build(), LabelTree.flat(1));

        assertThat(posteriors.candidates().size()).isEqualTo(1);
        assertThat(posteriors.label(0)).isGreaterThan(0.9);
    }

    @Test
    void needsNoImage() {
        assertThat(OneCoinEm.run(new Votes.Builder(List.of("a")).build(), LabelTree.flat(1))
                        .candidates()
                        .size())
                .isZero();
    }

    @Test
    void believesAReliableTemplateMoreThanAnUnreliableOne() {
        Random random = new Random(5);
        Votes.Builder builder = new Votes.Builder(
                IntStream.range(10, 30).mapToObj(String::valueOf).toList());
        for (int i = 0; i < 2000; i++) {
            int truth = random.nextInt(20);
            builder.image("k" + i);
            builder.vote("good", false, 1, truth);
            builder.vote("good", false, 1, truth);
            builder.vote("bad", false, 1, random.nextInt(20));
        }
        builder.image("z");
        builder.vote("bad", false, 1, 3);
        builder.vote("good", false, 1, 4);

        Posteriors posteriors = OneCoinEm.run(builder.build(), LabelTree.flat(20));

        int last = posteriors.candidates().first(2000);
        assertThat(posteriors.candidates().label(last + 1)).isEqualTo(4);
        assertThat(posteriors.label(last + 1)).isGreaterThan(0.95);
    }

    /** Small votes with everything in them: broader labels, comparisons, crosses, many clicks. */
    private static Votes random(Random random, int labels) {
        Votes.Builder builder = builder(labels);
        for (int image = 0; image < 40; image++) {
            builder.image("image " + image);
            int truth = random.nextInt(labels);
            int count = 1 + random.nextInt(6);
            for (int i = 0; i < count; i++) {
                int label = random.nextInt(4) == 0 ? random.nextInt(labels) : truth;
                int other = random.nextInt(labels);
                int clicks = 1 + (random.nextInt(5) == 0 ? random.nextInt(3000) : random.nextInt(9));
                if (random.nextInt(5) == 0 && other != label) {
                    builder.vote(
                            "two " + random.nextInt(2),
                            random.nextBoolean(),
                            clicks,
                            Math.min(label, other),
                            Math.max(label, other));
                } else {
                    builder.vote("one " + random.nextInt(4), false, clicks, label);
                }
            }
        }
        return builder.build();
    }
}
