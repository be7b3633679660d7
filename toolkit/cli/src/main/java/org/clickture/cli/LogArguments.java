package org.clickture.cli;

import java.util.List;
import org.clickture.run.BuildRequest;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The click log that a command reads, and where the fields of its rows stand. */
final class LogArguments {

    @Option(
            names = "--columns",
            paramLabel = "COLUMNS",
            defaultValue = BuildRequest.CLICKTURE_COLUMNS,
            description = "Where the fields stand; - skips one (default: ${DEFAULT-VALUE}).")
    private String columns;

    @Parameters(
            paramLabel = "LOG",
            arity = "1..*",
            description = "Click logs: files, folders or globs; plain, .gz or .zst.")
    private List<String> logs;

    /** As written. */
    String columns() {
        return columns;
    }

    List<String> logs() {
        return logs;
    }
}
