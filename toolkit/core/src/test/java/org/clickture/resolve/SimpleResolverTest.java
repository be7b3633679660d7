package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clickture.ClicktureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimpleResolverTest {

    private static final List<String> LABELS = List.of("a", "b", "c", "d", "e", "f");
    private static final LabelTree TREE = new LabelTree(-1, 0, 1, 0, -1, 4);
    private static final double TOLERANCE = 1e-12;

    /** Logarithms are rounded, so that equal sums are equal. */
    private static double tolerance(Method method) {
        return method == Method.LOG_CLICKS ? 1e-8 : TOLERANCE;
    }

    /** What a label of an image has. */
    private static final class Tally {
        private long clicks;
        private int queries;
        private double logClicks;
        /** What that is the logarithm of. */
        private long product = 1;

        private double weight(Method method) {
            return switch (method) {
                case CLICKS, DROP -> clicks;
                case LOG_CLICKS -> logClicks;
                default -> queries;
            };
        }
    }

    @ParameterizedTest
    @EnumSource(names = "EM", mode = EnumSource.Mode.EXCLUDE)
    void countsLikeTheNaiveOne(Method method) {
        Votes votes = random(new Random(1));

        Resolutions resolutions = method.resolve(votes, TREE);

        for (int image = 0; image < votes.images(); image++) {
            Map<String, Tally> tallies = tallies(votes, image);
            double sum = tallies.values().stream()
                    .mapToDouble(tally -> tally.weight(method))
                    .sum();
            String label = choice(method, tallies);
            assertThat(resolutions.label(image).orElse(""))
                    .as("image %d", image)
                    .isEqualTo(label);
            double confidence = label.isEmpty()
                    ? 1
                    : method == Method.HIERARCHY
                            ? support(tallies, label) / sum
                            : tallies.getOrDefault(label, new Tally()).weight(method) / sum;
            assertThat(resolutions.confidence(image)).isCloseTo(confidence, within(tolerance(method)));
            assertThat(resolutions.candidates(image))
                    .hasSameSizeAs(tallies.keySet())
                    .allSatisfy(candidate -> assertThat(candidate.share())
                            .isCloseTo(
                                    tallies.getOrDefault(candidate.label(), new Tally())
                                                    .weight(method)
                                            / sum,
                                    within(tolerance(method))));
        }
    }

    /** With few different clicks, so that there are ties. */
    private static Votes random(Random random) {
        Votes.Builder builder = new Votes.Builder(LABELS);
        for (int image = 0; image < 2000; image++) {
            builder.image("k" + image);
            for (int vote = random.nextInt(5); vote >= 0; vote--) {
                Set<Integer> named = new HashSet<>(Set.of(random.nextInt(LABELS.size())));
                if (random.nextInt(4) == 0) {
                    named.add(random.nextInt(LABELS.size()));
                }
                long clicks = List.of(1, 1, 2, 3, 3, 15).get(random.nextInt(6));
                builder.vote(
                        "t",
                        false,
                        clicks,
                        named.stream().mapToInt(Integer::intValue).sorted().toArray());
            }
        }
        return builder.build();
    }

    private static Map<String, Tally> tallies(Votes votes, int image) {
        Map<String, Tally> tallies = new TreeMap<>();
        for (int vote = votes.firstVote(image); vote < votes.firstVote(image + 1); vote++) {
            for (int i = votes.firstLabel(vote); i < votes.firstLabel(vote + 1); i++) {
                Tally tally = tallies.computeIfAbsent(LABELS.get(votes.labelId(i)), any -> new Tally());
                tally.clicks += votes.clicks(vote);
                tally.queries++;
                tally.product = Math.multiplyExact(tally.product, 1 + votes.clicks(vote));
                tally.logClicks += StrictMath.log1p((double) votes.clicks(vote));
            }
        }
        return tallies;
    }

    private static String choice(Method method, Map<String, Tally> tallies) {
        if (method == Method.DROP && tallies.size() > 1) {
            return "";
        }
        if (method == Method.HIERARCHY) {
            int all = tallies.values().stream().mapToInt(tally -> tally.queries).sum();
            List<String> most = new ArrayList<>(LABELS.stream()
                    .filter(label -> support(tallies, label) > all / 2.0)
                    .toList());
            if (!most.isEmpty()) {
                return Collections.max(most, Comparator.comparingInt(SimpleResolverTest::depth));
            }
        }
        Comparator<Tally> byClicks = Comparator.comparingLong(tally -> tally.clicks);
        Comparator<Tally> byQueries = Comparator.comparingInt(tally -> tally.queries);
        Comparator<Tally> byLogs = Comparator.comparingLong(tally -> tally.product);
        Comparator<Tally> better = switch (method) {
            case CLICKS, DROP -> byClicks.thenComparing(byQueries);
            case LOG_CLICKS -> byLogs.thenComparing(byClicks);
            default -> byQueries.thenComparing(byClicks);
        };
        return tallies.entrySet().stream()
                .min(Map.Entry.<String, Tally>comparingByValue(better.reversed())
                        .thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    private static double support(Map<String, Tally> tallies, String label) {
        return tallies.entrySet().stream()
                .filter(entry -> ancestors(entry.getKey()).contains(label))
                .collect(Collectors.summingInt(entry -> entry.getValue().queries));
    }

    /** A label with all its ancestors. */
    private static List<String> ancestors(String label) {
        List<String> line = new ArrayList<>();
        for (int at = LABELS.indexOf(label); at != LabelTree.NONE; at = TREE.parent(at)) {
            line.add(LABELS.get(at));
        }
        return line;
    }

    private static int depth(String label) {
        return ancestors(label).size();
    }

    @Test
    void saysOfWhichImageTheClicksAreTooMany() {
        Votes.Builder builder = new Votes.Builder(LABELS);
        builder.image("k");
        builder.vote("t", false, Long.MAX_VALUE, 0);
        builder.vote("u", false, 1, 0);
        Votes votes = builder.build();

        assertThatThrownBy(() -> Method.CLICKS.resolve(votes, TREE))
                .isInstanceOf(ClicktureException.class)
                .hasMessage("the clicks of a label on image k add up to more than 2^63 - 1");
    }
}
