package org.clickture.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.clickture.MalformedReason;

/**
 * The malformed rows that one worker met: how many of each reason, and where the first ones are. A worker meets rows in
 * growing order of file and byte offset, so that the first ones it meets are the first ones it has. Not thread-safe.
 */
final class MalformedRows {

    /** How many places are kept for each reason. */
    static final int KEPT = 10;

    private static final int SHOWN_BYTES = 60;

    /** A malformed row whose row number is known within its segment only. */
    record Place(MalformedReason reason, int file, long segment, long rowInSegment, long byteOffset, String found) {}

    private final Map<MalformedReason, Long> counts = new EnumMap<>(MalformedReason.class);
    private final Map<MalformedReason, List<Place>> places = new EnumMap<>(MalformedReason.class);

    MalformedRows() {
        for (MalformedReason reason : MalformedReason.values()) {
            counts.put(reason, 0L);
            places.put(reason, new ArrayList<>());
        }
    }

    /**
     * Adds a row.
     *
     * @param bytes holds the row, or its beginning, in [from, to)
     */
    void add(
            MalformedReason reason,
            int file,
            long segment,
            long rowInSegment,
            long byteOffset,
            byte[] bytes,
            int from,
            int to) {
        counts.merge(reason, 1L, Long::sum);
        List<Place> kept = places.getOrDefault(reason, List.of());
        if (kept.size() < KEPT) {
            kept.add(new Place(reason, file, segment, rowInSegment, byteOffset, show(bytes, from, to)));
        }
    }

    long count(MalformedReason reason) {
        return counts.getOrDefault(reason, 0L);
    }

    /** The first places of all workers, by file and byte offset. */
    static List<Place> first(List<MalformedRows> workers, MalformedReason reason) {
        return workers.stream()
                .flatMap(worker -> worker.places.getOrDefault(reason, List.of()).stream())
                .sorted(Comparator.comparingInt(Place::file).thenComparingLong(Place::byteOffset))
                .limit(KEPT)
                .toList();
    }

    /** The beginning of a row, on one line: control characters are escaped, what is no UTF-8 is U+FFFD. */
    static String show(byte[] bytes, int from, int to) {
        int shown = Math.min(to, from + SHOWN_BYTES);
        StringBuilder text = new StringBuilder();
        new String(bytes, from, shown - from, StandardCharsets.UTF_8)
                .codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '\t' -> text.append("\\t");
                        case '\r' -> text.append("\\r");
                        case '\n' -> text.append("\\n");
                        default -> {
                            if (Character.isISOControl(c)) {
                                text.append(String.format("\\x%02x", c));
                            } else {
                                text.appendCodePoint(c);
                            }
                        }
                    }
                });
        return shown < to ? text + "..." : text.toString();
    }
}
