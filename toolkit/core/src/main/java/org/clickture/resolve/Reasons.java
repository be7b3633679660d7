package org.clickture.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts into words what made the EM choose one label of an image and not the one of a rule. One object for an image. */
final class Reasons {

    /** What is worth less, in bits, is no reason: 1.4 times the odds. */
    private static final double LEAST_BITS = 0.5;

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
        if (crossing > 0) {
            add(ReasonKind.CROSS_NAMED, "%,d of %s speak of a cross", crossing, queries(queries.size()));
        } else {
            long labels = queries.stream()
                    .flatMap(query -> query.labels().stream())
                    .distinct()
                    .count();
            add(ReasonKind.NO_LABEL_FITS, "%s name %,d labels, none often enough", queries(queries.size()), labels);
        }
    }

    private void addKinship() {
        boolean broader = tree.steps(label(one), label(other)) > 0;
        boolean narrower = tree.steps(label(other), label(one)) > 0;
        boolean named = one < em.candidates.observed(image);
        if (broader) {
            add(
                    ReasonKind.BROADER_NAME,
                    named
                            ? "%s is a kind of %s, so that queries for %2$s fit too"
                            : "%s is a kind of %s; no query names it",
                    chosen,
                    instead);
        } else if (narrower) {
            add(
                    ReasonKind.BROADER_NAME,
                    named ? "%s is a broader name for %s" : "%s is a broader name for %s; no query names it",
                    chosen,
                    instead);
        } else if (!named) {
            add(ReasonKind.NOT_NAMED, "no query names %s, but some name what is a kind of it or broader", chosen);
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
        if (rule == Method.CLICKS && burst >= against - burst && against - burst <= speaking) {
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
            add(
                    ReasonKind.MORE_QUERIES,
                    "%s are for %s alone, %,d for %s",
                    queries(speaking),
                    chosen,
                    against,
                    instead);
        }
    }

    private void addMeasured() {
        double bits = whatIf.asItIs().bitsAfter();
        if (bits - whatIf.withEqualSources() >= LEAST_BITS) {
            double speaking = meanReliability(chosen, instead);
            double against = meanReliability(instead, chosen);
            if (speaking > against) {
                add(
                        ReasonKind.QUERY_WORDING,
                        "queries worded like those for %s are right %.0f %% of the time, like those for %s %.0f %%",
                        chosen,
                        100 * speaking,
                        instead,
                        100 * against);
            }
        }
        if (one < em.candidates.observed(image) && bits - whatIf.withEvenConfusion() >= LEAST_BITS) {
            add(
                    ReasonKind.MIXED_UP,
                    "wrong queries for %s name %s %.1f times as often as the other way round",
                    chosen,
                    instead,
                    whatIf.confusionRatio());
        }
        double before = whatIf.asItIs().bitsBefore();
        if (before >= LEAST_BITS) {
            add(ReasonKind.MORE_FREQUENT, "%s is %.1f times as frequent", chosen, Math.pow(2, before));
        }
        double byClicks = bits - whatIf.withoutClicks();
        if (byClicks >= LEAST_BITS) {
            add(ReasonKind.CLICK_PATTERN, "the way the clicks are spread is worth %.1f bits", byClicks);
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

    private static String queries(int count) {
        return String.format(Locale.ROOT, count == 1 ? "%,d query" : "%,d queries", count);
    }

    private void add(ReasonKind kind, String format, Object... facts) {
        reasons.add(new Reason(kind, String.format(Locale.ROOT, format, facts)));
    }
}
