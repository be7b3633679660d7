package org.clickture.resolve;

import java.util.List;
import java.util.Map;

/**
 * How well a method does where the truth is known, beside the other ones.
 *
 * @param method the method
 * @param labelled how many images get a label from it
 * @param precision the share of those labels that is right, in [0, 1]; NaN without any
 * @param score all that can be said of its choices, those of no label included
 * @param coverage over all images: the labels that are kept from falling confidences on, and how many of them are right
 * @param ambiguousCoverage the same over the ambiguous images
 */
public record LadderRow(
        Method method,
        long labelled,
        double precision,
        ScoreReport score,
        List<CoverageRow> coverage,
        List<CoverageRow> ambiguousCoverage) {

    public LadderRow {
        coverage = List.copyOf(coverage);
        ambiguousCoverage = List.copyOf(ambiguousCoverage);
    }

    /**
     * A row for each method, in their order.
     *
     * @param resolved what the methods made of the same images
     * @throws org.clickture.ClicktureException if an image is not in the truth
     */
    public static List<LadderRow> of(Map<Method, Resolutions> resolved, Truth truth) {
        return resolved.entrySet().stream()
                .map(method -> of(method.getKey(), method.getValue(), truth))
                .sorted((one, other) -> one.method().compareTo(other.method()))
                .toList();
    }

    private static LadderRow of(Method method, Resolutions resolutions, Truth truth) {
        List<CoverageRow> coverage = CoverageCurve.of(resolutions, truth, image -> true);
        CoverageRow everything =
                coverage.isEmpty() ? new CoverageRow(0, 0, Double.NaN, Double.NaN) : coverage.get(coverage.size() - 1);
        return new LadderRow(
                method,
                everything.images(),
                everything.precision(),
                ScoreReport.of(resolutions, truth),
                coverage,
                CoverageCurve.of(resolutions, truth, resolutions::ambiguous));
    }
}
