package org.clickture.label;

/**
 * How often a rule is right about the ambiguous images. The three counts add up to all of them.
 *
 * @param rule the rule
 * @param right images that get their true label
 * @param wrong images that get another label, those that have no true label included
 * @param undecided images that the rule leaves undecided
 */
public record SimpleRuleScore(SimpleRule rule, long right, long wrong, long undecided) {

    /** The share of right ones among the decided images, in [0, 1]; NaN if the rule decides none. */
    public double rightShare() {
        return (double) right / (right + wrong);
    }
}
