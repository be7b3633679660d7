package org.clickture.cli;

import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Tells a user that options or arguments do not make sense together. */
final class Misuse {

    private Misuse() {}

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
