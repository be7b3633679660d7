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
 * @param memoryBytes how much heap the rows that match may take, in whatever form, at least 1; what is more goes into a
 *     temporary file beside {@code out}. The store's bytes do not depend on it
 */
public record BuildRequest(
        Path recipe,
        Path out,
        List<String> logs,
        String columns,
        int threads,
        boolean strict,
        boolean force,
        long memoryBytes) {

    /** The columns of Clickture's click logs. */
    public static final String CLICKTURE_COLUMNS = "key,query,clicks";

    private static final long EVERY_BUILD_BYTES = 16L << 20;
    private static final long MIN_DEFAULT_MEMORY_BYTES = 4L << 20;

    /** @throws IllegalArgumentException if there are no logs, the columns mean nothing, or there is no thread or memory */
    public BuildRequest {
        logs = List.copyOf(logs);
        if (logs.isEmpty()) {
            throw new IllegalArgumentException("no click log is named");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("a build needs at least 1 thread, not " + threads);
        }
        if (memoryBytes < 1) {
            throw new IllegalArgumentException("a build needs at least 1 byte of memory, not " + memoryBytes);
        }
        Columns.parse(columns);
    }

    /** A build with {@link #defaultMemoryBytes()}. */
    public BuildRequest(
            Path recipe, Path out, List<String> logs, String columns, int threads, boolean strict, boolean force) {
        this(recipe, out, logs, columns, threads, strict, force, defaultMemoryBytes());
    }

    /** Half of the heap that this JVM may use ({@code -Xmx}) beyond what every build needs. */
    public static long defaultMemoryBytes() {
        return Math.max(MIN_DEFAULT_MEMORY_BYTES, (Runtime.getRuntime().maxMemory() - EVERY_BUILD_BYTES) / 2);
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
