package org.clickture.cli;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Tells a user that options or arguments do not make sense together. */
final class Misuse {

    private Misuse() {}

    /**
     * Refuses {@code -} where something is made that cannot go to standard output.
     *
     * @param path what the option was given; null if it was not
     * @throws ParameterException if it is {@code -}
     */
    static void refuseStandardOutput(CommandSpec spec, String option, @Nullable Path path) {
        if (StandardOutput.isMeantBy(path)) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + " cannot write to standard output; name a place, or ./- if it has this name");
        }
    }

    /**
     * Makes what a command asks for.
     *
     * @throws ParameterException if the request refuses what the user gave, in its words
     */
    static <T> T refused(CommandSpec spec, Supplier<T> request) {
        try {
            return request.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }
}
