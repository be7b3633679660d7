package org.clickture.synth;

import java.nio.file.Path;
import java.util.List;

/**
 * What was written.
 *
 * @param logs the files of the log, in their order
 * @param rows rows of the log besides the first one of each file, malformed ones included
 * @param malformedRows rows that were spoilt on purpose. A bad key or click count is malformed for a recipe only if the
 *     row's query passes the gate
 * @param images images of the log
 * @param breedImages images that were planned to be clicked for at least one breed
 * @param severalBreedsImages images that were planned to be clicked for at least two
 * @param bytes length of the log's text, before compression
 */
public record SynthReport(
        List<Path> logs,
        long rows,
        long malformedRows,
        long images,
        long breedImages,
        long severalBreedsImages,
        long bytes) {

    public SynthReport {
        logs = List.copyOf(logs);
    }
}
