package org.clickture.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.clickture.Evidence;
import org.clickture.LabelCount;
import org.clickture.LabelSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimpleRulesTest {

    private static final LabelSet MORE_CLICKS_THAN_QUERIES =
            new LabelSet("a", List.of(new LabelCount("beagle", 9, 1), new LabelCount("pug", 2, 2)));
    private static final LabelSet TIED = new LabelSet(
            "b", List.of(new LabelCount("akita", 1, 1), new LabelCount("husky", 5, 3), new LabelCount("pug", 5, 3)));

    @ParameterizedTest
    @EnumSource(SimpleRule.class)
    void leaveAnImageWithOneLabelAsItIs(SimpleRule rule) {
        assertThat(rule.decide(new LabelSet("c", List.of(new LabelCount("pug", 1, 1)))))
                .contains("pug");
    }

    @Test
    void decideByWhatTheyAreNamedAfter() {
        assertThat(SimpleRule.DROP_AMBIGUOUS.decide(MORE_CLICKS_THAN_QUERIES)).isEmpty();
        assertThat(SimpleRule.MOST_CLICKS.decide(MORE_CLICKS_THAN_QUERIES)).contains("beagle");
        assertThat(SimpleRule.MOST_QUERIES.decide(MORE_CLICKS_THAN_QUERIES)).contains("pug");
    }

    @ParameterizedTest
    @EnumSource(SimpleRule.class)
    void leaveTiesUndecided(SimpleRule rule) {
        assertThat(rule.decide(TIED)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void agreeAsOftenAsTheNaiveCountSays(int seed) {
        ListedImages images = random(seed);
        List<LabelSet> ambiguous =
                images.sets().stream().filter(LabelSet::ambiguous).toList();
        Set<String> undecidedByClicks = new HashSet<>();
        Set<String> undecidedByQueries = new HashSet<>();
        Set<String> same = new HashSet<>();
        for (LabelSet image : ambiguous) {
            List<String> byClicks = leaders(image, true);
            List<String> byQueries = leaders(image, false);
            if (byClicks.size() > 1) {
                undecidedByClicks.add(image.imageKey());
            }
            if (byQueries.size() > 1) {
                undecidedByQueries.add(image.imageKey());
            }
            if (byClicks.size() == 1 && byClicks.equals(byQueries)) {
                same.add(image.imageKey());
            }
        }

        SimpleRuleAgreement agreement = SimpleRules.agreement(images, SimpleRule.MOST_CLICKS, SimpleRule.MOST_QUERIES);

        assertThat(agreement.same()).isEqualTo(same.size()).isPositive();
        assertThat(agreement.onlySecond() + agreement.neither()).isEqualTo(undecidedByClicks.size());
        assertThat(agreement.onlyFirst() + agreement.neither()).isEqualTo(undecidedByQueries.size());
        undecidedByClicks.retainAll(undecidedByQueries);
        assertThat(agreement.neither()).isEqualTo(undecidedByClicks.size()).isPositive();
        assertThat(agreement.same()
                        + agreement.different()
                        + agreement.onlyFirst()
                        + agreement.onlySecond()
                        + agreement.neither())
                .isEqualTo(ambiguous.size());
        assertThat(agreement.different()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void areRightAsOftenAsTheNaiveCountSays(int seed) {
        ListedImages images = random(seed);
        Random random = new Random(seed);
        Map<String, String> truth = new HashMap<>();
        for (LabelSet image : images.sets()) {
            if (random.nextInt(5) > 0) {
                truth.put(
                        image.imageKey(),
                        images.labels().get(random.nextInt(images.labels().size())));
            }
        }

        List<SimpleRuleScore> scores = SimpleRules.scores(images, truth);

        assertThat(scores).extracting(SimpleRuleScore::rule).containsExactly(SimpleRule.values());
        long ambiguous = images.sets().stream().filter(LabelSet::ambiguous).count();
        for (SimpleRuleScore score : scores) {
            long right = 0;
            long decided = 0;
            for (LabelSet image : images.sets()) {
                if (image.ambiguous() && score.rule().decide(image).isPresent()) {
                    decided++;
                    right += score.rule().decide(image).get().equals(truth.get(image.imageKey())) ? 1 : 0;
                }
            }
            assertThat(score.right()).isEqualTo(right);
            assertThat(score.wrong()).isEqualTo(decided - right);
            assertThat(score.undecided()).isEqualTo(ambiguous - decided);
        }
        assertThat(scores.get(0).undecided()).isEqualTo(ambiguous);
        assertThat(scores.get(0).rightShare()).isNaN();
        assertThat(scores.get(1).right()).isPositive();
    }

    private static List<String> leaders(LabelSet image, boolean clicks) {
        return image.labels().stream()
                .filter(label -> image.labels().stream()
                        .noneMatch(
                                other -> clicks ? other.clicks() > label.clicks() : other.queries() > label.queries()))
                .map(LabelCount::label)
                .toList();
    }

    private static ListedImages random(int seed) {
        Random random = new Random(seed);
        List<String> labels = List.of("akita", "beagle", "husky", "pug");
        Map<String, List<Evidence>> evidence = new HashMap<>();
        for (int image = 0; image < 400; image++) {
            String key = "image" + image;
            List<Evidence> triads = random.ints(1 + random.nextInt(6), 0, labels.size())
                    .mapToObj(label -> new Evidence(
                            labels.get(label) + " " + random.nextInt(3),
                            1 + random.nextInt(4),
                            List.of(labels.get(label)),
                            "log.tsv",
                            0))
                    .toList();
            evidence.put(key, triads);
        }
        return new ListedImages(Set.copyOf(labels), evidence);
    }
}
