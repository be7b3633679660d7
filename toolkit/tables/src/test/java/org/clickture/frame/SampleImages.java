package org.clickture.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.clickture.Counts;
import org.clickture.Evidence;
import org.clickture.ImageCursor;
import org.clickture.LabelSet;
import org.clickture.LabelledImages;

/**
 * Labelled images in arrays. The key of image 7 is {@code image00000007}; behind each of its labels there is one triad,
 * with the query {@code <label> dog}.
 */
public final class SampleImages implements LabelledImages {

    private final String labelName;
    private final List<String> labels;
    private final int[][] labelIds;
    private final long[][] clicks;

    private SampleImages(String labelName, List<String> labels, int[][] labelIds, long[][] clicks) {
        this.labelName = labelName;
        this.labels = labels;
        this.labelIds = labelIds;
        this.clicks = clicks;
    }

    /** No image, but some labels. */
    public static SampleImages none(String... labels) {
        return new SampleImages("breed", List.of(labels), new int[0][], new long[0][]);
    }

    /**
     * Images with given labels and clicks.
     *
     * @param images each an array of {@code label, clicks, label, clicks, …}
     */
    public static SampleImages of(String labelName, Object[]... images) {
        TreeSet<String> names = new TreeSet<>();
        for (Object[] image : images) {
            for (int i = 0; i < image.length; i += 2) {
                names.add((String) image[i]);
            }
        }
        List<String> labels = List.copyOf(names);
        int[][] labelIds = new int[images.length][];
        long[][] clicks = new long[images.length][];
        for (int image = 0; image < images.length; image++) {
            Object[] given = images[image];
            labelIds[image] = IntStream.range(0, given.length / 2)
                    .map(i -> labels.indexOf(given[2 * i]))
                    .toArray();
            clicks[image] = IntStream.range(0, given.length / 2)
                    .mapToLong(i -> ((Number) given[2 * i + 1]).longValue())
                    .toArray();
        }
        return new SampleImages(labelName, labels, labelIds, clicks);
    }

    /**
     * Images drawn at random.
     *
     * @param sizes how many images shall have each label as their first
     * @param multiShare share of the images that get one label more, and again one more
     */
    public static SampleImages drawn(long seed, String labelName, List<String> names, int[] sizes, double multiShare) {
        Random random = new Random(seed);
        List<String> labels = List.copyOf(new TreeSet<>(names));
        int[] idOf = names.stream().mapToInt(labels::indexOf).toArray();
        int all = Arrays.stream(sizes).sum();
        int[] pool = new int[all];
        int next = 0;
        for (int label = 0; label < sizes.length; label++) {
            Arrays.fill(pool, next, next += sizes[label], idOf[label]);
        }
        int[][] labelIds = new int[all][];
        long[][] clicks = new long[all][];
        for (int image = 0; image < all; image++) {
            int first = pool[image];
            // Half of the further labels are neighbours, so that some pairs collide often.
            TreeSet<Integer> ids = new TreeSet<>(List.of(first));
            while (random.nextDouble() < multiShare) {
                ids.add(
                        random.nextBoolean()
                                ? (first + 1 + random.nextInt(3)) % labels.size()
                                : pool[random.nextInt(all)]);
            }
            labelIds[image] = ids.stream().mapToInt(Integer::intValue).toArray();
            // Heavy-tailed: clicks >= c with probability 1/c.
            clicks[image] = ids.stream()
                    .mapToLong(id -> (long) (1 / (1 - random.nextDouble())))
                    .toArray();
        }
        return new SampleImages(labelName, labels, labelIds, clicks);
    }

    @Override
    public String labelName() {
        return labelName;
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public Counts counts() {
        long pairs = Arrays.stream(labelIds).mapToLong(ids -> ids.length).sum();
        long breeds =
                Arrays.stream(labelIds).flatMapToInt(Arrays::stream).distinct().count();
        long ambiguous = Arrays.stream(labelIds).filter(ids -> ids.length > 1).count();
        return new Counts(2_400 * pairs, Map.of(), 0, 21 * pairs, 3 * pairs, pairs, labelIds.length, breeds, ambiguous);
    }

    @Override
    public ImageCursor images() {
        return new Cursor();
    }

    private static String key(int image) {
        return "image" + String.valueOf(100_000_000 + image).substring(1);
    }

    @Override
    public Optional<LabelSet> find(String imageKey) {
        Cursor cursor = new Cursor();
        while (cursor.next()) {
            if (cursor.imageKey().equals(imageKey)) {
                return Optional.of(cursor.labelSet(labels));
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Evidence> evidence(String imageKey) {
        List<Evidence> evidence = new ArrayList<>();
        find(imageKey)
                .ifPresent(set -> set.labels()
                        .forEach(count -> evidence.add(new Evidence(
                                count.label() + " dog",
                                count.clicks(),
                                List.of(count.label()),
                                "log.tsv",
                                evidence.size()))));
        return evidence;
    }

    private final class Cursor implements ImageCursor {

        private int image = -1;

        @Override
        public boolean next() {
            return ++image < labelIds.length;
        }

        @Override
        public String imageKey() {
            return key(image);
        }

        @Override
        public int size() {
            return labelIds[image].length;
        }

        @Override
        public int labelId(int i) {
            return labelIds[image][i];
        }

        @Override
        public long clicks(int i) {
            return clicks[image][i];
        }

        @Override
        public long queries(int i) {
            return 1;
        }
    }
}
