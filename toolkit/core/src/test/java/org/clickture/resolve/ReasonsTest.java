package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Holds the reasons of many choices against what their kinds promise, computed anew from what is known of each query. */
class ReasonsTest {

    private final Set<ReasonKind> kinds = EnumSet.noneOf(ReasonKind.class);

    @Test
    void givesEveryReasonThatHoldsAndNoOther() {
        for (NoiseLaw law : List.of(NoiseLaw.EVERYTHING, NoiseLaw.CROSSES, NoiseLaw.HARD_LABELS, NoiseLaw.MACHINES)) {
            SimulatedVotes simulated = SimulatedVotes.of(law, 4_000, 11);
            Votes votes = simulated.votes();
            OneCoinEm em = OneCoinEm.fit(votes, simulated.tree());
            for (Method rule : List.of(Method.CLICKS, Method.LOG_CLICKS, Method.QUERIES)) {
                for (Disagreement found :
                        Disagreements.of(votes, simulated.tree(), rule, (all, image) -> queries(all, image))) {
                    Expected expected = new Expected(em, simulated.tree(), rule, found);
                    assertThat(found.reasons()).as(found.toString()).isEqualTo(expected.reasons());
                    found.reasons().forEach(reason -> kinds.add(reason.kind()));
                }
            }
        }
        assertThat(kinds).containsAll(EnumSet.complementOf(EnumSet.of(ReasonKind.NO_LABEL_FITS, ReasonKind.SUM)));
    }

    @Test
    void countsEachLabelOnceWhereNoneFits() {
        Votes.Builder builder = new Votes.Builder(List.of("boxer", "pug"));
        builder.image("k");
        builder.vote("{} dog", false, 1, 0);
        builder.vote("{} puppy", false, 1, 0, 1);
        LabelTree tree = new LabelTree(-1, -1);
        OneCoinEm em = OneCoinEm.fit(builder.build(), tree);
        List<QueryWeight> queries = List.of(
                new QueryWeight("boxer dog", 1, List.of("boxer"), 0),
                new QueryWeight("boxer or pug puppy", 1, List.of("boxer", "pug"), 0));

        assertThat(new Reasons(em, tree, Method.CLICKS, 0, OddsTrace.NONE, 0, queries).list())
                .containsExactly(new Reason(ReasonKind.NO_LABEL_FITS, "no label is likely: 2 queries name 2 labels"));
    }

    private static List<String> queries(Votes votes, int image) {
        return IntStream.range(votes.firstVote(image), votes.firstVote(image + 1))
                .mapToObj(vote -> "query " + vote)
                .toList();
    }

    /** What the reasons of one choice must be. */
    private static final class Expected {

        private final OneCoinEm em;
        private final LabelTree tree;
        private final Method rule;
        private final Disagreement found;
        private final int image;
        private final String chosen;
        private final String instead;
        private final Predicate<QueryWeight> forIt;
        private final Predicate<QueryWeight> against;
        private final List<Reason> reasons = new ArrayList<>();

        Expected(OneCoinEm em, LabelTree tree, Method rule, Disagreement found) {
            this.em = em;
            this.tree = tree;
            this.rule = rule;
            this.found = found;
            image = IntStream.range(0, em.votes.images())
                    .filter(i -> em.votes.imageKey(i).equals(found.imageKey()))
                    .findFirst()
                    .orElseThrow();
            chosen = found.emLabel().orElse("");
            instead = found.ruleLabel();
            forIt = query -> query.labels().contains(chosen);
            against = query -> query.labels().contains(instead);
        }

        List<Reason> reasons() {
            if (chosen.isEmpty()) {
                ofNoLabel();
            } else {
                kinship();
                burst();
                machine();
                moreQueries();
                wording();
                bits();
            }
            addIf(reasons.isEmpty(), ReasonKind.SUM, "much that is small adds up");
            return reasons;
        }

        private void ofNoLabel() {
            int first = em.votes.firstVote(image);
            int all = em.votes.firstVote(image + 1) - first;
            long crossing = IntStream.range(first, first + all)
                    .filter(em.votes::crossing)
                    .count();
            long labels = found.queries().stream()
                    .flatMap(query -> query.labels().stream())
                    .distinct()
                    .count();
            String names = all == 1 ? " query names " : " queries name ";
            addIf(
                    crossing == 0,
                    ReasonKind.NO_LABEL_FITS,
                    "no label is likely: " + all + names + labels + (labels == 1 ? " label" : " labels"));
            addIf(
                    crossing > 0,
                    ReasonKind.CROSS_NAMED,
                    all == 1
                            ? "its only query speaks of a cross"
                            : crossing + " of " + all + " queries " + (crossing == 1 ? "speaks" : "speak")
                                    + " of a cross");
        }

        private void kinship() {
            boolean named = found.queries().stream().anyMatch(forIt);
            String unnamed = named ? "" : ", and no query names it";
            boolean broader = tree.steps(id(chosen), id(instead)) > 0;
            boolean narrower = tree.steps(id(instead), id(chosen)) > 0;
            addIf(
                    broader,
                    ReasonKind.BROADER_NAME,
                    "it is a kind of " + instead + ", whose queries fit it too" + unnamed);
            addIf(narrower, ReasonKind.BROADER_NAME, "it is a broader name for " + instead + unnamed);
            addIf(
                    !broader && !narrower && !named,
                    ReasonKind.NOT_NAMED,
                    "no query names it, but one names what is a kind of it or broader");
        }

        private void burst() {
            long all = clicks(against);
            long largest = found.queries().stream()
                    .filter(against.and(forIt.negate()))
                    .mapToLong(QueryWeight::clicks)
                    .max()
                    .orElse(0);
            boolean half = 2 * largest >= all;
            boolean winsByItOnly = all - largest <= clicks(forIt);
            addIf(
                    rule == Method.CLICKS && largest >= 5 && half && winsByItOnly,
                    ReasonKind.CLICK_BURST,
                    largest == all
                            ? format("all %,d clicks for %s come from one query", all, instead)
                            : format("%,d of %,d clicks for %s come from one query", largest, all, instead));
        }

        private void machine() {
            long asked = found.queries().stream()
                    .filter(query -> query.labels().equals(List.of(instead)) && query.clicks() >= 8)
                    .count();
            addIf(
                    asked > 1 && found.bits() - whatIf().withoutMachines() >= 0.5,
                    ReasonKind.MACHINE,
                    format("%,d much clicked queries for %s may be one machine's", asked, instead));
        }

        private void moreQueries() {
            List<QueryWeight> forItOnly = only(forIt, against);
            List<QueryWeight> againstOnly = only(against, forIt);
            double bits = sum(forItOnly) + sum(againstOnly);
            addIf(
                    forItOnly.size() > againstOnly.size() && bits >= 0.5,
                    ReasonKind.MORE_QUERIES,
                    forItOnly.size() + (forItOnly.size() == 1 ? " query is" : " queries are") + " for it, "
                            + againstOnly.size() + " for " + instead);
        }

        private void wording() {
            double right = reliability(only(forIt, against));
            double others = reliability(only(against, forIt));
            addIf(
                    right > others && found.bits() - whatIf().withEqualSources() >= 0.5,
                    ReasonKind.QUERY_WORDING,
                    format(
                            "its wordings are right %.1f %% of the time, the others %.1f %%",
                            100 * right, 100 * others));
        }

        private void bits() {
            if (found.queries().stream().anyMatch(forIt) && found.bits() - whatIf().withEvenConfusion() >= 0.5) {
                add(
                        ReasonKind.MIXED_UP,
                        "it is taken for " + instead + " " + times(whatIf().confusionRatio())
                                + " times as often as the reverse");
            }
            if (found.bits() - whatIf().withEqualEase() >= 0.5) {
                double ratio = em.model.ease.factor(id(chosen)) / em.model.ease.factor(id(instead));
                add(
                        ReasonKind.NAMED_WRONGLY,
                        ratio < 1
                                ? "its images are called something else, at " + times(1 / ratio) + " times the odds of "
                                        + instead
                                : "images of " + instead + " are called something else, at " + times(ratio)
                                        + " times its odds");
            }
            addIf(
                    found.bitsBefore() >= 0.5,
                    ReasonKind.MORE_FREQUENT,
                    "it is " + times(StrictMath.pow(2, found.bitsBefore())) + " times as frequent");
            double clicks = found.bits() - whatIf().withoutClicks();
            addIf(
                    clicks >= 0.5,
                    ReasonKind.CLICK_PATTERN,
                    format("the clicks are spread as if it were right (%.1f bits)", clicks));
        }

        private WhatIf whatIf() {
            return new WhatIf(em, image, place(chosen), place(instead));
        }

        private int place(String label) {
            return IntStream.range(0, em.candidates.first(image + 1) - em.candidates.first(image))
                    .filter(i -> em.candidates.label(em.candidates.first(image) + i) == id(label))
                    .findFirst()
                    .orElseThrow();
        }

        private int id(String label) {
            return em.votes.labels().indexOf(label);
        }

        private long clicks(Predicate<QueryWeight> of) {
            return found.queries().stream()
                    .filter(of)
                    .mapToLong(QueryWeight::clicks)
                    .sum();
        }

        private List<QueryWeight> only(Predicate<QueryWeight> one, Predicate<QueryWeight> other) {
            return found.queries().stream().filter(one.and(other.negate())).toList();
        }

        private static double sum(List<QueryWeight> queries) {
            return queries.stream().mapToDouble(QueryWeight::bits).sum();
        }

        /** The mean reliability of queries, which are named after their votes; NaN without any. */
        private double reliability(List<QueryWeight> queries) {
            double sum = 0;
            for (QueryWeight query : queries) {
                int vote = Integer.parseInt(query.query().substring("query ".length()));
                sum += em.model.reliability[em.votes.source(vote)];
            }
            return sum / queries.size();
        }

        private static String times(double factor) {
            return format(factor < 10 ? "%.1f" : "%,.0f", factor);
        }

        private static String format(String format, Object... facts) {
            return String.format(Locale.ROOT, format, facts);
        }

        private void addIf(boolean holds, ReasonKind kind, String text) {
            if (holds) {
                add(kind, text);
            }
        }

        private void add(ReasonKind kind, String text) {
            reasons.add(new Reason(kind, text));
        }
    }
}
