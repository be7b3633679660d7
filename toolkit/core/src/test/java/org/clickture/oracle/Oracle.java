package org.clickture.oracle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clickture.Counts;
import org.clickture.Evidence;
import org.clickture.LabelCount;
import org.clickture.LabelSet;
import org.clickture.MalformedReason;

/**
 * Labels a click log in the plainest way there is: everything is in memory, rows are read one after the other. Bytes are
 * kept as ISO 8859-1 text, one character each.
 */
public final class Oracle {

    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";
    private static final int PLACES_KEPT = 10;

    private final Rules rules;
    private final List<String> columns;
    private final Set<String> gate;
    private final List<List<String>> exclude;
    private final Names names;

    private final Map<MalformedReason, Long> malformed = new EnumMap<>(MalformedReason.class);
    private final Map<MalformedReason, List<Place>> places = new EnumMap<>(MalformedReason.class);
    private final SortedMap<String, SortedMap<String, Clicked>> pairs = new TreeMap<>();
    private final SortedMap<String, List<Evidence>> evidence = new TreeMap<>();
    private final SortedMap<String, List<Triad>> triads = new TreeMap<>();
    private long rows;
    private long invalidUtf8;
    private long gated;
    private long matched;

    /**
     * Where a malformed row is.
     *
     * @param row the row in its file, the first is 1
     * @param byteOffset where the row begins in its file
     */
    public record Place(MalformedReason reason, String file, long row, long byteOffset) {}

    /**
     * What comes out.
     *
     * @param dataset the data set's file
     * @param images label sets by image key
     * @param evidence triads by image key, each list by file and byte offset
     * @param places the first ten malformed rows of each reason, by reason, then file and byte offset
     */
    public record Outcome(
            Counts counts,
            String dataset,
            SortedMap<String, LabelSet> images,
            SortedMap<String, List<Evidence>> evidence,
            List<Place> places) {}

    /** A row whose query names something, perhaps with a mistake. */
    private record Triad(
            String query, String normalised, long clicks, Judgement judgement, String file, long byteOffset) {}

    /** What an image was clicked for under one label. */
    private static final class Clicked {
        private long clicks;
        private final Set<String> queries = new HashSet<>();
    }

    private Oracle(Rules rules, String columns) {
        this.rules = rules;
        this.columns = List.of(columns.split(",", -1));
        gate = rules.gate().stream().map(Text::tokens).map(Oracle::only).collect(toCollection(HashSet::new));
        exclude = rules.exclude().stream().map(Text::tokens).toList();
        names = new Names(rules);
    }

    /**
     * Labels a click log.
     *
     * @param columns where the fields stand, such as {@code key,query,clicks}
     * @param files the bytes of each file by its name
     * @throws ArithmeticException if clicks add up to more than 2^63 − 1
     */
    public static Outcome label(Rules rules, String columns, SortedMap<String, byte[]> files) {
        Oracle oracle = new Oracle(rules, columns);
        files.forEach((name, bytes) -> oracle.readFile(name, new String(bytes, ISO_8859_1)));
        return oracle.outcome();
    }

    /** What a recipe makes of single queries. */
    static Oracle of(Rules rules) {
        return new Oracle(rules, "key,query,clicks");
    }

    boolean passesGate(List<String> tokens) {
        return (gate.isEmpty() || tokens.stream().anyMatch(gate::contains))
                && exclude.stream().allMatch(phrase -> Collections.indexOfSubList(tokens, phrase) < 0);
    }

    /** The labels that a query gives without the help of others. */
    SortedSet<String> labels(List<String> tokens) {
        return new TreeSet<>(judge(tokens).labels(Set.of()));
    }

    /** The labels that are named with a mistake, and not without. */
    Set<String> misspelt(List<String> tokens) {
        return judge(tokens).misspelt();
    }

    private Judgement judge(List<String> tokens) {
        return new Judgement(rules, tokens, names.find(tokens));
    }

    private void readFile(String file, String bytes) {
        long row = 0;
        int begin = bytes.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
        while (begin < bytes.length()) {
            int lineFeed = bytes.indexOf('\n', begin);
            int end = lineFeed < 0 ? bytes.length() : lineFeed;
            String text = bytes.substring(begin, end);
            readRow(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text, file, ++row, begin);
            begin = end + 1;
        }
    }

    private void readRow(String row, String file, long number, long byteOffset) {
        rows++;
        String[] fields = row.split("\t", -1);
        if (fields.length != columns.size()) {
            refuse(new Place(MalformedReason.FIELDS, file, number, byteOffset));
            return;
        }
        byte[] query = fields[columns.indexOf("query")].getBytes(ISO_8859_1);
        List<String> tokens = Text.tokens(Text.decode(query));
        if (!passesGate(tokens)) {
            return;
        }
        String key = fields[columns.indexOf("key")];
        if (!key.matches("[!-~]{1,255}")) {
            refuse(new Place(MalformedReason.KEY, file, number, byteOffset));
            return;
        }
        String clicks = fields[columns.indexOf("clicks")];
        if (!clicks.matches("[0-9]{1,15}") || Long.parseLong(clicks) < 1) {
            refuse(new Place(MalformedReason.CLICKS, file, number, byteOffset));
            return;
        }
        gated++;
        if (!Text.isUtf8(query)) {
            invalidUtf8++;
        }
        Judgement judgement = judge(tokens);
        triads.computeIfAbsent(key, any -> new ArrayList<>())
                .add(new Triad(
                        Text.decode(query),
                        String.join(" ", tokens),
                        Long.parseLong(clicks),
                        judgement,
                        file,
                        byteOffset));
    }

    /** Adds up an image: a misspelt name counts if a triad has its label without a mistake. */
    private void addUp(String key, List<Triad> image) {
        Set<String> named = new TreeSet<>();
        image.forEach(triad -> named.addAll(triad.judgement().labels(Set.of())));
        for (Triad triad : image) {
            SortedSet<String> labels = new TreeSet<>(triad.judgement().labels(named));
            if (labels.isEmpty()) {
                continue;
            }
            matched++;
            for (String label : labels) {
                Clicked clicked =
                        pairs.computeIfAbsent(label, any -> new TreeMap<>()).computeIfAbsent(key, any -> new Clicked());
                clicked.clicks = Math.addExact(clicked.clicks, triad.clicks());
                clicked.queries.add(triad.normalised());
            }
            evidence.computeIfAbsent(key, any -> new ArrayList<>())
                    .add(new Evidence(
                            triad.query(), triad.clicks(), List.copyOf(labels), triad.file(), triad.byteOffset()));
        }
    }

    private void refuse(Place place) {
        malformed.merge(place.reason(), 1L, Long::sum);
        List<Place> kept = places.computeIfAbsent(place.reason(), any -> new ArrayList<>());
        if (kept.size() < PLACES_KEPT) {
            kept.add(place);
        }
    }

    private Outcome outcome() {
        triads.forEach(this::addUp);
        SortedMap<String, List<LabelCount>> labelsByImage = new TreeMap<>();
        StringBuilder dataset = new StringBuilder(csvRow(rules.label(), "image_key", "clicks", "queries"));
        pairs.forEach((label, images) -> images.forEach((key, clicked) -> {
            dataset.append(csvRow(label, key, Long.toString(clicked.clicks), Integer.toString(clicked.queries.size())));
            labelsByImage
                    .computeIfAbsent(key, any -> new ArrayList<>())
                    .add(new LabelCount(label, clicked.clicks, clicked.queries.size()));
        }));
        SortedMap<String, LabelSet> images = new TreeMap<>();
        labelsByImage.forEach((key, labels) -> images.put(key, new LabelSet(key, labels)));
        Counts counts = new Counts(
                rows,
                malformed,
                invalidUtf8,
                gated,
                matched,
                pairs.values().stream().mapToLong(Map::size).sum(),
                images.size(),
                pairs.size(),
                images.values().stream().filter(LabelSet::ambiguous).count());
        return new Outcome(
                counts,
                dataset.toString(),
                images,
                evidence,
                places.values().stream().flatMap(Collection::stream).toList());
    }

    private static String csvRow(String... fields) {
        List<String> quoted = Arrays.stream(fields).map(Oracle::csvField).toList();
        return String.join(",", quoted) + "\n";
    }

    private static String csvField(String field) {
        return field.matches("(?s).*[,\"\r\n].*") ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }

    private static String only(List<String> tokens) {
        if (tokens.size() != 1) {
            throw new IllegalArgumentException("a gate term is one token: " + tokens);
        }
        return tokens.get(0);
    }
}
