package org.clickture.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Starts the command line as a process: its own streams, one locale, one exit code. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        System.setProperty("java.awt.headless", "true");
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.setProperty("java.util.logging.config.class", QuietLogging.class.getName());
        // UTF-8 whatever the locale, and buffered: System.out as the JVM makes it is neither.
        StandardOutput out = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.setOut(new PrintStream(out, false, StandardCharsets.UTF_8));
        System.setErr(err);
        // For a run that fills the heap: afterwards there may be no room to make it.
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

        Interruption interruption = Interruption.ofThisThread();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> uncaught(thread, failure, interruption));

        CommandRun run = new CommandRun(new FileInputStream(FileDescriptor.in), out, err);
        int exitCode = run.execute(args);
        if (interruption.disarm()) {
            if (run.ranOutOfMemory()) {
                // From Java 21 on, exit() looks for a logger first and complains if a full heap has no room for it.
                System.setErr(nowhere);
            }
            System.exit(exitCode);
        }
    }

    /**
     * The thread that waits for a worker tells why it failed; a full heap can kill the worker a second time. Chronicle Map's
     * own threads fail in a JVM that goes down.
     */
    private static void uncaught(Thread thread, Throwable failure, Interruption interruption) {
        if (!(failure instanceof OutOfMemoryError) && !interruption.isOver()) {
            System.err.println("clickture: thread " + thread.getName() + " failed: " + failure);
        }
    }
}
