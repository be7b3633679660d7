package org.clickture.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.clickture.ClicktureException;
import org.clickture.OutputFile;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which a store is built: {@code .NAME.partial} beside its final place, with
 *
 * <ul>
 *   <li>{@code lock}: locked by the build as long as it lives, so there is one build for a place at a time, and what a
 *       dead build left behind is known as such whatever process ids have become of it;
 *   <li>{@code store}: what is being built; moved to its final place in one step when it is complete;
 *   <li>{@code scratch}: what the memory did not take, if that happened; gone when the build ends;
 *   <li>{@code old}: the store that is replaced, from the moment before that step until after it.
 * </ul>
 *
 * Not thread-safe.
 */
final class BuildFolder implements AutoCloseable {

    /** Closing any channel to a locked file frees the lock of the whole process: never open a second one. */
    private static final Set<Path> LOCKED_HERE = ConcurrentHashMap.newKeySet();

    /** Enough for a region of its own in small heaps: what shares one with others would make no room. */
    private static final int RESERVE_BYTES = 1 << 20;

    private static final int MAX_ATTEMPTS = 200;
    private static final long NANOS_BETWEEN_ATTEMPTS = 20_000_000;

    private static final String LOCK = "lock";

    private final Path target;
    private final boolean force;
    private final Path folder;
    private final FileChannel lock;

    /** Given back to a full heap, so that there is room to clear up: loading a class already takes some. */
    @SuppressWarnings("unused")
    private byte @Nullable [] reserve = new byte[RESERVE_BYTES];

    /** From then on what is in the folder is the next build's. */
    private boolean unlocked;

    private BuildFolder(Path target, boolean force, Path folder, FileChannel lock) {
        this.target = target;
        this.force = force;
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Begins a build; makes the folders above the target that are missing.
     *
     * @throws ClicktureException if the place is taken, cannot be written or another build for it is running
     */
    static BuildFolder begin(Path place, boolean force) {
        Path target = place.toAbsolutePath().normalize();
        Path parent = target.getParent();
        if (parent == null) {
            throw new ClicktureException(place + " is no place for a store");
        }
        Path folder = parent.resolve("." + target.getFileName() + ".partial");
        if (!LOCKED_HERE.add(folder)) {
            throw otherBuild(target, folder);
        }
        BuildFolder build = null;
        try {
            OutputFile.createFolderFor(target);
            build = new BuildFolder(target, force, folder, lock(target, folder));
            build.clear();
            StoreFolder.requireFree(target, force);
            Files.createDirectory(build.store());
            return build;
        } catch (IOException e) {
            abandon(build, folder, e);
            throw IoFailures.of("cannot build in", folder, e);
        } catch (RuntimeException | Error e) {
            abandon(build, folder, e);
            throw e;
        }
    }

    private static void abandon(@Nullable BuildFolder build, Path folder, Throwable cause) {
        if (build == null) {
            LOCKED_HERE.remove(folder);
            return;
        }
        try {
            build.close();
        } catch (ClicktureException e) {
            cause.addSuppressed(e);
        }
    }

    private static FileChannel lock(Path target, Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(folder);
        }
        Path file = folder.resolve(LOCK);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            // A build that ends deletes the file before it lets go of it.
            if (lock != null && Files.exists(file)) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw otherBuild(target, folder);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw otherBuild(target, folder);
    }

    private static ClicktureException otherBuild(Path target, Path folder) {
        return new ClicktureException("another build of " + target + " is running (it works in " + folder + ")");
    }

    /** The folder for the store's files; empty at first. */
    Path store() {
        return folder.resolve("store");
    }

    /** The name of a file for what the memory does not take. */
    Path scratch() {
        return folder.resolve("scratch");
    }

    private Path old() {
        return folder.resolve("old");
    }

    /**
     * Moves the store to its place, where it replaces another one only with {@code force}. Its files must be forced to
     * the disk already.
     */
    void publish() throws IOException {
        StoreFolder.requireFree(target, force);
        forceFolder(store());
        boolean replaces = Files.exists(target);
        if (replaces) {
            Files.move(target, old(), StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(store(), target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (replaces) {
                Files.move(old(), target, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
        forceFolder(folder.resolveSibling(""));
    }

    /**
     * Removes what is left of the build and lets the next one begin. In a full heap there may be no room for that until
     * the run's other threads have ended as well: it waits for it, a few seconds at most.
     */
    @Override
    public void close() {
        reserve = null;
        try (lock) {
            boolean removed = false;
            for (int attempt = 1; !removed; attempt++) {
                try {
                    remove(attempt);
                    removed = true;
                } catch (OutOfMemoryError e) {
                    // Nothing else here: even to load a class takes room.
                    if (attempt == MAX_ATTEMPTS) {
                        throw e;
                    }
                }
            }
        } catch (DirectoryNotEmptyException e) {
            // The next build has begun.
            return;
        } catch (IOException e) {
            throw IoFailures.of("cannot remove", folder, e);
        } finally {
            LOCKED_HERE.remove(folder);
        }
    }

    private void remove(int attempt) throws IOException {
        if (attempt > 1) {
            LockSupport.parkNanos(NANOS_BETWEEN_ATTEMPTS);
        }
        if (!unlocked) {
            clear();
            Files.deleteIfExists(folder.resolve(LOCK));
            unlocked = true;
        }
        Files.deleteIfExists(folder);
    }

    /** Removes what a build left behind; gives back the store that it was about to replace when it died. */
    private void clear() throws IOException {
        if (Files.exists(old()) && !Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(old(), target, StandardCopyOption.ATOMIC_MOVE);
        }
        for (Path leftover : List.of(store(), scratch(), old())) {
            if (Files.exists(leftover, LinkOption.NOFOLLOW_LINKS)) {
                delete(leftover);
            }
        }
    }

    private static void delete(Path file) throws IOException {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(file)) {
                for (Path each : inside) {
                    delete(each);
                }
            }
        }
        Files.delete(file);
    }

    /** Forces the names in a folder to the disk, on systems that can open folders. */
    private static void forceFolder(Path folder) throws IOException {
        if (!System.getProperty("os.name", "").startsWith("Windows")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
