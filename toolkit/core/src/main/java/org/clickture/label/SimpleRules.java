package org.clickture.label;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.clickture.LabelSet;
import org.clickture.LabelledImages;

/**
 * What the simple rules make of the ambiguous images. Each call walks over all images, once or once for each rule,
 * in constant memory.
 *
 * <p>Thread-safe. Every call throws {@link org.clickture.ClicktureException} if the thread is interrupted.
 */
public final class SimpleRules {

    private SimpleRules() {}

    /** How often two rules agree. */
    public static SimpleRuleAgreement agreement(LabelledImages images, SimpleRule first, SimpleRule second) {
        long[] count = new long[5];
        overAmbiguous(images, image -> {
            Optional<String> one = first.decide(image);
            Optional<String> other = second.decide(image);
            int outcome;
            if (one.isPresent() && other.isPresent()) {
                outcome = one.equals(other) ? 0 : 1;
            } else if (one.isPresent()) {
                outcome = 2;
            } else {
                outcome = other.isPresent() ? 3 : 4;
            }
            count[outcome]++;
        });
        return new SimpleRuleAgreement(first, second, count[0], count[1], count[2], count[3], count[4]);
    }

    /**
     * How often each rule is right.
     *
     * @param truth image key to true label; an image that is not in it has none, so that no label is right
     * @return a row for each rule, in their order
     */
    public static List<SimpleRuleScore> scores(LabelledImages images, Map<String, String> truth) {
        return Arrays.stream(SimpleRule.values())
                .map(rule -> score(images, rule, truth))
                .toList();
    }

    private static SimpleRuleScore score(LabelledImages images, SimpleRule rule, Map<String, String> truth) {
        long[] count = new long[3];
        overAmbiguous(images, image -> {
            Optional<String> label = rule.decide(image);
            String trueLabel = truth.get(image.imageKey());
            int outcome = label.isEmpty() ? 2 : label.get().equals(trueLabel) ? 0 : 1;
            count[outcome]++;
        });
        return new SimpleRuleScore(rule, count[0], count[1], count[2]);
    }

    private static void overAmbiguous(LabelledImages images, Consumer<LabelSet> visitor) {
        ImageWalk.over(images, image -> {
            if (image.size() > 1) {
                visitor.accept(image.labelSet(images.labels()));
            }
        });
    }
}
