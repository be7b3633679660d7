package org.clickture.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clickture.scan.Columns;

/**
 * What policies are compared on.
 *
 * @param recipe the seed's file: what all others are compared with
 * @param open a recipe with homonyms that the seed's gate is compared with, if there is one
 * @param logs files, folders or globs of the click log
 * @param columns where the fields stand, such as {@code key,query,clicks}; {@code -} skips one
 * @param threads number of workers, at least 1
 * @param examples how many rows that a policy adds or removes are kept, at least 0
 * @param truth the truth of a generated log, if there is one
 */
public record PoliciesRequest(
        Path recipe,
        Optional<Path> open,
        List<String> logs,
        String columns,
        int threads,
        int examples,
        Optional<Path> truth) {

    private static final int EXAMPLES = 5;

    /** @throws IllegalArgumentException if there are no logs, the columns mean nothing, or a number is too small */
    public PoliciesRequest {
        logs = List.copyOf(logs);
        if (logs.isEmpty()) {
            throw new IllegalArgumentException("no click log is named");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("policies need at least 1 thread, not " + threads);
        }
        if (examples < 0) {
            throw new IllegalArgumentException("there are at least 0 examples, not " + examples);
        }
        Columns.parse(columns);
    }

    /** A comparison with the {@link #openBeside open recipe beside} a recipe, Clickture's columns and no truth. */
    public static PoliciesRequest of(Path recipe, String... logs) {
        return new PoliciesRequest(
                recipe,
                openBeside(recipe),
                List.of(logs),
                BuildRequest.CLICKTURE_COLUMNS,
                Runtime.getRuntime().availableProcessors(),
                EXAMPLES,
                Optional.empty());
    }

    /** The same with the truth of a generated log. */
    public PoliciesRequest withTruth(Path file) {
        return new PoliciesRequest(recipe, open, logs, columns, threads, examples, Optional.of(file));
    }

    /** The file beside {@code dog.yaml} that is called {@code dog-open.yaml}, if it is there. */
    public static Optional<Path> openBeside(Path recipe) {
        String name = String.valueOf(recipe.getFileName());
        Path open = recipe.resolveSibling(name.replaceFirst("(\\.[^.]*)?$", "-open$1"));
        return Optional.of(open).filter(Files::isRegularFile);
    }
}
