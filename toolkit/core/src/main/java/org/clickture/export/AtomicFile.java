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
import org.clickture.OutputFile;

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
     * Writes a file; makes the folders above it that are missing. A symbolic link stays one: what it points to is written.
     *
     * @param force whether an existing file is replaced
     * @throws ClicktureException if the file exists and {@code force} is false, if something is there that is no regular file,
     *     or if it cannot be written
     */
    public static void write(Path file, boolean force, Content content) {
        OutputFile output = OutputFile.of(file, force);
        Path partial = output.partial();
        try {
            output.createFolder();
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
                Files.move(
                        partial, output.place(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(partial, output.place());
            }
        } catch (FileAlreadyExistsException e) {
            throw output.exists();
        } catch (IOException e) {
            throw output.failed(e);
        } finally {
            delete(partial);
        }
    }

    private static void delete(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            // A leftover under a partial name is never taken for a result.
        }
    }
}
