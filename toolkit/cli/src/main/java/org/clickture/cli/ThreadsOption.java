package org.clickture.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many workers scan a log. */
final class ThreadsOption {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--threads", paramLabel = "N", description = "Number of workers (default: one for each processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    /** At least 1. */
    int threads() {
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads takes 1 or more, not " + threads);
        }
        return threads;
    }
}
