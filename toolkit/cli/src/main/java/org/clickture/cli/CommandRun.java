package org.clickture.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * One run of the command line between an input and two outputs. Text goes out through picocli's writers, bytes through
 * {@link ClicktureCommand#out()}; both end in the same stream.
 */
final class CommandRun {

    private static final int MAX_ATTEMPTS = 200;
    private static final long MILLIS_BETWEEN_ATTEMPTS = 20;

    private final ClicktureCommand command;
    private final OutputStream out;
    private final PrintStream err;
    private final Failures failures;

    CommandRun(InputStream in, OutputStream out, PrintStream err) {
        this.command = new ClicktureCommand(in, out);
        this.out = out;
        this.err = err;
        this.failures = new Failures(command, err);
    }

    /** Runs one command line; the exit code is 0 when all went well, 1 when the run failed, 2 when it was misused. */
    int execute(String... args) {
        CommandLine line = commandLine(args);
        try {
            int exitCode = line.execute(args);
            line.getOut().flush();
            return exitCode;
        } catch (Exception | Error e) {
            return report(e, line);
        }
    }

    /** Whether the last run failed for want of memory. */
    boolean ranOutOfMemory() {
        return failures.ranOutOfMemory();
    }

    /** With a full heap there may be no room for the words until the run's other threads have ended as well. */
    private int report(Throwable failure, CommandLine line) {
        for (int attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
            try {
                if (attempt > 1) {
                    Thread.sleep(MILLIS_BETWEEN_ATTEMPTS);
                }
                return failures.report(failure, line);
            } catch (OutOfMemoryError e) {
                // again
            } catch (InterruptedException e) {
                break;
            }
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** A command line that knows at least what these arguments name. */
    CommandLine commandLine(String... args) {
        CommandLine line = new CommandLine(command);
        Commands.addTo(line, args);
        // These reach the commands that were added before.
        return line.setOut(new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), false))
                .setErr(new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true))
                .setExpandAtFiles(false)
                .setExecutionStrategy(CommandRun::runLast)
                .setExecutionExceptionHandler((e, failed, parsed) -> failures.report(e, failed))
                .setParameterExceptionHandler((e, given) -> failures.reportUsage(e));
    }

    /** Picocli prints a stack trace when help or version cannot be printed; as a failed command it reaches us. */
    private static int runLast(ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (ParameterException | ExecutionException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ExecutionException(parsed.commandSpec().commandLine(), "cannot run", e);
        }
    }
}
