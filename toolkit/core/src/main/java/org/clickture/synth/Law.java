package org.clickture.synth;

/**
 * A distribution of whole numbers from 1 on, kept as its 65,536 quantiles: a draw is one table look-up, the mean is exact,
 * the greatest value is bounded. Made with {@link StrictMath}, so the same everywhere. Immutable.
 */
final class Law {

    private static final int QUANTILES = 1 << 16;

    /** Tail of the number of triads of an image: heavy, with a finite variance. Not published; looks like a click log. */
    private static final double TRIADS_TAIL = 2.5;

    private final int[] quantiles;

    private Law(int[] quantiles) {
        this.quantiles = quantiles;
    }

    /** P(n) proportional to n^-exponent, about. */
    static Law powerLaw(double exponent) {
        int[] quantiles = new int[QUANTILES];
        for (int i = 0; i < QUANTILES; i++) {
            quantiles[i] = (int) Math.min(StrictMath.pow(beyond(i), -1 / (exponent - 1)), Integer.MAX_VALUE);
        }
        return new Law(quantiles);
    }

    /** Triads of an image: a Lomax distribution with this mean, at least 1, rounded down to whole numbers. */
    static Law triads(double mean) {
        double[] shape = new double[QUANTILES];
        for (int i = 0; i < QUANTILES; i++) {
            shape[i] = StrictMath.pow(beyond(i), -1 / TRIADS_TAIL) - 1;
        }
        double low = 0;
        double high = 4 * mean;
        for (int step = 0; step < 60; step++) {
            double scale = (low + high) / 2;
            if (scaled(shape, scale).mean() < mean) {
                low = scale;
            } else {
                high = scale;
            }
        }
        return scaled(shape, high);
    }

    private static Law scaled(double[] shape, double scale) {
        int[] quantiles = new int[QUANTILES];
        for (int i = 0; i < QUANTILES; i++) {
            quantiles[i] = 1 + (int) (scale * shape[i]);
        }
        return new Law(quantiles);
    }

    /** The share of the distribution that lies beyond quantile {@code i}. */
    private static double beyond(int i) {
        return 1 - (i + 0.5) / QUANTILES;
    }

    int draw(Rng rng) {
        return quantiles[(int) (rng.next() >>> 48)];
    }

    double mean() {
        long sum = 0;
        for (int value : quantiles) {
            sum += value;
        }
        return (double) sum / QUANTILES;
    }
}
