package org.clickture.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import org.clickture.ClicktureException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence why a run failed; the stack trace is for {@code --debug}. */
final class Failures {

    private static final long MEBIBYTE = 1 << 20;
    /** Causes can form a ring. */
    private static final int MAX_CAUSES = 100;

    private final ClicktureCommand command;
    private final PrintStream err;
    /** Made beforehand: with a full heap nothing new can be made, nor a string concatenation be linked. */
    private final byte[] outOfMemory = outOfMemory();

    private boolean saidOutOfMemory;

    /** @param err where the command line's error writer writes */
    Failures(ClicktureCommand command, PrintStream err) {
        this.command = command;
        this.err = err;
    }

    /**
     * Prints what went wrong in a run and returns the exit code.
     *
     * @throws OutOfMemoryError if the heap is too full even for this; to be called again, then: nothing is said twice
     */
    int report(Throwable failure, CommandLine line) {
        if (failure instanceof StandardOutput.Closed) {
            return ExitCode.OK;
        }
        if (Thread.currentThread().isInterrupted()) {
            // Ctrl-C: whoever pressed it knows why the run ended.
            return ExitCode.SOFTWARE;
        }
        PrintWriter writer = line.getErr();
        if (isOutOfMemory(failure)) {
            sayOutOfMemory();
        } else {
            writer.println("clickture: " + PrintableText.lines(sentence(failure)));
        }
        if (command.debug()) {
            failure.printStackTrace(writer);
        }
        writer.flush();
        return ExitCode.SOFTWARE;
    }

    /** Whether a run failed for want of memory, and it was said. */
    boolean ranOutOfMemory() {
        return saidOutOfMemory;
    }

    private void sayOutOfMemory() {
        if (!saidOutOfMemory) {
            err.write(outOfMemory, 0, outOfMemory.length);
            saidOutOfMemory = true;
        }
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

    private static byte[] outOfMemory() {
        long megabytes = Runtime.getRuntime().maxMemory() / MEBIBYTE;
        String sentence = "clickture: out of memory: this run had -Xmx" + megabytes
                + "m. Give it more: CLICKTURE_OPTS=-Xmx" + 2 * megabytes + "m clickture ..., or java -Xmx"
                + 2 * megabytes
                + "m -jar clickture.jar ..." + System.lineSeparator();
        return sentence.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isOutOfMemory(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause instanceof OutOfMemoryError) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
