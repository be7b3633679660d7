package org.clickture.label;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** Gathers the matched triads of a scan: a log for each worker, put together when the scan is done. Not thread-safe. */
public final class Gathering {

    /** What the memory is for: half of it for gathering; the rest is for what becomes of it. */
    private static final int GATHERING_SHARE = 2;

    private final List<String> labels;
    private final int groupLabels;
    private final List<String> files;
    private final long memoryBytes;
    private final int workers;
    private final GatheringMemory memory;
    private final List<EvidenceLog> logs = new ArrayList<>();

    /**
     * Begins.
     *
     * @param labels the names of the label ids
     * @param files the names of the files, for messages
     * @param memoryBytes how much heap the run may take for triads, in whatever form, at least 1; decides how
     *     fast it is and how large one image may be, never what comes out
     * @param workers how many logs there will be, at least 1
     * @param overflow gives the place for what the memory does not take; asked when it is needed, by any worker
     */
    public Gathering(
            List<String> labels, List<String> files, long memoryBytes, int workers, Supplier<Overflow> overflow) {
        this(labels, 1, files, memoryBytes, workers, overflow);
    }

    /**
     * The same for several recipes at once, each with label ids of its own: what is misspelt by one does not matter to others.
     *
     * @param recipes how many times the labels are there
     */
    public Gathering(
            List<String> labels,
            int recipes,
            List<String> files,
            long memoryBytes,
            int workers,
            Supplier<Overflow> overflow) {
        this.groupLabels = labels.size();
        this.labels = Collections.nCopies(recipes, labels).stream()
                .flatMap(List::stream)
                .toList();
        this.files = List.copyOf(files);
        this.memoryBytes = memoryBytes;
        this.workers = workers;
        this.memory = new GatheringMemory(memoryBytes / GATHERING_SHARE, workers, overflow);
    }

    /** A new log, for one worker. */
    public EvidenceLog newLog() {
        EvidenceLog log = new EvidenceLog(memory);
        logs.add(log);
        return log;
    }

    /** What was gathered. Nothing may be added to the logs any more. */
    public GatheredTriads end() {
        logs.forEach(EvidenceLog::endBatch);
        return new GatheredTriads(
                logs.stream().flatMap(log -> log.runs().stream()).toList(),
                labels,
                groupLabels,
                files,
                memoryBytes,
                workers);
    }
}
