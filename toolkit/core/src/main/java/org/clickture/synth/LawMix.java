package org.clickture.synth;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The laws of one log and the query templates whose reliability they decide. Immutable. */
final class LawMix {

    static final int TEMPLATES = 500;

    /** The laws that decide which other label a query names; their shares add up. */
    private static final List<NoiseLaw> OF_QUERIES = List.of(
            NoiseLaw.LOOK_ALIKE,
            NoiseLaw.POPULAR,
            NoiseLaw.ANY,
            NoiseLaw.SOURCES,
            NoiseLaw.PARENT,
            NoiseLaw.COMPARISON,
            NoiseLaw.HOMONYM);

    /** The i-th template is used with a weight of 1 / (i + this). */
    private static final int FLATNESS = 10;

    private static final int WEIGHT = 1_000_000;

    /** The share of wrong queries grows with this power of a template's rank in badness: most templates are good. */
    private static final double UNEVENNESS = 2.75;

    private static final double WORST = 0.95;

    private final SynthRequest request;
    private final WeightedIds templates;
    private final double[] wrongBySource = new double[TEMPLATES];

    LawMix(SynthRequest request) {
        this.request = request;
        List<Integer> ids = IntStream.range(0, TEMPLATES).boxed().toList();
        templates = new WeightedIds(
                ids, ids.stream().mapToLong(id -> WEIGHT / (id + FLATNESS)).toArray());
        Rng rng = new Rng();
        rng.start(request.seed(), Long.MIN_VALUE);
        Arrays.setAll(
                wrongBySource,
                id -> Math.min(
                        WORST, strength(NoiseLaw.SOURCES) * (1 + UNEVENNESS) * StrictMath.pow(rng.unit(), UNEVENNESS)));
    }

    /** @throws IllegalArgumentException if the laws leave too few queries that are right */
    static void check(Map<NoiseLaw, Double> laws) {
        double sum = OF_QUERIES.stream()
                .mapToDouble(law -> laws.getOrDefault(law, 0.0))
                .sum();
        sum += laws.getOrDefault(NoiseLaw.PARENT, 0.0) * laws.getOrDefault(NoiseLaw.AUDIENCE, 0.0);
        if (sum > WORST) {
            throw new IllegalArgumentException("the laws of queries add up to " + sum + "; at most " + WORST
                    + " may go wrong: give them less strength, as LAW=STRENGTH");
        }
    }

    boolean isEmpty() {
        return request.laws().isEmpty();
    }

    double strength(NoiseLaw law) {
        return request.strength(law);
    }

    /** A template, as often as it is used. */
    int template(Rng rng) {
        return templates.draw(rng);
    }

    /** The share of the queries for an image that name a broader breed; it depends on who finds the image. */
    double broadShare(Rng rng) {
        double audience = strength(NoiseLaw.AUDIENCE);
        if (audience == 0) {
            return strength(NoiseLaw.PARENT);
        }
        return strength(NoiseLaw.PARENT) * (rng.chance(0.5) ? 1 + audience : 1 - audience);
    }

    /**
     * The law by which a query of a template goes wrong; {@link NoiseLaw#CLICKS} (which spoils nothing) if it is right.
     *
     * @param broadShare that of its image, see {@link #broadShare(Rng)}
     */
    NoiseLaw fate(int template, double broadShare, Rng rng) {
        double u = rng.unit();
        for (NoiseLaw law : OF_QUERIES) {
            u -= switch (law) {
                case SOURCES -> wrongBySource[template];
                case PARENT -> broadShare;
                default -> strength(law);
            };
            if (u < 0) {
                return law;
            }
        }
        return NoiseLaw.CLICKS;
    }
}
