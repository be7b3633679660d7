package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisagreementsTest {

    private static final List<String> LABELS = List.of("boxer", "poodle", "pug", "toy poodle");
    private static final int BOXER = 0;
    private static final int POODLE = 1;
    private static final int PUG = 2;
    private static final int TOY_POODLE = 3;
    private static final LabelTree TREE = new LabelTree(-1, -1, -1, POODLE);

    private final Votes.Builder votes = new Votes.Builder(LABELS);

    /** Images on which people mostly agree, so that there is something to learn from. */
    private void background() {
        for (int i = 0; i < 200; i++) {
            votes.image("background " + i);
            int label = i % LABELS.size();
            for (int query = 0; query < 4; query++) {
                votes.vote("{} dog " + query, false, 2 + query, label);
            }
            if (i % 10 == 0) {
                votes.vote("{} dog 0", false, 1, (label + 1) % LABELS.size());
            }
        }
    }

    private void unreliableWording() {
        for (int i = 0; i < 200; i++) {
            votes.image("noise " + i);
            votes.vote("{} dog 0", false, 2, i % LABELS.size());
            votes.vote("{} dog 1", false, 2, i % LABELS.size());
            votes.vote("{} dog 2", false, 2, i % LABELS.size());
            votes.vote("is {} a dog", false, 2, (i + 1 + i / 4 % 3) % LABELS.size());
        }
    }

    private Optional<Disagreement> of(String imageKey, Method rule) {
        return Disagreements.of(votes.build(), TREE, rule, DisagreementsTest::queries).stream()
                .filter(image -> image.imageKey().equals(imageKey))
                .findAny();
    }

    private static List<String> queries(Votes votes, int image) {
        List<String> queries = new ArrayList<>();
        for (int vote = votes.firstVote(image); vote < votes.firstVote(image + 1); vote++) {
            queries.add("query " + (vote - votes.firstVote(image)));
        }
        return queries;
    }

    @Test
    void namesABurstOfClicks() {
        background();
        votes.image("k");
        votes.vote("{} dog 1", false, 4_809, PUG);
        votes.vote("{} dog 2", false, 1, PUG);
        for (int query = 0; query < 4; query++) {
            votes.vote("{} dog " + query, false, 3, BOXER);
        }

        Disagreement found = of("k", Method.CLICKS).orElseThrow();

        assertThat(found.ruleLabel()).isEqualTo("pug");
        assertThat(found.emLabel()).contains("boxer");
        assertThat(found.reasons().get(0))
                .isEqualTo(new Reason(ReasonKind.CLICK_BURST, "4,809 of 4,810 clicks for pug come from one query"));
        assertThat(found.reasons()).contains(new Reason(ReasonKind.MORE_QUERIES, "4 queries are for it, 2 for pug"));
        assertThat(found.why()).startsWith("4,809 of 4,810 clicks for pug come from one query; 4 queries are");
        assertThat(found.queries().get(0).labels()).containsExactly("pug");
        assertThat(found.queries().get(0).clicks()).isEqualTo(4_809);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void takesFiveClicksAndMoreForABurst(long clicks) {
        background();
        unreliableWording();
        votes.image("k");
        votes.vote("is {} a dog", false, clicks, PUG);
        for (int query = 0; query < 3; query++) {
            votes.vote("{} dog " + query, false, 1, BOXER);
        }

        Disagreement found = of("k", Method.CLICKS).orElseThrow();

        Reason burst = new Reason(ReasonKind.CLICK_BURST, "all 5 clicks for pug come from one query");
        assertThat(found.reasons().contains(burst)).isEqualTo(clicks == 5);
        assertThat(found.reasons().stream().anyMatch(reason -> reason.kind() == ReasonKind.CLICK_BURST))
                .isEqualTo(clicks == 5);
    }

    @Test
    void namesCrosses() {
        SimulatedVotes simulated = SimulatedVotes.of(NoiseLaw.CROSSES, 3_000, 6);
        Votes drawn = simulated.votes();

        List<Disagreement> none =
                Disagreements.of(drawn, simulated.tree(), Method.CLICKS, DisagreementsTest::queries).stream()
                        .filter(image -> image.emLabel().isEmpty())
                        .toList();

        assertThat(none).hasSizeGreaterThan(20);
        for (Disagreement disagreement : none) {
            int image = Integer.parseInt(disagreement.imageKey());
            int from = drawn.firstVote(image);
            int all = drawn.firstVote(image + 1) - from;
            long crossing =
                    IntStream.range(from, from + all).filter(drawn::crossing).count();
            String text = all == 1
                    ? "its only query speaks of a cross"
                    : crossing + " of " + all + " queries " + (crossing == 1 ? "speaks" : "speak") + " of a cross";
            assertThat(disagreement.reasons()).containsExactly(new Reason(ReasonKind.CROSS_NAMED, text));
        }
    }

    @Test
    void namesABroaderName() {
        background();
        for (int i = 0; i < 30; i++) {
            votes.image("poodle " + i);
            votes.vote("{} dog 0", false, 9, POODLE);
            votes.vote("{} dog 1", false, 2, TOY_POODLE);
            votes.vote("{} dog 2", false, 2, TOY_POODLE);
            votes.vote("{} dog 3", false, 2, TOY_POODLE);
        }

        Disagreement found = of("poodle 7", Method.CLICKS).orElseThrow();

        assertThat(found.emLabel()).contains("toy poodle");
        assertThat(found.reasons().get(0))
                .isEqualTo(new Reason(ReasonKind.BROADER_NAME, "it is a kind of poodle, whose queries fit it too"));
    }

    @Test
    void namesFrequency() {
        background();
        for (int i = 0; i < 400; i++) {
            votes.image("pug " + i);
            votes.vote("{} dog 1", false, 2, PUG);
            votes.vote("{} dog 2", false, 2, PUG);
        }
        votes.image("k");
        votes.vote("{} dog 1", false, 2, PUG);
        votes.vote("{} dog 2", false, 2, BOXER);

        // Of equal clicks and queries the rules take the first name.
        Disagreement found = of("k", Method.QUERIES).orElseThrow();

        assertThat(found.ruleLabel()).isEqualTo("boxer");
        assertThat(found.emLabel()).contains("pug");
        assertThat(found.bitsBefore()).isCloseTo(Math.log(450 / 50.0) / Math.log(2), within(0.3));
        assertThat(found.reasons()).extracting(Reason::kind).contains(ReasonKind.MORE_FREQUENT);
        assertThat(found.why()).containsPattern("it is \\d+(\\.\\d)? times as frequent");
    }

    @Test
    void namesWordingsThatAreMoreOftenRight() {
        background();
        unreliableWording();
        votes.image("k");
        votes.vote("is {} a dog", false, 2, BOXER);
        votes.vote("{} dog 1", false, 2, PUG);

        Disagreement found = of("k", Method.CLICKS).orElseThrow();

        assertThat(found.emLabel()).contains("pug");
        assertThat(found.reasons()).extracting(Reason::kind).contains(ReasonKind.QUERY_WORDING);
        assertThat(found.why()).contains("its wordings are right ");
    }

    @ParameterizedTest
    @EnumSource(
            value = NoiseLaw.class,
            names = {"EVERYTHING", "CROSSES"})
    void accountsForEveryBitOfEveryChoiceThatDiffers(NoiseLaw law) {
        SimulatedVotes simulated = SimulatedVotes.of(law, 3_000, 4);
        Votes drawn = simulated.votes();
        Posteriors posteriors = OneCoinEm.run(drawn, simulated.tree());
        Resolutions em = Method.EM.resolve(drawn, simulated.tree());

        for (Method rule : List.of(Method.CLICKS, Method.LOG_CLICKS, Method.QUERIES)) {
            Resolutions byRule = rule.resolve(drawn, simulated.tree());
            Map<String, Integer> differing = new HashMap<>();
            for (int image = 0; image < drawn.images(); image++) {
                if (!em.label(image).equals(byRule.label(image))) {
                    differing.put(drawn.imageKey(image), image);
                }
            }
            List<Disagreement> found = Disagreements.of(drawn, simulated.tree(), rule, DisagreementsTest::queries);

            assertThat(found).hasSizeGreaterThan(20);
            assertThat(found.stream().map(Disagreement::imageKey))
                    .containsExactlyInAnyOrderElementsOf(new TreeSet<>(differing.keySet()));
            for (Disagreement disagreement : found) {
                int image = differing.getOrDefault(disagreement.imageKey(), -1);
                assertThat(disagreement.emLabel()).isEqualTo(em.label(image));
                assertThat(disagreement.confidence()).isEqualTo(em.confidence(image));
                assertThat(disagreement.reasons()).isNotEmpty();
                double likely = disagreement
                        .emLabel()
                        .map(label -> posterior(posteriors, drawn, image, label))
                        .orElse(posteriors.none(image));
                double instead = posterior(posteriors, drawn, image, disagreement.ruleLabel());
                assertThat(disagreement.bits()).isCloseTo(Math.log(likely / instead) / Math.log(2), within(1e-6));
                assertThat(disagreement.bitsBefore()
                                + disagreement.queries().stream()
                                        .mapToDouble(QueryWeight::bits)
                                        .sum())
                        .isCloseTo(disagreement.bits(), within(1e-6));
            }
        }
    }

    private static double posterior(Posteriors posteriors, Votes votes, int image, String label) {
        CandidateSets candidates = posteriors.candidates();
        for (int i = candidates.first(image); i < candidates.first(image + 1); i++) {
            if (votes.labels().get(candidates.label(i)).equals(label)) {
                return posteriors.label(i);
            }
        }
        throw new AssertionError("no candidate " + label);
    }

    @Test
    void leavesTheEmAsItWas() {
        SimulatedVotes simulated = SimulatedVotes.of(NoiseLaw.EVERYTHING, 500, 5);
        OneCoinEm asked = OneCoinEm.fit(simulated.votes(), simulated.tree());
        OneCoinEm untouched = OneCoinEm.fit(simulated.votes(), simulated.tree());

        for (int image = 0; image < simulated.votes().images(); image++) {
            if (simulated.ambiguous(image)) {
                WhatIf whatIf = new WhatIf(asked, image, 1, 0);
                double bits = whatIf.asItIs().bitsAfter();
                whatIf.withoutClicks();
                whatIf.withEqualSources();
                whatIf.withEvenConfusion();
                assertThat(whatIf.asItIs().bitsAfter()).isEqualTo(bits);
            }
        }

        assertThat(asked.clickRanges).isEqualTo(untouched.clickRanges);
        assertThat(asked.model.reliability).isEqualTo(untouched.model.reliability);
        assertThat(asked.model.confusions.confused).isEqualTo(untouched.model.confusions.confused);
        for (int i = 0; i < asked.candidates.size(); i++) {
            assertThat(asked.posteriors().label(i))
                    .isEqualTo(untouched.posteriors().label(i));
        }
    }

    @Test
    void findsNothingWhereEverybodyAgrees() {
        background();
        votes.image("k");
        votes.vote("{} dog 1", false, 4, PUG);

        assertThat(of("k", Method.CLICKS)).isEmpty();
        assertThat(Disagreements.of(new Votes.Builder(LABELS).build(), TREE, Method.CLICKS, DisagreementsTest::queries))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"DROP", "HIERARCHY", "EM"})
    void refusesMethodsThatDoNotChooseOneOfTheLabels(Method method) {
        assertThatThrownBy(() -> of("k", method))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(method.key());
    }

    @Test
    void countsMainReasonsAndWhoIsRight() {
        List<Disagreement> found = List.of(
                disagreement("a", "pug", "boxer", ReasonKind.MORE_QUERIES),
                disagreement("b", "pug", "boxer", ReasonKind.MORE_QUERIES),
                disagreement("c", "pug", "", ReasonKind.CROSS_NAMED),
                disagreement("d", "pug", "", ReasonKind.CROSS_NAMED),
                disagreement("e", "pug", "", ReasonKind.CROSS_NAMED));
        Truth truth = Truth.of(Map.of("a", "boxer", "b", "pug", "c", "", "d", "poodle", "e", "boxer"));

        assertThat(ReasonRow.of(found, truth))
                .containsExactly(
                        new ReasonRow(ReasonKind.CROSS_NAMED, 3, 2, 0),
                        new ReasonRow(ReasonKind.MORE_QUERIES, 2, 1, 1));
        assertThat(ReasonRow.of(found, null))
                .containsExactly(
                        new ReasonRow(ReasonKind.CROSS_NAMED, 3, 0, 0),
                        new ReasonRow(ReasonKind.MORE_QUERIES, 2, 0, 0));
    }

    private static Disagreement disagreement(String key, String rule, String em, ReasonKind kind) {
        return new Disagreement(
                key,
                rule,
                Optional.of(em).filter(label -> !label.isEmpty()),
                0.9,
                List.of(new Reason(kind, "so")),
                0,
                List.of(new QueryWeight("q", 1, List.of("pug", "boxer"), 1)),
                1);
    }
}
