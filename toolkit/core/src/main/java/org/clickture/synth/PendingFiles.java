package org.clickture.synth;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Files that are written beside their names and moved there together when all of them are complete; without {@link
 * #commit()} nothing stays. Not thread-safe.
 */
final class PendingFiles implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Map<Path, Path> partialOfTarget = new LinkedHashMap<>();

    /**
     * Begins a file. A name that ends in {@code .gz} or {@code .zst} is compressed so; the header of neither holds a time
     * or a name.
     */
    OutputStream create(Path target) throws IOException {
        String name = String.valueOf(target.getFileName());
        Path partial = target.resolveSibling(
                "." + name + ".partial-" + ProcessHandle.current().pid());
        OutputStream file = Files.newOutputStream(partial);
        partialOfTarget.put(target, partial);
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
        for (Map.Entry<Path, Path> file : partialOfTarget.entrySet()) {
            Files.move(
                    file.getValue(),
                    file.getKey(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
        partialOfTarget.clear();
    }

    /** Deletes what was not committed. */
    @Override
    public void close() throws IOException {
        for (Path partial : partialOfTarget.values()) {
            Files.deleteIfExists(partial);
        }
    }
}
