package org.clickture.resolve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Turns a posterior into the share of such choices that are right. A growing curve, linear between its knots: isotonic
 * regression by pooling adjacent violators (Ayer and others 1955; for classifiers Zadrozny and Elkan 2002). Immutable.
 */
public final class Calibration {

    /** The shipped curve; its first lines say how it was learned. */
    private static final String RESOURCE = "em-calibration.tsv";

    /** Choices that are pooled into a knot at least, so that no knot rests on a few. */
    private static final int LEAST_POOL = 1500;

    private final double[] posteriors;
    private final double[] confidences;

    private Calibration(List<double[]> knots) {
        posteriors = knots.stream().mapToDouble(knot -> knot[0]).toArray();
        confidences = knots.stream().mapToDouble(knot -> knot[1]).toArray();
    }

    /** The curve that {@link Method#EM} uses. */
    static Calibration shipped() {
        List<double[]> knots = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(Calibration.class.getResourceAsStream(RESOURCE), RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] fields = line.split("\t", -1);
                    knots.add(new double[] {Double.parseDouble(fields[0]), Double.parseDouble(fields[1])});
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Calibration(knots);
    }

    /** The curve that changes nothing. */
    static Calibration none() {
        return new Calibration(List.of(new double[] {0, 0}, new double[] {1, 1}));
    }

    /**
     * Learns a curve from choices whose truth is known.
     *
     * @param outcomes at least one
     */
    static Calibration learn(List<Outcome> outcomes) {
        List<Outcome> sorted = new ArrayList<>(outcomes);
        sorted.sort(Comparator.comparingDouble(Outcome::confidence));
        List<Pool> pools = new ArrayList<>();
        for (int i = 0; i < sorted.size(); ) {
            Pool pool = new Pool();
            // Equal posteriors stay together.
            while (i < sorted.size()
                    && (pool.count < LEAST_POOL
                            || sorted.get(i).confidence() == sorted.get(i - 1).confidence())) {
                pool.add(sorted.get(i++));
            }
            if (pool.count < LEAST_POOL && !pools.isEmpty()) {
                pools.get(pools.size() - 1).add(pool);
            } else {
                pools.add(pool);
            }
            while (pools.size() > 1
                    && pools.get(pools.size() - 2).share()
                            >= pools.get(pools.size() - 1).share()) {
                pools.get(pools.size() - 2).add(pools.remove(pools.size() - 1));
            }
        }
        return new Calibration(pools.stream()
                .map(pool -> new double[] {pool.posteriors / pool.count, pool.share()})
                .toList());
    }

    private static final class Pool {

        private double posteriors;
        private double right;
        private double count;

        void add(Outcome outcome) {
            posteriors += outcome.confidence();
            right += outcome.right() ? 1 : 0;
            count++;
        }

        void add(Pool other) {
            posteriors += other.posteriors;
            right += other.right;
            count += other.count;
        }

        /** The share of right ones, with one right and one wrong choice added: no pool is sure. */
        double share() {
            return (right + 1) / (count + 2);
        }
    }

    /** The confidence for a posterior; below the first knot and above the last it is theirs. */
    double apply(double posterior) {
        int above = 0;
        while (above < posteriors.length && posteriors[above] <= posterior) {
            above++;
        }
        if (above == 0 || above == posteriors.length) {
            return confidences[Math.max(above - 1, 0)];
        }
        double part = (posterior - posteriors[above - 1]) / (posteriors[above] - posteriors[above - 1]);
        return confidences[above - 1] + part * (confidences[above] - confidences[above - 1]);
    }

    /** The knots, a line for each: posterior, TAB, confidence; nine digits. */
    String toText() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < posteriors.length; i++) {
            text.append(String.format(Locale.ROOT, "%.9f\t%.9f\n", posteriors[i], confidences[i]));
        }
        return text.toString();
    }
}
