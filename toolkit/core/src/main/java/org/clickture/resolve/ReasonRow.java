package org.clickture.resolve;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For how many images {@link Method#EM} chooses another label than a rule for one main reason. A label is right if it is
 * the true one; no label is right if no query names the true one.
 *
 * @param kind the main reason
 * @param images how many
 * @param emRight on how many of these EM is right; 0 if the truth is not known
 * @param ruleRight on how many of these the rule is right; 0 if the truth is not known
 */
public record ReasonRow(ReasonKind kind, long images, long emRight, long ruleRight) {

    /**
     * A row for each main reason that there is, in the order of the kinds.
     *
     * @param truth null if it is not known
     * @throws org.clickture.ClicktureException if an image is not in the truth
     */
    public static List<ReasonRow> of(List<Disagreement> disagreements, @Nullable Truth truth) {
        return Arrays.stream(ReasonKind.values())
                .map(kind -> of(
                        kind,
                        disagreements.stream()
                                .filter(image -> image.reasons().get(0).kind() == kind)
                                .toList(),
                        truth))
                .filter(row -> row.images() > 0)
                .toList();
    }

    private static ReasonRow of(ReasonKind kind, List<Disagreement> of, @Nullable Truth truth) {
        long emRight = 0;
        long ruleRight = 0;
        for (Disagreement image : of) {
            String label = truth == null ? null : truth.label(image.imageKey());
            if (label != null) {
                emRight += image.emLabel().map(label::equals).orElseGet(() -> !names(image, label)) ? 1 : 0;
                ruleRight += image.ruleLabel().equals(label) ? 1 : 0;
            }
        }
        return new ReasonRow(kind, of.size(), emRight, ruleRight);
    }

    private static boolean names(Disagreement image, String label) {
        return image.queries().stream().anyMatch(query -> query.labels().contains(label));
    }
}
