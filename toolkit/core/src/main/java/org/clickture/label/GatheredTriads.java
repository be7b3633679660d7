package org.clickture.label;

import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The evidence of all workers, sorted and grouped by image. What comes out does not depend on which worker saw which
 * triad. Walking makes no objects for an image. Immutable once made; may be walked by one thread at a time.
 */
public final class GatheredTriads implements GatheredImages {

    private static final int LOG_SHIFT = 48;

    private final List<EvidenceLog> logs;
    private final List<String> labels;
    private final List<String> files;
    /** Orders with their sign bit flipped, so that they sort as unsigned numbers. */
    private final long[] orders;
    /** Number of the log (high 16 bits), of the chunk (16 bits), place in the chunk (32 bits). */
    private final long[] places;

    private long images;
    private long pairs;
    private long ambiguous;
    private long labelsSeen;

    private GatheredTriads(List<EvidenceLog> logs, List<String> labels, List<String> files) {
        this.logs = logs;
        this.labels = labels;
        this.files = files;
        int count = Math.toIntExact(
                logs.stream().mapToLong(log -> log.orders.size()).sum());
        orders = new long[count];
        places = new long[count];
        int at = 0;
        for (int i = 0; i < logs.size(); i++) {
            EvidenceLog log = logs.get(i);
            for (int record = 0; record < log.orders.size(); record++, at++) {
                orders[at] = log.orders.getLong(record) ^ Long.MIN_VALUE;
                places[at] = (long) i << LOG_SHIFT | log.places.getLong(record);
            }
        }
        sort();
        count();
    }

    /**
     * Puts the logs of all workers together.
     *
     * @param logs are kept; nothing may be added to them any more
     * @param labels the names of the label ids
     * @param files the names of the files, for messages
     * @throws org.clickture.ClicktureException if the clicks of a label of an image are more than 2^63 - 1
     */
    public static GatheredTriads of(List<EvidenceLog> logs, List<String> labels, List<String> files) {
        return new GatheredTriads(List.copyOf(logs), labels, files);
    }

    @Override
    public long images() {
        return images;
    }

    /** Distinct (label, image key). */
    public long pairs() {
        return pairs;
    }

    /** Images with two or more labels. */
    public long ambiguous() {
        return ambiguous;
    }

    /** Labels with at least one image. */
    public long labelsSeen() {
        return labelsSeen;
    }

    @Override
    public void forEach(Consumer<GatheredImage> visitor) {
        ImageView view = new ImageView(labels, files);
        EvidenceRecord record = new EvidenceRecord();
        for (int from = 0; from < places.length; ) {
            view.clear();
            int to = from;
            do {
                read(places[to], record);
                if (!view.belongs(record)) {
                    break;
                }
                view.add(record);
                to++;
            } while (to < places.length);
            view.sumUp();
            visitor.accept(view);
            from = to;
        }
    }

    private void count() {
        boolean[] seen = new boolean[labels.size()];
        forEach(image -> {
            images++;
            pairs += image.labels();
            ambiguous += image.labels() > 1 ? 1 : 0;
            for (int i = 0; i < image.labels(); i++) {
                labelsSeen += seen[image.labelId(i)] ? 0 : 1;
                seen[image.labelId(i)] = true;
            }
        });
    }

    private void sort() {
        LongArrays.radixSort(orders, places);
        EvidenceRecord a = new EvidenceRecord();
        EvidenceRecord b = new EvidenceRecord();
        for (int from = 0; from < orders.length; ) {
            int to = from + 1;
            while (to < orders.length && orders[to] == orders[from]) {
                to++;
            }
            if (to - from > 1) {
                LongArrays.quickSort(places, from, to, (x, y) -> {
                    read(x, a);
                    read(y, b);
                    return a.compareTo(b);
                });
            }
            from = to;
        }
    }

    private void read(long place, EvidenceRecord record) {
        EvidenceLog log = logs.get((int) (place >>> LOG_SHIFT));
        record.read(log.chunk((int) (place >>> 32) & 0xFFFF), (int) place);
    }
}
