package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class ForeignNamesTest {

    private static final int IMAGES = 800;
    private static final int HUSKY = 0;
    private static final int BLUE_HUSKY = 1;
    private static final int PUG = 2;

    /** Every image has two queries for husky, and one for blue husky or, every tenth, for pug. */
    private static boolean prevail(IntUnaryOperator takenFor) {
        Votes.Builder builder = new Votes.Builder(List.of("husky", "blue husky", "pug"));
        for (int image = 0; image < IMAGES; image++) {
            builder.image(String.format("%03d", image));
            builder.vote("t", false, 1, HUSKY);
            builder.vote("t", false, 1, HUSKY);
            builder.vote("t", false, 1, image % 10 == 0 ? PUG : BLUE_HUSKY);
        }
        Votes votes = builder.build();
        CandidateSets candidates = CandidateSets.of(votes, new LabelTree(LabelTree.NONE, HUSKY, LabelTree.NONE));
        double[] posteriors = new double[candidates.size()];
        for (int image = 0; image < IMAGES; image++) {
            posteriors[candidates.first(image) + candidates.indexOf(image, takenFor.applyAsInt(image))] = 0.9;
        }
        double[] nothing = new double[IMAGES];
        return ForeignNames.prevail(votes, new Posteriors(candidates, posteriors, nothing, nothing, false));
    }

    @Test
    void doNotPrevailWhereImagesAreCalledWhatTheyAreTakenFor() {
        assertThat(prevail(image -> HUSKY)).isFalse();
    }

    @Test
    void prevailIfOneOtherNameIsUsedMoreThanTwiceAsOften() {
        assertThat(prevail(image -> image % 10 == 0 ? HUSKY : BLUE_HUSKY))
                .as("exactly twice")
                .isFalse();
        assertThat(prevail(image -> BLUE_HUSKY))
                .as("80 images without that name")
                .isTrue();
    }

    @Test
    void doNotPrevailInOneOfFourHundredImages() {
        assertThat(prevail(image -> image == 10 || image == 20 ? BLUE_HUSKY : HUSKY))
                .isFalse();
        assertThat(prevail(image -> image == 10 || image == 20 || image == 30 ? BLUE_HUSKY : HUSKY))
                .isTrue();
    }

    @Test
    void doNotPrevailWithoutImages() {
        Votes none = new Votes.Builder(List.of("a")).build();

        assertThat(ForeignNames.prevail(
                        none,
                        new Posteriors(
                                CandidateSets.of(none, LabelTree.flat(1)),
                                new double[0],
                                new double[0],
                                new double[0],
                                false)))
                .isFalse();
    }
}
