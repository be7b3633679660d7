package org.clickture.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.clickture.Counts;
import org.clickture.Evidence;
import org.clickture.LabelCount;
import org.clickture.LabelSet;
import org.clickture.label.GatheredImage;
import org.clickture.label.GatheredImages;
import org.clickture.label.GatheredTriad;

/** Gathered images in the simplest form, and the oracle that says what a store of them must answer. */
final class MemoryImages implements GatheredImages {

    private static final int PART_IMAGES = 900;

    /**
     * @param query the bytes of the query, each as the character with its value
     */
    record Triad(int file, long byteOffset, String query, long clicks, List<Integer> labelIds) {

        byte[] queryBytes() {
            return query.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private final List<String> labels;
    private final List<String> files;
    private final Map<String, List<Triad>> triads = new TreeMap<>();

    MemoryImages(List<String> labels, List<String> files) {
        this.labels = labels;
        this.files = files;
    }

    /** Images with all kinds of keys, label sets, clicks and queries; the same seed gives the same images. */
    static MemoryImages random(long seed, int images) {
        Random random = new Random(seed);
        List<String> labels =
                new ArrayList<>(new TreeSet<>(List.of("\uD83D\uDC36 dog", "\uFF24og", "Ünlü", "a", "a b")));
        for (int i = 0; i < 300; i++) {
            labels.add("label %03d".formatted(i));
        }
        labels.sort(Comparator.naturalOrder());
        MemoryImages made = new MemoryImages(List.copyOf(labels), List.of("a.tsv", "b.tsv.gz", "c.tsv"));
        while (made.images() < images) {
            String key = randomKey(random);
            int triads = 1 + (int) Math.abs(random.nextGaussian() * 3);
            int variety = random.nextInt(20) == 0 ? labels.size() : 1 + random.nextInt(3);
            int firstLabel = random.nextInt(labels.size());
            for (int i = 0; i < triads; i++) {
                Set<Integer> ids = new TreeSet<>();
                for (int j = random.nextInt(3); j >= 0; j--) {
                    ids.add((firstLabel + random.nextInt(variety)) % labels.size());
                }
                byte[] query = new byte[random.nextInt(40)];
                random.nextBytes(query);
                long clicks = random.nextInt(10) == 0 ? 999_999_999_999_999L : 1 + random.nextInt(200);
                long byteOffset = random.nextLong() >>> (1 + random.nextInt(50));
                String text = new String(query, StandardCharsets.ISO_8859_1);
                made.add(key, new Triad(random.nextInt(3), byteOffset, text, clicks, List.copyOf(ids)));
            }
        }
        return made;
    }

    private static String randomKey(Random random) {
        if (random.nextInt(4) > 0) {
            byte[] hash = new byte[10];
            random.nextBytes(hash);
            return ImageKeys.unpack(hash, 0, 10);
        }
        int[] lengths = {1 + random.nextInt(255), 10, 11, 14};
        byte[] key = new byte[lengths[random.nextInt(4)]];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (0x21 + random.nextInt(0x5E));
        }
        return new String(key, StandardCharsets.US_ASCII);
    }

    void add(String imageKey, Triad triad) {
        triads.computeIfAbsent(imageKey, key -> new ArrayList<>()).add(triad);
    }

    List<String> labels() {
        return labels;
    }

    List<String> files() {
        return files;
    }

    Set<String> keys() {
        return triads.keySet();
    }

    LabelSet labelSet(String imageKey) {
        Map<Integer, Long> clicks = new TreeMap<>();
        Map<Integer, Set<String>> queries = new TreeMap<>();
        for (Triad triad : triads(imageKey)) {
            for (int id : triad.labelIds()) {
                clicks.merge(id, triad.clicks(), Math::addExact);
                queries.computeIfAbsent(id, i -> new HashSet<>()).add(triad.query());
            }
        }
        List<LabelCount> counts = new ArrayList<>();
        queries.forEach((id, distinct) ->
                counts.add(new LabelCount(labels.get(id), clicks.getOrDefault(id, 0L), distinct.size())));
        return new LabelSet(imageKey, counts);
    }

    List<Evidence> evidence(String imageKey) {
        return triads(imageKey).stream()
                .map(triad -> new Evidence(
                        new String(triad.queryBytes(), StandardCharsets.UTF_8),
                        triad.clicks(),
                        triad.labelIds().stream().map(labels::get).toList(),
                        files.get(triad.file()),
                        triad.byteOffset()))
                .toList();
    }

    Counts counts() {
        List<LabelSet> sets = triads.keySet().stream().map(this::labelSet).toList();
        long rows = triads.values().stream().mapToLong(List::size).sum();
        return new Counts(
                rows + 7,
                Map.of(),
                3,
                rows + 5,
                rows,
                sets.stream().mapToLong(set -> set.labels().size()).sum(),
                sets.size(),
                sets.stream()
                        .flatMap(set -> set.labels().stream())
                        .map(LabelCount::label)
                        .distinct()
                        .count(),
                sets.stream().filter(LabelSet::ambiguous).count());
    }

    int images() {
        return triads.size();
    }

    @Override
    public int parts() {
        return (images() + PART_IMAGES - 1) / PART_IMAGES;
    }

    @Override
    public long bytes(int part) {
        return 1_000L * part;
    }

    @Override
    public void forEach(int part, Consumer<GatheredImage> visitor) {
        triads.keySet().stream()
                .map(Ordered::new)
                .sorted(Comparator.comparing(Ordered::order, Long::compareUnsigned))
                .skip((long) part * PART_IMAGES)
                .limit(PART_IMAGES)
                .map(ordered -> new View(ordered.key()))
                .forEach(visitor);
    }

    private record Ordered(String key, long order) {

        Ordered(String key) {
            this(key, order(key));
        }

        private static long order(String key) {
            byte[] packed = new byte[ImageKeys.MAX_PACKED_BYTES];
            int length = ImageKeys.pack(key.getBytes(StandardCharsets.US_ASCII), 0, key.length(), packed);
            return Long.reverse(Xxh64.hash(packed, 0, length));
        }
    }

    /** The triads of an image by file, then byte offset. */
    private List<Triad> triads(String imageKey) {
        return triads.getOrDefault(imageKey, List.of()).stream()
                .sorted(Comparator.comparingInt(Triad::file).thenComparingLong(Triad::byteOffset))
                .toList();
    }

    private final class View implements GatheredImage {

        private final byte[] key = new byte[ImageKeys.MAX_PACKED_BYTES];
        private final int keyLength;
        private final List<LabelCount> counts;
        private final List<Triad> triads;

        View(String imageKey) {
            keyLength = ImageKeys.pack(imageKey.getBytes(StandardCharsets.US_ASCII), 0, imageKey.length(), key);
            counts = labelSet(imageKey).labels();
            triads = MemoryImages.this.triads(imageKey);
        }

        @Override
        public byte[] key() {
            return key;
        }

        @Override
        public int keyLength() {
            return keyLength;
        }

        @Override
        public int labels() {
            return counts.size();
        }

        @Override
        public int labelId(int i) {
            return Collections.binarySearch(labels, counts.get(i).label());
        }

        @Override
        public long clicks(int i) {
            return counts.get(i).clicks();
        }

        @Override
        public long queries(int i) {
            return counts.get(i).queries();
        }

        @Override
        public int triads() {
            return triads.size();
        }

        @Override
        public GatheredTriad triad(int i) {
            return new TriadOfMemory(triads.get(i));
        }
    }

    private record TriadOfMemory(Triad triad) implements GatheredTriad {

        @Override
        public int file() {
            return triad.file();
        }

        @Override
        public long byteOffset() {
            return triad.byteOffset();
        }

        @Override
        public long clicks() {
            return triad.clicks();
        }

        @Override
        public int labels() {
            return triad.labelIds().size();
        }

        @Override
        public int labelId(int i) {
            return triad.labelIds().get(i);
        }

        @Override
        public byte[] bytes() {
            byte[] query = triad.queryBytes();
            byte[] padded = new byte[query.length + 4];
            System.arraycopy(query, 0, padded, 2, query.length);
            return padded;
        }

        @Override
        public int queryFrom() {
            return 2;
        }

        @Override
        public int queryTo() {
            return 2 + triad.query().length();
        }
    }
}
