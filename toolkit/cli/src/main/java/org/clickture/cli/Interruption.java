package org.clickture.cli;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets a run that is told to stop (Ctrl-C, SIGTERM) clean up: the thread that runs is interrupted and gets a moment for
 * its {@code finally} blocks before the JVM halts.
 */
final class Interruption {

    private static final long GRACE_MILLIS = 5_000;

    private final AtomicBoolean over = new AtomicBoolean();

    private Interruption() {}

    /** Watches over the calling thread until {@link #disarm()}. */
    static Interruption ofThisThread() {
        Interruption interruption = new Interruption();
        Thread runner = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interruption.stop(runner), "stop"));
        return interruption;
    }

    /** The run is over. False if the JVM is going down already: then there is nobody to hear an exit code. */
    boolean disarm() {
        return over.compareAndSet(false, true);
    }

    /** Whether the run is over or told to stop: what fails from then on is of no use to anybody. */
    boolean isOver() {
        return over.get();
    }

    private void stop(Thread runner) {
        if (!over.compareAndSet(false, true)) {
            return;
        }
        runner.interrupt();
        try {
            runner.join(GRACE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
