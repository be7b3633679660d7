package org.clickture.resolve;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Opens a file that may be compressed. */
final class CompressedFile {

    private static final int MAGIC_BYTES = 4;
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] ZSTANDARD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};

    private CompressedFile() {}

    /**
     * What is in a file, decompressed if it is gzip or Zstandard. Its first bytes say so, whatever its name is: a pipe has none.
     * Only where they do not, the name does.
     *
     * @return to be closed, which closes the file
     * @throws IOException if the file cannot be opened or is not compressed as its name says
     */
    static InputStream open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        try {
            return decompressed(raw, file.toString());
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private static InputStream decompressed(InputStream raw, String name) throws IOException {
        PushbackInputStream in = new PushbackInputStream(raw, MAGIC_BYTES) {
            /** Of a pipe the stream cannot tell, and throws. */
            @Override
            public int available() {
                return 0;
            }
        };
        byte[] magic = in.readNBytes(MAGIC_BYTES);
        in.unread(magic);
        if (startsWith(magic, GZIP)) {
            return gzip(in);
        }
        if (startsWith(magic, ZSTANDARD)) {
            return new ZstdInputStream(in);
        }
        if (name.endsWith(".gz")) {
            return gzip(in);
        }
        return name.endsWith(".zst") ? new ZstdInputStream(in) : in;
    }

    private static InputStream gzip(InputStream in) throws IOException {
        return GzipCompressorInputStream.builder()
                .setInputStream(in)
                .setDecompressConcatenated(true)
                .get();
    }

    private static boolean startsWith(byte[] bytes, byte[] signature) {
        return Arrays.equals(Arrays.copyOf(bytes, signature.length), signature);
    }
}
