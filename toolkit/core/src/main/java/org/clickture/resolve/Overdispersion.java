package org.clickture.resolve;

/**
 * How much further counts lie from what is expected of them than chance alone explains, and with it the weight of the prior
 * that they deserve: the method of moments for the compound multinomial distribution (Mosimann, Biometrika 49, 1962). Its
 * variance is that of the multinomial one times 1 + (n − 1) / (1 + weight), where n is how many were counted together. Not
 * thread-safe.
 */
final class Overdispersion {

    private double excess;
    private double possible;

    /**
     * Adds one count.
     *
     * @param counted how many were counted
     * @param all of so many
     * @param share the share that was expected, in [0, 1]
     */
    void add(double counted, double all, double share) {
        double variance = all * share * (1 - share);
        double off = counted - all * share;
        excess += off * off - variance;
        possible += (all - 1) * variance;
    }

    /**
     * Adds counts of which it is known already how alike they are.
     *
     * @param excess how alike they are beyond what chance makes them
     * @param possible what that would be if there were no chance
     */
    void addExcess(double excess, double possible) {
        this.excess += excess;
        this.possible += possible;
    }

    /** The weight of the prior, in counts; {@code most} if chance explains everything. */
    double weight(double least, double most) {
        return excess <= 0 ? most : EmModel.within(least, possible / excess - 1, most);
    }
}
