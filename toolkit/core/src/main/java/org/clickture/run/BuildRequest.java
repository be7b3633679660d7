package org.clickture.run;

import java.nio.file.Path;
import java.util.List;
import org.clickture.scan.Columns;

/**
 * What a build is made of.
 *
 * @param recipe the recipe's file
 * @param out the store's folder, made by the build
 * @param logs files, folders or globs of the click log
 * @param columns where the fields stand, such as {@code key,query,clicks}; {@code -} skips one
 * @param threads number of workers, at least 1
 * @param strict whether the first malformed row ends the run
 * @param force whether an existing store at {@code out} is replaced
 */
public record BuildRequest(
        Path recipe, Path out, List<String> logs, String columns, int threads, boolean strict, boolean force) {

    /** The columns of Clickture's click logs. */
    public static final String CLICKTURE_COLUMNS = "key,query,clicks";

    /** @throws IllegalArgumentException if there are no logs, the columns mean nothing or there is no thread */
    public BuildRequest {
        logs = List.copyOf(logs);
        if (logs.isEmpty()) {
            throw new IllegalArgumentException("no click log is named");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("a build needs at least 1 thread, not " + threads);
        }
        Columns.parse(columns);
    }

    /** A build with Clickture's columns and a worker for each processor. */
    public static BuildRequest of(Path recipe, Path out, String... logs) {
        return new BuildRequest(
                recipe,
                out,
                List.of(logs),
                CLICKTURE_COLUMNS,
                Runtime.getRuntime().availableProcessors(),
                false,
                false);
    }
}
