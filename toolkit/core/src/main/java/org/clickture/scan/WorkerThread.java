package org.clickture.scan;

import org.clickture.ClicktureException;
import org.jspecify.annotations.Nullable;

/**
 * A worker of a scan at work in a thread of its own. It ends well without room in the heap, and lets go of the worker as
 * it ends: a thread that a full heap has killed may stay known to the JVM for ever, with all that it refers to. (A thread
 * pool would replace such a thread, and a future would lose the failure.)
 */
final class WorkerThread implements Runnable {

    private final Thread thread;
    private @Nullable ScanWorker worker;
    private boolean done;
    private @Nullable Throwable failure;

    private WorkerThread(ScanWorker worker) {
        this.worker = worker;
        this.thread = new Thread(this, "clickture-scan");
        thread.setDaemon(true);
    }

    static WorkerThread start(ScanWorker worker) {
        WorkerThread started = new WorkerThread(worker);
        started.thread.start();
        return started;
    }

    @Override
    public void run() {
        ScanWorker mine = worker;
        worker = null;
        try {
            if (mine != null) {
                mine.run();
            }
            done = true;
        } catch (Throwable e) {
            failure = e;
        }
    }

    /**
     * Waits until the worker has ended, so long at most.
     *
     * @return whether it has ended, and well
     * @throws ClicktureException or another exception or error, whatever the worker failed with
     * @throws InterruptedException if the calling thread is interrupted
     */
    boolean await(long millis) throws InterruptedException {
        thread.join(millis);
        if (thread.isAlive()) {
            return false;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (!done) {
            throw new OutOfMemoryError("the heap was too full for a thread of the scan");
        }
        return true;
    }
}
