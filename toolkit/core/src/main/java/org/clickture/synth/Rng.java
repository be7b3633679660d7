package org.clickture.synth;

/**
 * SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014), written out here
 * because no JDK class promises the same numbers in every release. Not thread-safe.
 */
final class Rng {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    /** Begins the stream of numbers with that index under that seed; neighbouring streams have nothing in common. */
    void start(long seed, long stream) {
        start(mix(mix(seed + GAMMA) ^ mix(stream)));
    }

    /** Begins with that state. */
    void start(long newState) {
        state = newState;
    }

    long next() {
        state += GAMMA;
        return mix(state);
    }

    /** In [0, bound), bound at least 1. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** In [0, bound), bound at least 1 and below 2^62. */
    long below(long bound) {
        return Math.multiplyHigh(next() >>> 1, bound << 1);
    }

    /** In [0, 1). */
    double unit() {
        return (next() >>> 11) * 0x1p-53;
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
