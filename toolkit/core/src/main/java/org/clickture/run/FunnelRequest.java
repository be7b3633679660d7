package org.clickture.run;

import java.nio.file.Path;
import java.util.List;
import org.clickture.scan.Columns;

/**
 * What a funnel is made of.
 *
 * @param recipe the recipe's file
 * @param logs files, folders or globs of the click log
 * @param columns where the fields stand, such as {@code key,query,clicks}; {@code -} skips one
 * @param threads number of workers, at least 1
 * @param sample how many of the rows that fall out at a step are kept, at least 0
 */
public record FunnelRequest(Path recipe, List<String> logs, String columns, int threads, int sample) {

    private static final int SAMPLE = 3;

    /** @throws IllegalArgumentException if there are no logs, the columns mean nothing, or there is no thread */
    public FunnelRequest {
        logs = List.copyOf(logs);
        if (logs.isEmpty()) {
            throw new IllegalArgumentException("no click log is named");
        }
        requireCounts(threads, sample);
        Columns.parse(columns);
    }

    static void requireCounts(int threads, int sample) {
        if (threads < 1) {
            throw new IllegalArgumentException("a funnel needs at least 1 thread, not " + threads);
        }
        if (sample < 0) {
            throw new IllegalArgumentException("a sample has at least 0 rows, not " + sample);
        }
    }

    /** A funnel with Clickture's columns, a worker for each processor and three rows for each step. */
    public static FunnelRequest of(Path recipe, String... logs) {
        return new FunnelRequest(
                recipe,
                List.of(logs),
                BuildRequest.CLICKTURE_COLUMNS,
                Runtime.getRuntime().availableProcessors(),
                SAMPLE);
    }
}
