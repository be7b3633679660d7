package org.clickture.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.clickture.ClicktureException;

/**
 * Writes a file so that it is whole or not there: under another name in the same folder, forced to the disk, then moved to
 * its own name.
 */
public final class AtomicFile {

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes a file.
     *
     * @param force whether an existing file is replaced
     * @throws ClicktureException if the file exists and {@code force} is false, or if it cannot be written
     */
    public static void write(Path file, boolean force, Content content) {
        if (!force && Files.exists(file)) {
            throw exists(file);
        }
        if (Files.isDirectory(file)) {
            throw new ClicktureException(file + ": this is a folder; name a file");
        }
        Path partial = file.resolveSibling(
                "." + file.getFileName() + ".partial-" + ProcessHandle.current().pid());
        try {
            try (FileChannel channel = FileChannel.open(
                            partial,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE);
                    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            if (force) {
                Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(partial, file);
            }
        } catch (FileAlreadyExistsException e) {
            throw exists(file);
        } catch (IOException e) {
            throw new ClicktureException(
                    file + ": cannot be written: " + e + "; check the folder, its permissions and the free space", e);
        } finally {
            delete(partial);
        }
    }

    private static ClicktureException exists(Path file) {
        return new ClicktureException(file + ": this file exists; name another one or use --force to replace it");
    }

    private static void delete(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            // A leftover under a partial name is never taken for a result.
        }
    }
}
