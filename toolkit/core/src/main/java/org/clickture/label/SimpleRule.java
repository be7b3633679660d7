package org.clickture.label;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.clickture.LabelCount;
import org.clickture.LabelSet;

/**
 * The simplest ways to give an image one label: what anything cleverer has to beat. All of them give an image with one
 * label that label; they differ in what they make of an ambiguous one.
 */
public enum SimpleRule {
    /** Decides no ambiguous image: it falls out of the data set. */
    DROP_AMBIGUOUS,
    /** The label with most clicks; undecided if two labels have most. */
    MOST_CLICKS,
    /** The label with most distinct normalised queries; undecided if two labels have most. */
    MOST_QUERIES;

    /** The label that the image gets; empty if the rule leaves it undecided. */
    public Optional<String> decide(LabelSet image) {
        if (!image.ambiguous()) {
            return Optional.of(image.labels().get(0).label());
        }
        return switch (this) {
            case DROP_AMBIGUOUS -> Optional.empty();
            case MOST_CLICKS -> most(image.labels(), LabelCount::clicks);
            case MOST_QUERIES -> most(image.labels(), LabelCount::queries);
        };
    }

    private static Optional<String> most(List<LabelCount> labels, ToLongFunction<LabelCount> weight) {
        long most = labels.stream().mapToLong(weight).max().orElseThrow();
        List<LabelCount> winners = labels.stream()
                .filter(label -> weight.applyAsLong(label) == most)
                .toList();
        return winners.size() == 1 ? Optional.of(winners.get(0).label()) : Optional.empty();
    }
}
