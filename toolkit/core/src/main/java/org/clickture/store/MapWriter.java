package org.clickture.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import net.openhft.chronicle.hash.impl.VanillaChronicleHash;
import net.openhft.chronicle.map.ChronicleMap;
import net.openhft.chronicle.map.ChronicleMapBuilder;
import org.clickture.ClicktureException;
import org.jspecify.annotations.Nullable;

/**
 * Writes a new Chronicle Map file of byte arrays. The only class that knows Chronicle Map.
 *
 * <p>Several threads may put at once, each into segments of its own: the file's bytes depend on the shape and on the
 * order of the entries in each segment, and on nothing else.
 */
final class MapWriter implements AutoCloseable {

    static {
        // Before the first Chronicle class: it would call Google, ask for an e-mail address and let SLF4J complain.
        System.setProperty("chronicle.analytics.disable", "true");
        System.setProperty("chronicle.announcer.disable", "true");
        if (System.getProperty("slf4j.internal.verbosity") == null) {
            System.setProperty("slf4j.internal.verbosity", "ERROR");
        }
    }

    private static final AtomicReference<@Nullable Thread> WARM_UP = new AtomicReference<>();
    private static final MapShape TINY = new MapShape(1, 1, 8);

    private final ChronicleMap<byte[], byte[]> map;

    /**
     * Makes the file at its full size.
     *
     * @throws ClicktureException if this JVM does not let Chronicle Map work
     * @throws IOException if the file cannot be made, for example because the disk is full
     */
    MapWriter(Path file, MapShape shape) throws IOException {
        WriterJvm.prepare();
        this.map = builder(shape).name(file.toString()).createPersistedTo(file.toFile());
    }

    private static ChronicleMapBuilder<byte[], byte[]> builder(MapShape shape) {
        return ChronicleMapBuilder.of(byte[].class, byte[].class)
                .actualSegments(shape.segments())
                .entriesPerSegment(shape.imagesPerSegment())
                .actualChunkSize(MapShape.CHUNK_BYTES)
                .actualChunksPerSegmentTier(shape.chunksPerSegment())
                // The manifest has a checksum of the whole file.
                .checksumEntries(false)
                .putReturnsNull(true)
                // A JVM that is told to end must not unmap the file under the workers.
                .skipCloseOnExitHook(true);
    }

    /**
     * Begins to load Chronicle Map, which takes the first map of a JVM half a second, in a thread of its own. A failure
     * is not told: who makes a map meets it again.
     */
    static void warmUp() {
        Thread thread = new Thread(MapWriter::makeAndForgetAMap, "clickture-warm-up");
        thread.setDaemon(true);
        if (WARM_UP.compareAndSet(null, thread)) {
            thread.start();
        }
    }

    /**
     * Waits for the end of the warm-up, if there was one: a JVM that ends in the middle of it would leave a library that
     * Chronicle Map unpacks behind. An interrupt is kept for later.
     */
    static void awaitWarmUp() {
        Thread thread = WARM_UP.get();
        boolean interrupted = false;
        while (thread != null && thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void makeAndForgetAMap() {
        try {
            WriterJvm.prepare();
            try (ChronicleMap<byte[], byte[]> map = builder(TINY).create()) {
                map.put(new byte[1], new byte[1]);
            }
        } catch (Throwable e) {
            return;
        }
    }

    /**
     * Adds an image.
     *
     * @throws IOException if the disk is full or failed
     */
    void put(byte[] key, byte[] value) throws IOException {
        try {
            map.put(key, value);
        } catch (InternalError e) {
            // How the JVM tells that a mapped page could not be written.
            throw new IOException("the disk is full or failed", e);
        }
    }

    /** Checks that all of it is there: called when all threads have put what they had. */
    void finish(long images) {
        if (map.longSize() != images || ((VanillaChronicleHash<?, ?, ?, ?>) map).hasExtraTierBulks()) {
            throw new IllegalStateException("the map has " + map.longSize() + " images of " + images
                    + " or needed more room than was counted for it");
        }
    }

    /** Unmaps the file, into which nobody may put any more; it is not forced to the disk. */
    @Override
    public void close() {
        map.close();
    }
}
