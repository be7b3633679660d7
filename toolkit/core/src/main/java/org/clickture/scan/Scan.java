package org.clickture.scan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.clickture.ByteOrderMark;
import org.clickture.ClicktureException;
import org.clickture.MalformedReason;
import org.clickture.MalformedRow;
import org.clickture.Progress;

/**
 * One pass over a click log. Files are cut into segments; a row belongs to the segment that holds its first byte; workers
 * claim segments from one counter and share nothing else while they scan. What comes out depends neither on the number of
 * workers nor on the size of the segments, but the order in which sinks see triads does.
 */
public final class Scan {

    private static final long PROGRESS_MILLIS = 200;

    private final List<LogFile> files;
    private final Columns columns;
    private final ScanOptions options;
    private final SegmentQueue queue;
    private final boolean[] synthetic;

    private Scan(List<LogFile> files, Columns columns, ScanOptions options) {
        this.files = files;
        this.columns = columns;
        this.options = options;
        this.synthetic = new boolean[files.size()];
        List<Integer> textStarts = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            byte[] head = head(files.get(i));
            LogCheck.check(files.get(i).name(), head, columns);
            synthetic[i] = LogCheck.isSynthetic(head);
            textStarts.add(ByteOrderMark.length(head));
        }
        this.queue = new SegmentQueue(files, textStarts, options.segmentBytes());
    }

    /**
     * Reads all files.
     *
     * @param files what {@link LogFiles} found
     * @param words sinks see all rows that hold one of these, and some others: the gate's words, normalised, or texts of
     *     printable ASCII characters; empty = all rows. Rows with the wrong number of fields are seen in any case
     * @param sinks makes one sink for each worker; called in this thread
     * @param progress is told a few times a second, in this thread
     * @throws ClicktureException if a file is no click log or cannot be read to its end, if the scan is strict and a row
     *     is malformed, or if this thread is interrupted
     */
    public static ScanReport run(
            List<LogFile> files,
            Columns columns,
            List<String> words,
            ScanOptions options,
            Supplier<? extends TriadSink> sinks,
            Progress progress) {
        return new Scan(List.copyOf(files), columns, options).run(GatePrefixes.of(words), sinks, progress);
    }

    /**
     * Begins to prepare this JVM for a scan of these files, in the background. Not needed: without it, a scan does so when
     * it begins.
     */
    public static void prepare(List<LogFile> files) {
        SearchChoice.prepare(files.stream().mapToLong(LogFile::bytes).sum());
    }

    /** Which byte search a large log gets in this JVM, and why, in one sentence. */
    public static String search() {
        return SearchChoice.of(SearchChoice.MIN_VECTOR_BYTES).reason();
    }

    private ScanReport run(GatePrefixes gate, Supplier<? extends TriadSink> sinks, Progress progress) {
        SearchChoice search = SearchChoice.of(queue.bytesTotal());
        List<ScanWorker> workers = new ArrayList<>();
        List<WorkerThread> all = new ArrayList<>();
        try {
            for (int i = 0; i < options.threads(); i++) {
                RowScanner scanner =
                        new RowScanner(columns, gate, search.newSearch(gate), sinks.get(), options.strict());
                ScanWorker worker = new ScanWorker(queue, scanner);
                workers.add(worker);
                all.add(WorkerThread.start(worker));
            }
            await(all, progress);
        } finally {
            queue.cancel();
        }
        return report(workers);
    }

    private void await(List<WorkerThread> all, Progress progress) {
        try {
            for (WorkerThread thread : all) {
                while (!thread.await(PROGRESS_MILLIS)) {
                    progress.update("scan", queue.bytesDone(), queue.bytesTotal(), queue.rowsDone());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClicktureException("the scan was interrupted; nothing was written", e);
        }
        progress.update("scan", queue.bytesDone(), queue.bytesTotal(), queue.rowsDone());
    }

    private ScanReport report(List<ScanWorker> workers) {
        List<MalformedRows> malformed =
                workers.stream().map(worker -> worker.scanner().malformed()).toList();
        Map<MalformedReason, Long> counts = new EnumMap<>(MalformedReason.class);
        List<MalformedRow> places = new ArrayList<>();
        for (MalformedReason reason : MalformedReason.values()) {
            counts.put(
                    reason,
                    malformed.stream().mapToLong(rows -> rows.count(reason)).sum());
            MalformedRows.first(malformed, reason).forEach(place -> places.add(locate(place)));
        }
        if (options.strict() && !places.isEmpty()) {
            throw strict(places);
        }
        List<ScanReport.ScannedFile> scanned = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            LogFile file = files.get(i);
            scanned.add(new ScanReport.ScannedFile(file.name(), file.bytes(), queue.crc32c(i), synthetic[i]));
        }
        return new ScanReport(queue.rowsDone(), counts, places, scanned);
    }

    private MalformedRow locate(MalformedRows.Place place) {
        return new MalformedRow(
                place.reason(),
                files.get(place.file()).name(),
                queue.rowsBefore(place.file(), place.segment()) + place.rowInSegment(),
                place.byteOffset(),
                place.found());
    }

    private ClicktureException strict(List<MalformedRow> places) {
        MalformedRow first = places.stream()
                .min(java.util.Comparator.comparingInt((MalformedRow place) -> position(place.file()))
                        .thenComparingLong(MalformedRow::byteOffset))
                .orElseThrow();
        String rule = switch (first.reason()) {
            case FIELDS -> "it has not exactly " + columns.count() + " fields";
            case KEY -> "its image key is not 1 to 255 printable ASCII characters";
            case CLICKS -> "its click count is not 1 to 15 digits with a value of at least 1";
        };
        return new ClicktureException(first.file() + ": row " + first.row() + " at byte offset " + first.byteOffset()
                + " is malformed (" + first.reason().key() + "): " + rule + ": \"" + first.found()
                + "\". Mend the log, or run without --strict to skip and count such rows");
    }

    private int position(String name) {
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name);
    }

    private static byte[] head(LogFile file) {
        try {
            return file.head(LogCheck.HEAD_BYTES);
        } catch (IOException e) {
            throw ScanWorker.unreadable(file, 0, e);
        }
    }
}
