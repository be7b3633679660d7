package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How unlike images of one label are in how broadly they are named. */
class EmRelativesTest {

    private static final int POODLE = 0;
    private static final int TOY_POODLE = 1;

    private final Audience none = new Audience();
    private final Audience broad = new Audience();
    private Confusions confusions;
    private EmRelatives relatives;
    private EmCounts counts;

    @BeforeEach
    void start() {
        broad.add(false, true);
        LabelTree tree = new LabelTree(LabelTree.NONE, POODLE);
        Votes.Builder votes = new Votes.Builder(List.of("poodle", "toy poodle"));
        votes.image("1");
        votes.vote("{} dog", false, 1, POODLE);
        votes.vote("{} dog", false, 1, TOY_POODLE);
        confusions = new Confusions(CandidateSets.of(votes.build(), tree), 2);
        relatives = new EmRelatives(tree, confusions, 2);
        counts = new EmCounts(1, 2, confusions.size());
        counts.rightOf[TOY_POODLE] = 10_000;
        counts.broadOf[TOY_POODLE] = 4_000;
        relatives.update(counts, EmStage.WHOLE, 1, 1);
        assertThat(broadly(none)).isEqualTo(0.4, within(1e-3));
    }

    private double broadly(Audience soFar) {
        for (int pair = 0; pair < confusions.size(); pair++) {
            if (confusions.truth(pair) == TOY_POODLE) {
                return relatives.relative(pair, soFar);
            }
        }
        throw new AssertionError("there is no such pair");
    }

    /** Of every image all votes have one name: the next is as likely to have it as in an urn that holds one vote more. */
    @Test
    void believesAnImageOnceItHasSeenThatAllAreUnlike() {
        seeUnlike(10_000);

        assertThat(broadly(broad)).isEqualTo((0.4 + 1) / 2, within(1e-3));
        assertThat(relatives.exact(TOY_POODLE, broad)).isEqualTo(0.6 / 2, within(1e-3));
    }

    /** Shares of images that lie above and below that of the label as far as those of a Beta distribution do. */
    @ParameterizedTest
    @ValueSource(ints = {2, 6, 30})
    void findsHowUnlikeImagesAre(int weight) {
        Random random = new Random(weight);
        double deviation = Math.sqrt(0.4 * 0.6 / (weight + 1));
        for (int image = 0; image < 100_000; image++) {
            double share = random.nextBoolean() ? 0.4 + deviation : 0.4 - deviation;
            boolean[] isBroad = new boolean[2 + image % 4];
            for (int vote = 0; vote < isBroad.length; vote++) {
                isBroad[vote] = random.nextDouble() < share;
            }
            count(1, isBroad);
        }
        relatives.update(counts, EmStage.WHOLE, 1, 1);

        assertThat(broadly(broad)).isEqualTo((weight * 0.4 + 1) / (weight + 1), within(0.01));
    }

    /** The evidence of a few images is as good as none. */
    @Test
    void needsManyImages() {
        seeUnlike(50);

        assertThat(broadly(broad)).isEqualTo(0.4, within(0.05));
    }

    @Test
    void thinksImagesAlikeWhoseVotesDifferByChance() {
        count(10_000, true, false);
        relatives.update(counts, EmStage.WHOLE, 1, 1);

        assertThat(broadly(broad)).isEqualTo(0.4, within(1e-3));
    }

    @Test
    void learnsNothingOfItAtFirst() {
        count(10_000, true, true);
        relatives.update(counts, EmStage.PLAIN, 1, 1);

        assertThat(broadly(broad)).isEqualTo(broadly(none), within(1e-3));
    }

    /** Two of five images have votes for the parent only, the others for the label only. */
    private void seeUnlike(int images) {
        count(images * 2 / 5, true, true, true);
        count(images * 3 / 5, false, false, false);
        relatives.update(counts, EmStage.WHOLE, 1, 1);
    }

    /** Counts images, each with such votes for the parent or for the label. */
    private void count(int images, boolean... isBroad) {
        Audience audience = new Audience();
        for (boolean vote : isBroad) {
            audience.add(!vote, vote);
        }
        for (int image = 0; image < images; image++) {
            relatives.count(TOY_POODLE, audience, 1, counts);
        }
    }
}
