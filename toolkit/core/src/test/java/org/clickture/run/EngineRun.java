package org.clickture.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clickture.Evidence;
import org.clickture.ImageCursor;
import org.clickture.LabelSet;
import org.clickture.MalformedRow;
import org.clickture.Progress;
import org.clickture.oracle.Oracle;
import org.clickture.scan.ScanOptions;
import org.clickture.store.Store;

/** One way to build a store; none of them may change what is in it. */
record EngineRun(Path recipe, String columns, List<String> logs, int threads, int segmentBytes, long memoryBytes) {

    EngineRun(Path recipe, String columns, Path log) {
        this(recipe, columns, List.of(log.toString()), 2, ScanOptions.DEFAULT_SEGMENT_BYTES, 1L << 40);
    }

    EngineRun with(int threads, int segmentBytes) {
        return new EngineRun(recipe, columns, logs, threads, segmentBytes, memoryBytes);
    }

    EngineRun withMemory(long memoryBytes) {
        return new EngineRun(recipe, columns, logs, threads, segmentBytes, memoryBytes);
    }

    EngineRun with(List<String> logs) {
        return new EngineRun(recipe, columns, logs, threads, segmentBytes, memoryBytes);
    }

    /** Builds the store. */
    void build(Path out) {
        build(out, false);
    }

    void build(Path out, boolean strict) {
        BuildRequest request = new BuildRequest(recipe, out, logs, columns, threads, strict, false, memoryBytes);
        Build.run(request, segmentBytes, Progress.NONE);
    }

    /** Builds the store and says what is in it in the oracle's words: files go by their names without folders. */
    Oracle.Outcome outcome(Path out) throws IOException {
        build(out);
        try (Store store = Clickture.open(out)) {
            ByteArrayOutputStream dataset = new ByteArrayOutputStream();
            Clickture.writeDataset(store, dataset);
            SortedMap<String, LabelSet> images = new TreeMap<>();
            SortedMap<String, List<Evidence>> evidence = new TreeMap<>();
            for (ImageCursor cursor = store.images(); cursor.next(); ) {
                String key = cursor.imageKey();
                images.put(key, cursor.labelSet(store.labels()));
                assertThat(store.find(key)).contains(images.get(key));
                evidence.put(
                        key,
                        store.evidence(key).stream().map(EngineRun::evidence).toList());
            }
            return new Oracle.Outcome(
                    store.counts(),
                    dataset.toString(UTF_8),
                    images,
                    evidence,
                    store.manifest().malformed().stream().map(EngineRun::place).toList());
        }
    }

    private static Evidence evidence(Evidence triad) {
        return new Evidence(triad.query(), triad.clicks(), triad.labels(), fileName(triad.file()), triad.byteOffset());
    }

    private static Oracle.Place place(MalformedRow row) {
        return new Oracle.Place(row.reason(), fileName(row.file()), row.row(), row.byteOffset());
    }

    private static String fileName(String path) {
        return String.valueOf(Path.of(path).getFileName());
    }
}
