package org.clickture.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import org.clickture.ClicktureException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence why a run failed; the stack trace is for {@code --debug}. */
final class Failures {

    private static final long MEBIBYTE = 1 << 20;

    private final ClicktureCommand command;

    Failures(ClicktureCommand command) {
        this.command = command;
    }

    /** Prints what went wrong in a run and returns the exit code. */
    int report(Throwable failure, CommandLine line) {
        if (failure instanceof StandardOutput.Closed) {
            return ExitCode.OK;
        }
        if (Thread.currentThread().isInterrupted()) {
            // Ctrl-C: whoever pressed it knows why the run ended.
            return ExitCode.SOFTWARE;
        }
        PrintWriter err = line.getErr();
        err.println("clickture: " + PrintableText.lines(sentence(failure)));
        if (command.debug()) {
            failure.printStackTrace(err);
        }
        err.flush();
        return ExitCode.SOFTWARE;
    }

    /** Prints how the command line was misused and returns the exit code. */
    int reportUsage(ParameterException misuse) {
        CommandLine line = misuse.getCommandLine();
        PrintWriter err = line.getErr();
        err.println("clickture: " + PrintableText.lines(String.valueOf(misuse.getMessage())));
        UnmatchedArgumentException.printSuggestions(misuse, err);
        err.println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
        if (command.debug()) {
            misuse.printStackTrace(err);
        }
        err.flush();
        return ExitCode.USAGE;
    }

    private static String sentence(Throwable failure) {
        OutOfMemoryError outOfMemory = cause(failure, OutOfMemoryError.class);
        if (outOfMemory != null) {
            return outOfMemory(outOfMemory);
        }
        if (failure instanceof ClicktureException) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof InvalidPathException) {
            return "no file can have this name here: " + failure.getMessage()
                    + ". Names beyond ASCII need a UTF-8 locale, such as LC_ALL=C.UTF-8.";
        }
        if (failure instanceof IOException) {
            // The simple name tells more than the message: that of a missing file is only its path.
            return "reading or writing failed: " + failure.getClass().getSimpleName() + ": " + failure.getMessage();
        }
        return "an error that should not happen: " + failure + "; run again with --debug to see where.";
    }

    private static String outOfMemory(OutOfMemoryError error) {
        long megabytes = Runtime.getRuntime().maxMemory() / MEBIBYTE;
        return "out of memory (" + error.getMessage() + "): this run had -Xmx" + megabytes + "m. Give it more:"
                + " CLICKTURE_OPTS=-Xmx" + 2 * megabytes + "m clickture ..., or java -Xmx" + 2 * megabytes
                + "m -jar clickture.jar ...";
    }

    private static <T> @Nullable T cause(Throwable failure, Class<T> type) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 100; depth++) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }
}
