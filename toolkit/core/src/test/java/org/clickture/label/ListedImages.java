package org.clickture.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clickture.Counts;
import org.clickture.Evidence;
import org.clickture.ImageCursor;
import org.clickture.LabelCount;
import org.clickture.LabelSet;
import org.clickture.LabelledImages;

/** Labelled images in memory, added up naively from evidence. */
final class ListedImages implements LabelledImages {

    private final List<String> labels;
    private final Map<String, List<Evidence>> evidence;
    private final List<LabelSet> images;

    ListedImages(Set<String> labels, Map<String, List<Evidence>> evidence) {
        this.labels = List.copyOf(new TreeSet<>(labels));
        this.evidence = Map.copyOf(evidence);
        this.images = evidence.entrySet().stream()
                .map(image -> labelSet(image.getKey(), image.getValue()))
                .toList();
    }

    private static LabelSet labelSet(String imageKey, List<Evidence> triads) {
        Map<String, List<Evidence>> byLabel = new TreeMap<>();
        for (Evidence triad : triads) {
            triad.labels()
                    .forEach(label -> byLabel.computeIfAbsent(label, any -> new ArrayList<>())
                            .add(triad));
        }
        List<LabelCount> counts = new ArrayList<>();
        byLabel.forEach((label, named) -> counts.add(new LabelCount(
                label,
                named.stream().mapToLong(Evidence::clicks).sum(),
                named.stream().map(Evidence::query).distinct().count())));
        return new LabelSet(imageKey, counts);
    }

    List<LabelSet> sets() {
        return images;
    }

    @Override
    public String labelName() {
        return "breed";
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public Counts counts() {
        long matched = evidence.values().stream().mapToLong(List::size).sum();
        long pairs = images.stream().mapToLong(set -> set.labels().size()).sum();
        long ambiguous = images.stream().filter(LabelSet::ambiguous).count();
        return new Counts(
                1_000 * matched, Map.of(), 0, 10 * matched, matched, pairs, images.size(), labels.size(), ambiguous);
    }

    @Override
    public ImageCursor images() {
        return new ImageCursor() {
            private int at = -1;

            private LabelCount label(int i) {
                return images.get(at).labels().get(i);
            }

            @Override
            public boolean next() {
                return ++at < images.size();
            }

            @Override
            public String imageKey() {
                return images.get(at).imageKey();
            }

            @Override
            public int size() {
                return images.get(at).labels().size();
            }

            @Override
            public int labelId(int i) {
                return labels.indexOf(label(i).label());
            }

            @Override
            public long clicks(int i) {
                return label(i).clicks();
            }

            @Override
            public long queries(int i) {
                return label(i).queries();
            }
        };
    }

    @Override
    public Optional<LabelSet> find(String imageKey) {
        return images.stream().filter(set -> set.imageKey().equals(imageKey)).findFirst();
    }

    @Override
    public List<Evidence> evidence(String imageKey) {
        return evidence.getOrDefault(imageKey, List.of());
    }
}
