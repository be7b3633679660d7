package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmResolverTest {

    private static final List<String> LABELS = List.of("boxer", "poodle", "pug", "toy poodle");
    private static final int POODLE = 1;
    private static final int PUG = 2;
    private static final int TOY_POODLE = 3;
    private static final LabelTree TREE = new LabelTree(-1, -1, -1, POODLE);

    /** The first image has queries for a poodle and a pug, the second one for a toy poodle. */
    private static Votes votes(boolean cross) {
        Votes.Builder votes = new Votes.Builder(LABELS);
        votes.image("ambiguous");
        votes.vote("t", cross, 1, POODLE);
        votes.vote("u", false, 1, PUG);
        votes.image("plain");
        votes.vote("t", false, 1, TOY_POODLE);
        return votes.build();
    }

    /** Of the first image those of poodle, pug and toy poodle and that of none; what is left is elsewhere. */
    private static Resolutions resolve(
            boolean cross, Calibration calibration, double poodle, double pug, double toyPoodle, double none) {
        Votes votes = votes(cross);
        double[] byLabel = {poodle, pug, toyPoodle, 0.9, 0.05};
        Posteriors posteriors = new Posteriors(
                CandidateSets.of(votes, TREE),
                byLabel,
                new double[] {none, 0},
                new double[] {1 - poodle - pug - toyPoodle - none, 0.05},
                false);
        return EmResolver.resolve(posteriors, votes, calibration);
    }

    /** Learned from posteriors of 0.5, of which so many of five were right, with the right and the wrong one that learning adds. */
    private static Calibration calibration(int right) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 1; i < 999; i++) {
            outcomes.add(new Outcome(0.5, i < 200 * right));
        }
        return Calibration.learn(outcomes);
    }

    private static List<String> candidates(Resolutions resolutions, int image) {
        return resolutions.candidates(image).stream().map(CandidateShare::label).toList();
    }

    @Test
    void listsRelativesThatAreNotTooUnlikelyInAmbiguousImagesOnly() {
        Resolutions likely = resolve(false, Calibration.none(), 0.3, 0.6, 0.0006, 0);
        Resolutions unlikely = resolve(false, Calibration.none(), 0.3, 0.6, 0.0004, 0);

        assertThat(candidates(likely, 0)).containsExactly("pug", "poodle", "toy poodle");
        assertThat(candidates(unlikely, 0)).containsExactly("pug", "poodle");
        assertThat(candidates(likely, 1)).containsExactly("toy poodle");
    }

    @Test
    void listsNoCandidateAsLikelierThanTheChosenOne() {
        Resolutions resolutions = resolve(false, calibration(1), 0.48, 0.5, 0.01, 0);

        assertThat(resolutions.label(0)).contains("pug");
        assertThat(resolutions.confidence(0)).isEqualTo(0.2);
        assertThat(resolutions.candidates(0).get(0)).isEqualTo(new CandidateShare("pug", 0.2));
        assertThat(resolutions.candidates(0).get(1)).isEqualTo(new CandidateShare("poodle", 0.2));
        assertThat(resolutions.candidates(0).get(2).share()).isCloseTo(0.01 * 0.2 / 0.48, within(1e-12));
    }

    @Test
    void sharesWhatTheChoiceLeavesAsTheModelDoes() {
        Resolutions resolutions = resolve(false, calibration(3), 0.1, 0.5, 0.1, 0.2);

        assertThat(resolutions.confidence(0)).isEqualTo(0.6);
        assertThat(resolutions.candidates(0).get(0)).isEqualTo(new CandidateShare("pug", 0.6));
        assertThat(resolutions.candidates(0).get(1).share()).isCloseTo(0.1 * 0.4 / 0.5, within(1e-12));
        assertThat(resolutions.candidates(0).get(2).share()).isCloseTo(0.1 * 0.4 / 0.5, within(1e-12));
    }

    @Test
    void listsNoCandidateAsLikelierThanThatNoneFits() {
        Resolutions resolutions = resolve(true, calibration(1), 0.03, 0.45, 0, 0.5);

        assertThat(resolutions.label(0)).isEmpty();
        assertThat(resolutions.confidence(0)).isEqualTo(0.2);
        assertThat(resolutions.candidates(0).get(0)).isEqualTo(new CandidateShare("pug", 0.2));
    }

    @ParameterizedTest
    @CsvSource({"true,0.5,", "true,0.3,pug", "false,0.5,pug"})
    void choosesNoLabelOnlyWhereThatIsLikelierAndAQuerySpeaksOfACross(boolean cross, double none, String label) {
        Resolutions resolutions = resolve(cross, Calibration.none(), 0.05, 0.35, 0, none);

        assertThat(resolutions.label(0).orElse(null)).isEqualTo(label);
        assertThat(resolutions.confidence(0)).isCloseTo(label == null ? 0.6 : 0.35, within(1e-12));
    }
}
