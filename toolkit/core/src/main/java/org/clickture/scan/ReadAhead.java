package org.clickture.scan;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of another stream: at first read when they are wanted, after {@link #start()} by a thread of its own a few
 * MiB before. What the other stream throws is thrown here behind the bytes that it gave before. Not thread-safe.
 */
final class ReadAhead extends InputStream {

    private static final int BLOCK_BYTES = 1 << 20;
    private static final int BLOCKS = 3;
    private static final long LOOK_MILLIS = 100;

    /** Bytes in [0, filled) of an array; the last block of a stream says why there is no other. */
    private static final class Block {

        private final byte[] bytes = new byte[BLOCK_BYTES];
        private int filled;
        private boolean last;
        private @Nullable Throwable failure;
    }

    private final InputStream source;
    private final BlockingQueue<Block> empty = new ArrayBlockingQueue<>(BLOCKS);
    private final BlockingQueue<Block> full = new ArrayBlockingQueue<>(BLOCKS);
    private @Nullable Thread reader;
    private @Nullable Block block;
    private int position;

    /** @param source is not closed; nobody else may read it until this is closed */
    ReadAhead(InputStream source) {
        this.source = source;
    }

    boolean isStarted() {
        return reader != null;
    }

    /** Lets a thread read from now on; to be called once. */
    void start() {
        for (int i = 0; i < BLOCKS; i++) {
            empty.add(new Block());
        }
        Thread thread = new Thread(this::readAll, "clickture-decompress");
        thread.setDaemon(true);
        thread.start();
        reader = thread;
    }

    private void readAll() {
        try {
            for (boolean last = false; !last; ) {
                Block next = empty.take();
                fill(next);
                last = next.last;
                full.put(next);
            }
        } catch (InterruptedException e) {
            // Closed: nobody waits.
        }
    }

    private void fill(Block next) {
        next.filled = 0;
        try {
            while (next.filled < BLOCK_BYTES && !next.last) {
                int read = source.read(next.bytes, next.filled, BLOCK_BYTES - next.filled);
                next.filled += Math.max(0, read);
                next.last = read < 0;
            }
        } catch (Throwable e) {
            next.failure = e;
            next.last = true;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Thread thread = reader;
        if (thread == null) {
            return source.read(target, offset, length);
        }
        if (length == 0) {
            return 0;
        }
        Block from = block;
        while (from == null || position == from.filled) {
            if (from != null && from.last) {
                if (from.failure != null) {
                    throw rethrow(from.failure);
                }
                return -1;
            }
            from = next(from, thread);
        }
        int count = Math.min(length, from.filled - position);
        System.arraycopy(from.bytes, position, target, offset, count);
        position += count;
        return count;
    }

    /** Gives a block back and waits for the next one. */
    private Block next(@Nullable Block used, Thread thread) throws IOException {
        try {
            if (used != null) {
                empty.put(used);
            }
            Block next = full.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            while (next == null) {
                boolean ended = !thread.isAlive();
                next = full.poll(ended ? 0 : LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (ended && next == null) {
                    throw new OutOfMemoryError("the heap was too full for the thread that decompresses");
                }
            }
            block = next;
            position = 0;
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static IOException rethrow(Throwable failure) {
        if (failure instanceof IOException e) {
            return e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
        throw (RuntimeException) failure;
    }

    /** Returns when the thread has ended: from then on nobody but the caller uses the source. */
    @Override
    public void close() {
        Thread thread = reader;
        if (thread == null) {
            return;
        }
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
