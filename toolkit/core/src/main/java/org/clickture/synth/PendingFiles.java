package org.clickture.synth;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.clickture.OutputFile;

/**
 * Files that are written beside their names and moved there together when all of them are complete; without {@link
 * #commit()} nothing stays. Not thread-safe.
 */
final class PendingFiles implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final List<OutputFile> pending = new ArrayList<>();

    /**
     * Begins a file; makes the folders above it that are missing. A name that ends in {@code .gz} or {@code .zst} is compressed
     * so; the header of neither holds a time or a name.
     */
    OutputStream create(OutputFile target) throws IOException {
        target.createFolder();
        OutputStream file = Files.newOutputStream(target.partial());
        pending.add(target);
        String name = String.valueOf(target.named().getFileName());
        if (name.endsWith(".gz")) {
            return new BufferedOutputStream(new GZIPOutputStream(file, BUFFER_BYTES), BUFFER_BYTES);
        }
        if (name.endsWith(".zst")) {
            return new BufferedOutputStream(new ZstdOutputStream(file), BUFFER_BYTES);
        }
        return new BufferedOutputStream(file, BUFFER_BYTES);
    }

    /** Moves all files to their names; their streams must be closed. */
    void commit() throws IOException {
        for (OutputFile file : pending) {
            Files.move(
                    file.partial(), file.place(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        pending.clear();
    }

    /** Deletes what was not committed. */
    @Override
    public void close() throws IOException {
        for (OutputFile file : pending) {
            Files.deleteIfExists(file.partial());
        }
    }
}
