package org.clickture.resolve;

import java.util.List;
import java.util.Map;

/**
 * What a method makes of images, beside the other ones; needs no truth.
 *
 * @param method the method
 * @param labelled how many images get a label from it
 * @param ambiguousLabelled how many of these are ambiguous
 * @param likeEm how many ambiguous images get the same choice as by {@link Method#EM}, that of no label included
 * @param ambiguous how many ambiguous images there are
 */
public record MethodRow(Method method, long labelled, long ambiguousLabelled, long likeEm, long ambiguous) {

    /**
     * A row for each method, in their order.
     *
     * @param resolved what the methods made of the same images, EM among them
     * @throws IllegalArgumentException if EM is missing
     */
    public static List<MethodRow> of(Map<Method, Resolutions> resolved) {
        Resolutions em = resolved.get(Method.EM);
        if (em == null) {
            throw new IllegalArgumentException("the methods are held against em, which is missing");
        }
        return resolved.entrySet().stream()
                .map(method -> of(method.getKey(), method.getValue(), em))
                .sorted((one, other) -> one.method().compareTo(other.method()))
                .toList();
    }

    private static MethodRow of(Method method, Resolutions resolutions, Resolutions em) {
        long labelled = 0;
        long ambiguousLabelled = 0;
        long likeEm = 0;
        long ambiguous = 0;
        for (int image = 0; image < resolutions.images(); image++) {
            long label = resolutions.label(image).isPresent() ? 1 : 0;
            labelled += label;
            if (resolutions.ambiguous(image)) {
                ambiguous++;
                ambiguousLabelled += label;
                likeEm += resolutions.label(image).equals(em.label(image)) ? 1 : 0;
            }
        }
        return new MethodRow(method, labelled, ambiguousLabelled, likeEm, ambiguous);
    }
}
