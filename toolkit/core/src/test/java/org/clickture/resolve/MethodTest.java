package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MethodTest {

    private static final List<String> LABELS = List.of("boxer", "poodle", "pug", "toy poodle");
    private static final int BOXER = 0;
    private static final int POODLE = 1;
    private static final int PUG = 2;
    private static final int TOY_POODLE = 3;
    private static final LabelTree TREE = new LabelTree(-1, -1, -1, POODLE);

    private final Votes.Builder votes = new Votes.Builder(LABELS);

    private void vote(long clicks, int... labels) {
        votes.vote("template", false, clicks, labels);
    }

    private String resolved(Method method) {
        return method.resolve(votes.build(), TREE).label(0).orElse("");
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void givesAnImageWithOneLabelThatLabel(Method method) {
        votes.image("k");
        vote(3, PUG);

        Resolutions resolutions = method.resolve(votes.build(), TREE);

        assertThat(resolutions.images()).isEqualTo(1);
        assertThat(resolutions.imageKey(0)).isEqualTo("k");
        assertThat(resolutions.label(0)).contains("pug");
        assertThat(resolutions.confidence(0)).isBetween(0.5, 1.0);
    }

    @ParameterizedTest
    @CsvSource({"DROP,", "CLICKS,boxer", "LOG_CLICKS,pug", "QUERIES,pug", "HIERARCHY,pug"})
    void countsWhatItIsNamedFor(Method method, String label) {
        votes.image("k");
        vote(50, BOXER);
        vote(10, PUG);
        vote(10, PUG);
        vote(10, PUG);

        assertThat(resolved(method)).isEqualTo(label == null ? "" : label);
    }

    @ParameterizedTest
    @CsvSource({"CLICKS,pug", "LOG_CLICKS,pug", "QUERIES,pug", "HIERARCHY,pug"})
    void decidesTiesAsDocumented(Method method, String label) {
        votes.image("k");
        switch (method) {
            case CLICKS -> {
                vote(4, BOXER);
                vote(2, PUG);
                vote(2, PUG);
            }
            case LOG_CLICKS -> {
                vote(3, BOXER);
                vote(3, BOXER);
                vote(15, PUG);
            }
            default -> {
                vote(4, BOXER);
                vote(5, PUG);
            }
        }

        assertThat(resolved(method)).isEqualTo(label);
    }

    @Test
    void countsClicksExactly() {
        votes.image("k");
        vote(1L << 53, BOXER);
        vote((1L << 53) + 1, PUG);

        assertThat(resolved(Method.CLICKS)).isEqualTo("pug");
    }

    @Test
    void backsOffToTheBroaderLabelWhenTheNarrowerHasNoMajority() {
        votes.image("k");
        vote(1, POODLE);
        vote(1, POODLE);
        vote(1, TOY_POODLE);

        assertThat(resolved(Method.HIERARCHY)).isEqualTo("poodle");
    }

    @Test
    void keepsTheNarrowerLabelWhenItHasAMajority() {
        votes.image("k");
        vote(1, POODLE);
        vote(1, TOY_POODLE);
        vote(1, TOY_POODLE);

        assertThat(resolved(Method.HIERARCHY)).isEqualTo("toy poodle");
    }

    @Test
    void backsOffToALabelThatNobodyNamed() {
        LabelTree tree = new LabelTree(PUG, -1, -1, PUG);
        votes.image("k");
        vote(1, BOXER);
        vote(1, TOY_POODLE);

        Resolutions resolutions = Method.HIERARCHY.resolve(votes.build(), tree);

        assertThat(resolutions.label(0)).contains("pug");
        assertThat(resolutions.confidence(0)).isEqualTo(1);
    }

    @Test
    void saysTheSharesOfWhatItCounts() {
        votes.image("k");
        vote(3, PUG);
        vote(1, BOXER);

        Resolutions resolutions = Method.CLICKS.resolve(votes.build(), TREE);

        assertThat(resolutions.confidence(0)).isEqualTo(0.75);
        assertThat(resolutions.candidates(0))
                .containsExactly(new CandidateShare("pug", 0.75), new CandidateShare("boxer", 0.25));
    }

    @Test
    void emFindsMostCrossesToBeNoneOfTheseAndHardlyAnythingElse() {
        SimulatedVotes simulated = SimulatedVotes.of(NoiseLaw.CROSSES, 20_000, 5);

        Resolutions resolutions = Method.EM.resolve(simulated.votes(), simulated.tree());

        int crosses = 0;
        int found = 0;
        int none = 0;
        for (int image = 0; image < resolutions.images(); image++) {
            boolean cross = simulated.truth()[image] == SimulatedVotes.NONE;
            boolean without = resolutions.label(image).isEmpty();
            crosses += cross ? 1 : 0;
            none += without ? 1 : 0;
            found += cross && without ? 1 : 0;
        }
        assertThat(found).isGreaterThan(crosses * 3 / 4);
        assertThat(found).isGreaterThan(none * 3 / 4);
    }

    @Test
    void emListsCandidatesWhosePosteriorsAddUpToOneAtMost() {
        SimulatedVotes simulated = SimulatedVotes.of(NoiseLaw.EVERYTHING, 3000, 2);

        Resolutions resolutions = Method.EM.resolve(simulated.votes(), simulated.tree());

        for (int image = 0; image < resolutions.images(); image++) {
            List<CandidateShare> candidates = resolutions.candidates(image);
            assertThat(candidates.stream().mapToDouble(CandidateShare::share).sum())
                    .isBetween(0.0, 1 + 1e-9);
            double confidence = resolutions.confidence(image);
            resolutions
                    .label(image)
                    .ifPresent(label -> assertThat(candidates.stream()
                                    .filter(candidate -> candidate.label().equals(label))
                                    .mapToDouble(CandidateShare::share)
                                    .findAny()
                                    .orElseThrow())
                            .isCloseTo(confidence, within(1e-12)));
        }
    }

    @Test
    void hasNamesForTheCommandLine() {
        assertThat(Arrays.stream(Method.values()).map(Method::key))
                .containsExactly("drop", "clicks", "log-clicks", "queries", "hierarchy", "em");
    }
}
