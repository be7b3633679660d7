package org.clickture.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts into words what made the EM choose one label of an image and not the one of a rule. One object for an image. */
final class Reasons {

    /** What is worth less, in bits, is no reason: 1.4 times the odds. */
    private static final double LEAST_BITS = 0.5;

    /** Fewer clicks on one query are no burst. */
    private static final long LEAST_BURST = 5;

    private static final String NOBODY = "";

    private final OneCoinEm em;
    private final LabelTree tree;
    private final Method rule;
    private final int image;
    private final int one;
    private final int other;
    private final String chosen;
    private final String instead;
    private final List<QueryWeight> queries;
    private final WhatIf whatIf;
    private final List<Reason> reasons = new ArrayList<>();

    /**
     * @param one the place of EM's label among the image's candidates, or {@link OddsTrace#NONE}
     * @param other that of the rule's label
     * @param queries what each vote says for the one and against the other
     */
    Reasons(OneCoinEm em, LabelTree tree, Method rule, int image, int one, int other, List<QueryWeight> queries) {
        this.em = em;
        this.tree = tree;
        this.rule = rule;
        this.image = image;
        this.one = one;
        this.other = other;
        chosen = one == OddsTrace.NONE ? NOBODY : em.votes.labels().get(label(one));
        instead = em.votes.labels().get(label(other));
        this.queries = queries;
        whatIf = new WhatIf(em, image, one, other);
    }

    private int label(int place) {
        return em.candidates.label(em.candidates.first(image) + place);
    }

    /** The reasons that hold, in the order of their kinds. */
    List<Reason> list() {
        if (one == OddsTrace.NONE) {
            addNone();
        } else {
            addKinship();
            addBurst();
            addMachine();
            addQueries();
            addMeasured();
        }
        if (reasons.isEmpty()) {
            add(ReasonKind.SUM, "much that is small adds up");
        }
        return reasons;
    }

    private void addNone() {
        int crossing = 0;
        for (int vote = em.votes.firstVote(image); vote < em.votes.firstVote(image + 1); vote++) {
            crossing += em.votes.crossing(vote) ? 1 : 0;
        }
        int all = queries.size();
        if (crossing == 0) {
            long labels = queries.stream()
                    .flatMap(query -> query.labels().stream())
                    .distinct()
                    .count();
            add(
                    ReasonKind.NO_LABEL_FITS,
                    "no label is likely: %,d %s %,d %s",
                    all,
                    all == 1 ? "query names" : "queries name",
                    labels,
                    labels == 1 ? "label" : "labels");
        } else if (all == 1) {
            add(ReasonKind.CROSS_NAMED, "its only query speaks of a cross");
        } else {
            String verb = crossing == 1 ? "speaks" : "speak";
            add(ReasonKind.CROSS_NAMED, "%,d of %,d queries %s of a cross", crossing, all, verb);
        }
    }

    private void addKinship() {
        boolean broader = tree.steps(label(one), label(other)) > 0;
        boolean narrower = tree.steps(label(other), label(one)) > 0;
        boolean named = one < em.candidates.observed(image);
        String unnamed = named ? "" : ", and no query names it";
        if (broader) {
            add(ReasonKind.BROADER_NAME, "it is a kind of %s, whose queries fit it too%s", instead, unnamed);
        } else if (narrower) {
            add(ReasonKind.BROADER_NAME, "it is a broader name for %s%s", instead, unnamed);
        } else if (!named) {
            add(ReasonKind.NOT_NAMED, "no query names it, but one names what is a kind of it or broader");
        }
    }

    private void addBurst() {
        long burst = 0;
        long against = 0;
        long speaking = 0;
        for (QueryWeight query : queries) {
            boolean names = query.labels().contains(instead);
            against += names ? query.clicks() : 0;
            speaking += query.labels().contains(chosen) ? query.clicks() : 0;
            burst = Math.max(burst, names && !query.labels().contains(chosen) ? query.clicks() : 0);
        }
        if (rule == Method.CLICKS && burst >= LEAST_BURST && burst >= against - burst && against - burst <= speaking) {
            add(
                    ReasonKind.CLICK_BURST,
                    burst == against
                            ? "all %2$,d clicks for %3$s come from one query"
                            : "%,d of %,d clicks for %s come from one query",
                    burst,
                    against,
                    instead);
        }
    }

    private void addMachine() {
        int asked = 0;
        for (int vote = em.votes.firstVote(image); vote < em.votes.firstVote(image + 1); vote++) {
            boolean forIt = em.votes.labelId(em.votes.firstLabel(vote)) == label(other);
            asked += MuchClicked.is(em.votes, vote) && forIt ? 1 : 0;
        }
        if (asked > 1 && whatIf.asItIs().bitsAfter() - whatIf.withoutMachines() >= LEAST_BITS) {
            add(ReasonKind.MACHINE, "%,d much clicked queries for %s may be one machine's", asked, instead);
        }
    }

    private void addQueries() {
        int speaking = 0;
        int against = 0;
        double bits = 0;
        for (QueryWeight query : queries) {
            boolean namesChosen = query.labels().contains(chosen);
            boolean namesInstead = query.labels().contains(instead);
            if (namesChosen != namesInstead) {
                speaking += namesChosen ? 1 : 0;
                against += namesInstead ? 1 : 0;
                bits += query.bits();
            }
        }
        if (speaking > against && bits >= LEAST_BITS) {
            String verb = speaking == 1 ? "query is" : "queries are";
            add(ReasonKind.MORE_QUERIES, "%,d %s for it, %,d for %s", speaking, verb, against, instead);
        }
    }

    private void addMeasured() {
        OddsTrace trace = whatIf.asItIs();
        double bits = trace.bitsAfter();
        double speaking = meanReliability(chosen, instead);
        double against = meanReliability(instead, chosen);
        if (speaking > against && bits - whatIf.withEqualSources() >= LEAST_BITS) {
            add(
                    ReasonKind.QUERY_WORDING,
                    "its wordings are right %.1f %% of the time, the others %.1f %%",
                    100 * speaking,
                    100 * against);
        }
        if (one < em.candidates.observed(image) && bits - whatIf.withEvenConfusion() >= LEAST_BITS) {
            add(
                    ReasonKind.MIXED_UP,
                    "it is taken for %s %s times as often as the reverse",
                    instead,
                    times(whatIf.confusionRatio()));
        }
        if (bits - whatIf.withEqualEase() >= LEAST_BITS) {
            double ratio = em.model.ease.factor(label(one)) / em.model.ease.factor(label(other));
            if (ratio < 1) {
                add(
                        ReasonKind.NAMED_WRONGLY,
                        "its images are called something else, at %s times the odds of %s",
                        times(1 / ratio),
                        instead);
            } else {
                add(
                        ReasonKind.NAMED_WRONGLY,
                        "images of %s are called something else, at %s times its odds",
                        instead,
                        times(ratio));
            }
        }
        if (trace.bitsBefore() >= LEAST_BITS) {
            add(ReasonKind.MORE_FREQUENT, "it is %s times as frequent", times(StrictMath.pow(2, trace.bitsBefore())));
        }
        double byClicks = bits - whatIf.withoutClicks();
        if (byClicks >= LEAST_BITS) {
            add(ReasonKind.CLICK_PATTERN, "the clicks are spread as if it were right (%.1f bits)", byClicks);
        }
    }

    /** The mean reliability of the queries that name a label and not another one; NaN without any. */
    private double meanReliability(String label, String butNot) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < queries.size(); i++) {
            List<String> labels = queries.get(i).labels();
            if (labels.contains(label) && !labels.contains(butNot)) {
                sum += em.model.reliability[em.votes.source(em.votes.firstVote(image) + i)];
                count++;
            }
        }
        return sum / count;
    }

    private static String times(double factor) {
        return String.format(Locale.ROOT, factor < 10 ? "%.1f" : "%,.0f", factor);
    }

    private void add(ReasonKind kind, String format, Object... facts) {
        reasons.add(new Reason(kind, String.format(Locale.ROOT, format, facts)));
    }
}
