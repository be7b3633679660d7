package org.clickture.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A whole file of any size, mapped for reading only. A Java buffer ends at 2 GiB, so the file is mapped in windows that
 * begin every GiB and are up to 2 GiB long: every stretch of up to 1 GiB lies whole in one of them.
 *
 * <p>Safe for use by several threads. The mapping has no end that could be forced: the system takes it back when the
 * last buffer is garbage. The file must not be made shorter meanwhile; replacing it by renaming harms nobody.
 */
final class MappedFile {

    /** The longest stretch, in bytes. */
    static final long MAX_STRETCH = 1L << 30;

    private final Path file;
    private final long size;
    private final ByteBuffer[] windows;

    private MappedFile(Path file, long size, ByteBuffer[] windows) {
        this.file = file;
        this.size = size;
        this.windows = windows;
    }

    static MappedFile open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            ByteBuffer[] windows = new ByteBuffer[Math.toIntExact(size / MAX_STRETCH + 1)];
            for (int i = 0; i < windows.length; i++) {
                long from = i * MAX_STRETCH;
                windows[i] = channel.map(MapMode.READ_ONLY, from, Math.min(size - from, Integer.MAX_VALUE));
            }
            return new MappedFile(file, size, windows);
        }
    }

    Path file() {
        return file;
    }

    /** In bytes. */
    long size() {
        return size;
    }

    /**
     * The bytes [from, to) of the file as a little-endian buffer of their own, which cannot be read beyond its ends.
     *
     * @throws IndexOutOfBoundsException if they are not all in the file or more than {@link #MAX_STRETCH}
     */
    ByteBuffer slice(long from, long to) {
        if (from < 0 || to < from || to > size || to - from > MAX_STRETCH) {
            throw new IndexOutOfBoundsException("[%d, %d) of %d bytes of %s".formatted(from, to, size, file));
        }
        return windows[(int) (from / MAX_STRETCH)]
                .slice((int) (from % MAX_STRETCH), (int) (to - from))
                .order(ByteOrder.LITTLE_ENDIAN);
    }
}
