package org.clickture.scan;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32C;

/**
 * The bytes of a compressed file as they are on disk, counted and checksummed while they are read. One thread reads;
 * another may take the count meanwhile.
 */
final class RawBytes extends FilterInputStream {

    private final CRC32C crc = new CRC32C();
    private final AtomicLong count = new AtomicLong();

    RawBytes(InputStream in) {
        super(in);
    }

    /** The bytes read since the last call. */
    long takeCount() {
        return count.getAndSet(0);
    }

    /** CRC-32C of all bytes read. */
    int crc32c() {
        return (int) crc.getValue();
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            crc.update(b);
            count.incrementAndGet();
        }
        return b;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read > 0) {
            crc.update(target, offset, read);
            count.addAndGet(read);
        }
        return read;
    }

    /** Bytes that are read twice would count twice. */
    @Override
    public boolean markSupported() {
        return false;
    }
}
