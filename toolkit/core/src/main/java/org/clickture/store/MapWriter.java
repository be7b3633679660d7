package org.clickture.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import net.openhft.chronicle.hash.impl.VanillaChronicleHash;
import net.openhft.chronicle.map.ChronicleMap;
import net.openhft.chronicle.map.ChronicleMapBuilder;
import org.clickture.ClicktureException;
import org.jspecify.annotations.Nullable;

/**
 * Writes a new Chronicle Map file of byte arrays. The only class that knows Chronicle Map.
 *
 * <p>Each segment belongs to one worker, which puts its images in the order in which they were given: the file's bytes
 * depend on that order and the shape, not on the number of workers. Not thread-safe.
 */
final class MapWriter implements AutoCloseable {

    private static final int BATCH_IMAGES = 512;
    private static final int WAITING_BATCHES_PER_WORKER = 4;

    static {
        // Before the first Chronicle class: it would call Google, ask for an e-mail address and let SLF4J complain.
        System.setProperty("chronicle.analytics.disable", "true");
        System.setProperty("chronicle.announcer.disable", "true");
        if (System.getProperty("slf4j.internal.verbosity") == null) {
            System.setProperty("slf4j.internal.verbosity", "ERROR");
        }
    }

    private final int segmentBits;
    private final ChronicleMap<byte[], byte[]> map;
    private final List<Worker> workers = new ArrayList<>();
    private final Semaphore waiting;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /**
     * Makes the file at its full size.
     *
     * @throws ClicktureException if this JVM does not let Chronicle Map work
     * @throws IOException if the file cannot be made, for example because the disk is full
     */
    MapWriter(Path file, MapShape shape, int workerCount) throws IOException {
        WriterJvm.prepare();
        this.segmentBits = Integer.numberOfTrailingZeros(shape.segments());
        this.map = ChronicleMapBuilder.of(byte[].class, byte[].class)
                .name(file.toString())
                .actualSegments(shape.segments())
                .entriesPerSegment(shape.imagesPerSegment())
                .actualChunkSize(MapShape.CHUNK_BYTES)
                .actualChunksPerSegmentTier(shape.chunksPerSegment())
                // The manifest has a checksum of the whole file.
                .checksumEntries(false)
                .putReturnsNull(true)
                // A JVM that is told to end must not unmap the file under the workers.
                .skipCloseOnExitHook(true)
                .createPersistedTo(file.toFile());
        this.waiting = new Semaphore(workerCount * WAITING_BATCHES_PER_WORKER);
        for (int i = 0; i < workerCount; i++) {
            workers.add(new Worker(i));
        }
    }

    /**
     * Adds an image; the arrays are kept.
     *
     * @param hash XXH64 of the key
     * @throws UncheckedIOException if a worker failed
     * @throws ClicktureException if the thread is interrupted while it waits for the workers
     */
    void put(long hash, byte[] key, byte[] value) {
        // In the order in which images come, segments come by their bits reversed.
        long segment = segmentBits == 0 ? 0 : Long.reverse(hash) >>> (Long.SIZE - segmentBits);
        workers.get((int) (segment % workers.size())).put(key, value);
    }

    /**
     * Waits until all is written and checks that all of it is there.
     *
     * @param images how many were put
     * @throws UncheckedIOException if a worker failed
     * @throws ClicktureException if the thread is interrupted while it waits for the workers
     */
    void finish(long images) {
        for (Worker worker : workers) {
            worker.submit();
            worker.thread.shutdown();
        }
        try {
            for (Worker worker : workers) {
                worker.thread.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        throwFailure();
        if (map.longSize() != images || ((VanillaChronicleHash<?, ?, ?, ?>) map).hasExtraTierBulks()) {
            throw new IllegalStateException("the map has " + map.longSize() + " images of " + images
                    + " or needed more room than was counted for it");
        }
    }

    /** Ends the workers and unmaps the file; it is not forced to the disk. */
    @Override
    public void close() {
        boolean interrupted = false;
        for (Worker worker : workers) {
            worker.thread.shutdownNow();
        }
        for (Worker worker : workers) {
            // A worker must not write into memory that is no longer mapped, whatever we are waiting for.
            while (!worker.thread.isTerminated()) {
                try {
                    worker.thread.awaitTermination(1, TimeUnit.MINUTES);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        map.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static ClicktureException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new ClicktureException("the build was interrupted", cause);
    }

    private void throwFailure() {
        Throwable cause = failure.get();
        if (cause instanceof InternalError) {
            // How the JVM tells that a mapped page could not be written.
            throw new UncheckedIOException(new IOException("the disk is full or failed", cause));
        }
        if (cause != null) {
            throw new IllegalStateException("cannot write the map", cause);
        }
    }

    private final class Worker {

        private final ExecutorService thread;
        private byte[][] batch = new byte[2 * BATCH_IMAGES][];
        private int filled;

        private Worker(int number) {
            thread = Executors.newSingleThreadExecutor(task -> {
                Thread worker = new Thread(task, "clickture-map-" + number);
                worker.setDaemon(true);
                return worker;
            });
        }

        private void put(byte[] key, byte[] value) {
            batch[filled++] = key;
            batch[filled++] = value;
            if (filled == batch.length) {
                submit();
            }
        }

        private void submit() {
            throwFailure();
            try {
                waiting.acquire();
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
            byte[][] full = Arrays.copyOf(batch, filled);
            batch = new byte[2 * BATCH_IMAGES][];
            filled = 0;
            thread.execute(() -> write(full));
        }

        private void write(byte[][] full) {
            try {
                for (int i = 0; i < full.length && failure.get() == null; i += 2) {
                    map.put(full[i], full[i + 1]);
                }
            } catch (Throwable e) {
                failure.compareAndSet(null, e);
            } finally {
                waiting.release();
            }
        }
    }
}
