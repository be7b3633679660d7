package org.clickture.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.clickture.ClicktureException;
import org.jspecify.annotations.Nullable;

/**
 * Threads that do one job together, while the calling thread waits and watches. If one fails, the others are asked to
 * end as well. No thread pool: that would replace a thread that a full heap has killed, and lose its failure.
 */
final class Crew {

    private static final long WATCH_MILLIS = 200;

    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean cancelled;

    private Crew() {}

    /** What each thread does. */
    interface Job {

        /** Works until there is nothing left to do; looks at {@link Crew#check()} now and then. */
        void run(Crew crew) throws IOException, InterruptedException;
    }

    /** Ends a thread whose job is not done. */
    private static final class Ended extends RuntimeException {

        private static final long serialVersionUID = 1;

        Ended() {
            super("another thread failed or was interrupted", null, false, false);
        }
    }

    /**
     * Lets threads do a job and waits until all have ended.
     *
     * @param threads how many, at least 1
     * @param watch called a few times a second in the calling thread, and once at the end if all went well
     * @throws ClicktureException if the calling thread is interrupted; or what the first failing thread threw
     */
    static void run(int threads, Job job, Runnable watch) throws IOException {
        new Crew().work(threads, job, watch);
    }

    /** Ends the thread, by an exception, when the job is to end, done or not. */
    void check() {
        if (cancelled || failure.get() != null) {
            throw new Ended();
        }
    }

    private void work(int count, Job job, Runnable watch) throws IOException {
        List<Thread> threads = new ArrayList<>();
        boolean interrupted = false;
        try {
            for (int i = 0; i < count; i++) {
                Thread thread = new Thread(() -> run(job), "clickture-store-" + i);
                thread.setDaemon(true);
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                while (thread.isAlive()) {
                    thread.join(WATCH_MILLIS);
                    watch.run();
                }
            }
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            // Nobody may go on in files that the caller is about to close and remove.
            cancelled = true;
            interrupted |= awaitAll(threads);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        rethrow(failure.get());
        if (interrupted) {
            throw new ClicktureException("the build was interrupted");
        }
        watch.run();
    }

    private void run(Job job) {
        try {
            job.run(this);
        } catch (Ended e) {
            return;
        } catch (Throwable e) {
            failure.compareAndSet(null, e);
        }
    }

    private static boolean awaitAll(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        return interrupted;
    }

    private static void rethrow(@Nullable Throwable failure) throws IOException {
        if (failure instanceof IOException exception) {
            throw exception;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw new IllegalStateException("nobody interrupts these threads", failure);
        }
    }
}
