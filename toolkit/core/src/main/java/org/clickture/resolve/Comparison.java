package org.clickture.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Holds what images were taken for against the truth, image by image. Not thread-safe. */
final class Comparison {

    private final Truth truth;
    private final List<Outcome> all = new ArrayList<>();
    private final List<Outcome> ambiguous = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    Comparison(Truth truth) {
        this.truth = truth;
    }

    /** Adds an image that is in the truth. */
    void add(String imageKey, boolean right, double confidence, boolean isAmbiguous) {
        Outcome outcome = new Outcome(confidence, right);
        all.add(outcome);
        keys.add(imageKey);
        if (isAmbiguous) {
            ambiguous.add(outcome);
        }
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /**
     * The report of all images that were added.
     *
     * @param isLabel whether the images might have had a label
     */
    ScoreReport report(long unknown, Predicate<String> isLabel) {
        return new ScoreReport(
                Score.of(all),
                Score.of(ambiguous),
                unknown,
                gap(image -> !keys.contains(image.getKey())),
                gap(image -> keys.contains(image.getKey())
                        && !image.getValue().isEmpty()
                        && !isLabel.test(image.getValue())));
    }

    private TruthGap gap(Predicate<Map.Entry<String, String>> of) {
        return TruthGap.of(truth.images().stream().filter(of).toList());
    }
}
