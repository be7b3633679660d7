package org.clickture.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.clickture.label.GatheredImage;
import org.clickture.label.GatheredTriad;
import org.clickture.label.PairScore;
import org.clickture.label.PolicyChange;
import org.clickture.label.PolicyExample;
import org.clickture.label.PolicyRow;
import org.clickture.resolve.Truth;
import org.clickture.store.ImageKeys;

/** Counts image by image what one policy gives, and holds it against the first one. Not thread-safe. */
final class PolicyTally {

    private final Policy policy;
    private final int number;
    private final List<String> names;
    private final List<String> files;
    private final int maxExamples;
    private final Optional<Truth> truth;

    private final Side added = new Side();
    private final Side removed = new Side();
    private long triads;
    private long pairs;
    private long images;
    private long ambiguous;
    private long right;
    private long judged;

    /** What is more on one side. */
    private static final class Side {
        private long triads;
        private long pairs;
        private long images;
        private long ambiguous;
        private final List<PolicyExample> examples = new ArrayList<>();
        private final Set<String> queries = new HashSet<>();

        private PolicyChange change() {
            return new PolicyChange(triads, pairs, images, ambiguous, examples);
        }
    }

    /**
     * @param number the policy's position; that of the first is 0
     * @param names the labels of all policies
     * @param files the names of the log's files
     */
    PolicyTally(
            Policy policy, int number, List<String> names, List<String> files, int maxExamples, Optional<Truth> truth) {
        this.policy = policy;
        this.number = number;
        this.names = names;
        this.files = files;
        this.maxExamples = maxExamples;
        this.truth = truth;
    }

    void add(GatheredImage image) {
        SortedSet<Integer> ours = new TreeSet<>();
        SortedSet<Integer> first = new TreeSet<>();
        for (int i = 0; i < image.labels(); i++) {
            sort(image.labelId(i), ours, first);
        }
        String imageKey = ImageKeys.unpack(image.key(), 0, image.keyLength());
        count(imageKey, ours);
        compare(ours, first, added);
        compare(first, ours, removed);
        for (int t = 0; t < image.triads(); t++) {
            GatheredTriad triad = image.triad(t);
            SortedSet<Integer> oursHere = new TreeSet<>();
            SortedSet<Integer> firstHere = new TreeSet<>();
            for (int i = 0; i < triad.labels(); i++) {
                sort(triad.labelId(i), oursHere, firstHere);
            }
            triads += oursHere.isEmpty() ? 0 : 1;
            compare(triad, imageKey, oursHere, firstHere, added);
            compare(triad, imageKey, firstHere, oursHere, removed);
        }
    }

    private void sort(int labelId, Set<Integer> ours, Set<Integer> first) {
        if (labelId / names.size() == number) {
            ours.add(labelId % names.size());
        }
        if (labelId < names.size()) {
            first.add(labelId);
        }
    }

    private void count(String imageKey, Set<Integer> labels) {
        pairs += labels.size();
        images += labels.isEmpty() ? 0 : 1;
        ambiguous += labels.size() > 1 ? 1 : 0;
        truth.filter(known -> known.knows(imageKey)).ifPresent(known -> {
            judged += labels.size();
            right += labels.stream()
                    .map(names::get)
                    .filter(known.label(imageKey)::equals)
                    .count();
        });
    }

    private static void compare(Set<Integer> more, Set<Integer> less, Side side) {
        side.pairs += without(more, less).size();
        side.images += !more.isEmpty() && less.isEmpty() ? 1 : 0;
        side.ambiguous += more.size() > 1 && less.size() <= 1 ? 1 : 0;
    }

    private void compare(GatheredTriad triad, String imageKey, Set<Integer> more, Set<Integer> less, Side side) {
        Set<Integer> difference = without(more, less);
        if (difference.isEmpty()) {
            return;
        }
        side.triads++;
        if (side.examples.size() == maxExamples) {
            return;
        }
        String query = new String(
                triad.bytes(), triad.queryFrom(), triad.queryTo() - triad.queryFrom(), StandardCharsets.UTF_8);
        if (side.queries.add(query)) {
            side.examples.add(new PolicyExample(
                    query,
                    difference.stream().map(names::get).toList(),
                    imageKey,
                    files.get(triad.file()),
                    triad.byteOffset()));
        }
    }

    private static Set<Integer> without(Set<Integer> more, Set<Integer> less) {
        Set<Integer> difference = new TreeSet<>(more);
        difference.removeAll(less);
        return difference;
    }

    /** What was counted. */
    PolicyRow row() {
        return new PolicyRow(
                policy.name(),
                policy.meaning(),
                triads,
                pairs,
                images,
                ambiguous,
                added.change(),
                removed.change(),
                truth.map(known -> new PairScore(right, judged, known.labelled())));
    }
}
