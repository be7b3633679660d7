package org.clickture.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clickture.ClicktureException;
import org.clickture.DropReason;
import org.clickture.DroppedRow;
import org.clickture.DroppedRows;
import org.clickture.MalformedReason;
import org.clickture.Progress;
import org.clickture.QueryReading;
import org.clickture.lexicon.QueryReader;
import org.clickture.scan.Columns;
import org.clickture.scan.Scan;
import org.clickture.scan.ScanOptions;
import org.clickture.scan.ScanReport;
import org.clickture.scan.TriadSink;
import org.clickture.scan.TriadView;
import org.clickture.store.ImageKeys;
import org.clickture.store.Store;

/**
 * Finds all rows of one image in the log of a store, for one worker. The scan looks for the first bytes of the key instead of
 * the gate's words; nothing is made for rows of other images.
 *
 * <p>A row with the wrong number of fields is one of the image if one of its fields is the key; the field must end in the
 * first 256 bytes.
 */
final class ImageRows implements TriadSink {

    private final byte[] key;
    private final Columns columns;
    private final List<Found> found = new ArrayList<>();

    /** @param malformed why the row is malformed; empty if it is not */
    private record Found(Optional<MalformedReason> malformed, RowFields row) {}

    /** Where a row stood when the store was built. */
    private record Place(String file, long byteOffset) {}

    private ImageRows(byte[] key, Columns columns) {
        this.key = key;
        this.columns = columns;
    }

    /**
     * Finds the rows of an image that are no evidence.
     *
     * @throws ClicktureException if the key is not a legal one, or the log is not the one the store was built from
     */
    static DroppedRows dropped(
            Store store, String imageKey, List<String> logs, int threads, int segmentBytes, Progress progress) {
        if (!ImageKeys.legal(imageKey)) {
            throw new ClicktureException(
                    "\"" + imageKey + "\" is no image key: that is 1 to 255 printable ASCII characters");
        }
        StoreLog log = StoreLog.find(store, logs);
        Columns columns = Columns.parse(store.manifest().columns());
        byte[] key = imageKey.getBytes(StandardCharsets.US_ASCII);
        List<ImageRows> workers = new ArrayList<>();
        ScanReport report = Scan.run(
                log.files(),
                columns,
                List.of(imageKey),
                new ScanOptions(threads, segmentBytes, false),
                () -> {
                    ImageRows worker = new ImageRows(key, columns);
                    workers.add(worker);
                    return worker;
                },
                progress);
        List<String> originalNames = log.requireSame(report);
        Set<Place> evidence = store.evidence(imageKey).stream()
                .map(triad -> new Place(triad.file(), triad.byteOffset()))
                .collect(Collectors.toSet());
        QueryReader reader = new QueryReader(StoredRecipe.of(store).recipe());
        List<Found> rows = workers.stream()
                .flatMap(worker -> worker.found.stream())
                .sorted(Comparator.comparing(Found::row, RowFields.byPlace()))
                .toList();
        List<DroppedRow> dropped = new ArrayList<>();
        for (Found found : rows) {
            RowFields row = found.row();
            if (!evidence.contains(new Place(originalNames.get(row.file()), row.byteOffset()))) {
                String file = log.files().get(row.file()).name();
                dropped.add(row.dropped(reason(found, columns, reader), columns, reader, file));
            }
        }
        return new DroppedRows(imageKey, rows.size(), dropped);
    }

    /** Why a row that is no evidence is none: the first reason that holds. */
    private static DropReason reason(Found found, Columns columns, QueryReader reader) {
        if (found.malformed().equals(Optional.of(MalformedReason.FIELDS))) {
            return DropReason.FIELDS;
        }
        QueryReading reading = found.row().reading(columns, reader);
        if (!reading.passesGate()) {
            return reading.drop().orElseThrow();
        }
        return found.malformed().isPresent() ? DropReason.CLICKS : DropReason.NAME;
    }

    @Override
    public boolean admits(byte[] bytes, int queryFrom, int queryTo) {
        return true;
    }

    @Override
    public void triad(TriadView triad) {
        if (isKey(triad.bytes(), triad.keyFrom(), triad.keyTo())) {
            found.add(new Found(
                    Optional.empty(),
                    RowFields.copy(triad.bytes(), triad.rowFrom(), triad.rowTo(), triad.file(), triad.byteOffset())));
        }
    }

    @Override
    public void malformed(MalformedReason reason, byte[] bytes, int from, int to, int file, long byteOffset) {
        boolean ours = switch (reason) {
            case FIELDS -> anyFieldIsKey(bytes, from, to);
            case KEY -> false;
            case CLICKS -> isKeyField(bytes, from, to);
        };
        if (ours) {
            found.add(new Found(Optional.of(reason), RowFields.copy(bytes, from, to, file, byteOffset)));
        }
    }

    private boolean anyFieldIsKey(byte[] bytes, int from, int to) {
        int limit = Math.min(to, from + RowFields.HEAD_BYTES);
        int start = from;
        for (int i = from; i < limit; i++) {
            if (bytes[i] == '\t') {
                if (isKey(bytes, start, i)) {
                    return true;
                }
                start = i + 1;
            }
        }
        return to - from < RowFields.HEAD_BYTES && isKey(bytes, start, to);
    }

    private boolean isKeyField(byte[] bytes, int from, int to) {
        int start = from;
        int field = 0;
        for (int i = from; i <= to; i++) {
            if (i == to || bytes[i] == '\t') {
                if (field == columns.key()) {
                    return isKey(bytes, start, i);
                }
                field++;
                start = i + 1;
            }
        }
        return false;
    }

    private boolean isKey(byte[] bytes, int from, int to) {
        return Arrays.equals(bytes, from, to, key, 0, key.length);
    }
}
