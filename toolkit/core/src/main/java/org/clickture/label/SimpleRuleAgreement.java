package org.clickture.label;

/**
 * How often two rules give the ambiguous images the same label. The five counts add up to all of them.
 *
 * @param first a rule
 * @param second another rule
 * @param same images to which both give the same label
 * @param different images to which they give different labels
 * @param onlyFirst images that only the first decides
 * @param onlySecond images that only the second decides
 * @param neither images that both leave undecided
 */
public record SimpleRuleAgreement(
        SimpleRule first,
        SimpleRule second,
        long same,
        long different,
        long onlyFirst,
        long onlySecond,
        long neither) {}
