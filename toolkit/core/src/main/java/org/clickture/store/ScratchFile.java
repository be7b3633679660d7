package org.clickture.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.clickture.ClicktureException;
import org.clickture.label.Overflow;

/**
 * A file for what the memory does not take. It is deleted when it is closed; on most systems its name is gone at once
 * and the system takes the space back however the process ends. Safe for use by several threads.
 */
public final class ScratchFile implements Overflow, AutoCloseable {

    /** The JDK copies arrays to memory of its own, as large as the array, and keeps that for each thread. */
    private static final int TRANSFER_BYTES = 1 << 18;

    private final Path file;
    private final FileChannel channel;
    private final AtomicLong end = new AtomicLong();

    private ScratchFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Makes a new file. */
    static ScratchFile create(Path file) throws IOException {
        return new ScratchFile(
                file,
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE));
    }

    /**
     * Makes a new file in the system's folder for temporary files.
     *
     * @throws ClicktureException if that cannot be written
     */
    public static ScratchFile temporary() {
        try {
            Path file = Files.createTempFile("clickture-", ".tmp");
            return new ScratchFile(
                    file,
                    FileChannel.open(
                            file,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException e) {
            throw IoFailures.of("cannot write", Path.of(System.getProperty("java.io.tmpdir", "")), e);
        }
    }

    @Override
    public long reserve(long bytes) {
        return end.getAndAdd(bytes);
    }

    @Override
    public void write(long byteOffset, byte[] bytes, int from, int to) {
        Objects.checkFromToIndex(from, to, bytes.length);
        try {
            long at = byteOffset;
            for (int start = from; start < to; ) {
                int written = channel.write(ByteBuffer.wrap(bytes, start, Math.min(TRANSFER_BYTES, to - start)), at);
                start += written;
                at += written;
            }
        } catch (IOException e) {
            throw failure("cannot write the temporary file", e);
        }
    }

    @Override
    public void read(long byteOffset, byte[] bytes, int from, int to) {
        Objects.checkFromToIndex(from, to, bytes.length);
        try {
            long at = byteOffset;
            for (int start = from; start < to; ) {
                int read = channel.read(ByteBuffer.wrap(bytes, start, Math.min(TRANSFER_BYTES, to - start)), at);
                if (read < 0) {
                    throw new EOFException("it ends at byte offset " + at);
                }
                start += read;
                at += read;
            }
        } catch (IOException e) {
            throw failure("cannot read the temporary file", e);
        }
    }

    private ClicktureException failure(String action, IOException cause) {
        return new ClicktureException(
                action + " " + file + ": " + IoFailures.reason(cause)
                        + ". The run needs it since what matched has outgrown its memory.",
                cause);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
