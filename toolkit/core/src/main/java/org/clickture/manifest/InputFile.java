package org.clickture.manifest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * A file that a result was made from or that belongs to it.
 *
 * @param name as it was given; for the store's own files the name inside the store
 * @param bytes its size on disk
 * @param crc32c CRC-32C (Castagnoli) of its bytes on disk, 8 lower-case hexadecimal digits
 */
public record InputFile(String name, long bytes, String crc32c) {

    private static final int CHUNK_BYTES = 1 << 18;

    /**
     * Reads a whole file and describes it.
     *
     * @param name how the manifest is to call it
     * @throws IOException if the file cannot be read
     */
    public static InputFile of(String name, Path file) throws IOException {
        CRC32C crc = new CRC32C();
        long bytes = 0;
        ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (channel.read(chunk) >= 0) {
                bytes += chunk.flip().remaining();
                crc.update(chunk);
                chunk.clear();
            }
        }
        return new InputFile(name, bytes, hex(crc));
    }

    /** How a manifest writes a checksum. */
    public static String hex(CRC32C crc) {
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
