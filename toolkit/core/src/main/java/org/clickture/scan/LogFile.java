package org.clickture.scan;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.clickture.ClicktureException;

/**
 * One file of a click log.
 *
 * @param name as it was given, or found in a folder that was given
 * @param path where it is
 * @param bytes its size on disk
 */
public record LogFile(String name, Path path, long bytes) {

    private static final int BUFFER_BYTES = 1 << 16;

    /** Whether it can only be read from front to back. */
    boolean isCompressed() {
        return name.endsWith(".gz") || name.endsWith(".zst");
    }

    /** Opens its bytes as they are on disk. */
    InputStream openRaw() throws IOException {
        return new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES);
    }

    /** The text of the file, given its bytes as they are on disk: all members of a .gz, all frames of a .zst. */
    InputStream decompress(InputStream raw) throws IOException {
        if (name.endsWith(".gz")) {
            return GzipCompressorInputStream.builder()
                    .setInputStream(raw)
                    .setDecompressConcatenated(true)
                    .get();
        }
        return name.endsWith(".zst") ? new ZstdInputStreamNoFinalizer(raw) : raw;
    }

    /**
     * The first bytes of its text, at most {@code maxBytes}.
     *
     * @throws ClicktureException if it is not compressed as its name says
     */
    byte[] head(int maxBytes) throws IOException {
        if (bytes == 0) {
            return new byte[0];
        }
        try (InputStream raw = openRaw()) {
            if (isCompressed()) {
                raw.mark(maxBytes);
                LogCheck.checkCompressed(name, raw.readNBytes(maxBytes));
                raw.reset();
            }
            try (InputStream in = decompress(raw)) {
                return in.readNBytes(maxBytes);
            }
        }
    }
}
