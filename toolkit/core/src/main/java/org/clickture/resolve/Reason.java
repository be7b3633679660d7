package org.clickture.resolve;

/**
 * A reason for a choice.
 *
 * @param kind what kind of reason it is
 * @param text the same with the labels and figures of the image, a clause in plain words; "it" is the chosen label
 */
public record Reason(ReasonKind kind, String text) {}
