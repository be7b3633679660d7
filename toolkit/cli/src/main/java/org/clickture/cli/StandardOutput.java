package org.clickture.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import org.clickture.ClicktureException;
import org.jspecify.annotations.Nullable;

/**
 * Standard output, buffered. A writer that wraps it cannot swallow its failures, as they come unchecked: a reader that has
 * gone ({@code | head}) as {@link Closed}, a full disk as {@link ClicktureException}. After a failure it takes everything
 * and writes nothing. Not thread-safe.
 */
final class StandardOutput extends OutputStream {

    /** Nobody reads any more: the run may end at once and quietly. */
    static final class Closed extends RuntimeException {
        private Closed(IOException cause) {
            super("standard output was closed", cause);
        }
    }

    private static final int BUFFER_BYTES = 1 << 16;
    private static final Path NAME = Path.of("-");

    private final BufferedOutputStream out;
    private boolean failed;

    StandardOutput(OutputStream out) {
        this.out = new BufferedOutputStream(out, BUFFER_BYTES);
    }

    /** Whether somebody who names this place for a file means standard output: by {@code -}, not by {@code ./-}. */
    static boolean isMeantBy(@Nullable Path path) {
        return NAME.equals(path);
    }

    @Override
    public void write(int b) {
        run(() -> out.write(b));
    }

    @Override
    public void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        run(() -> out.write(bytes, from, length));
    }

    @Override
    public void flush() {
        run(out::flush);
    }

    private void run(Write write) {
        if (failed) {
            return;
        }
        try {
            write.run();
        } catch (IOException e) {
            failed = true;
            String message = String.valueOf(e.getMessage());
            // "Broken pipe", "The pipe is being closed"; translations of it name the pipe too.
            if (message.toLowerCase(Locale.ROOT).contains("pipe")) {
                throw new Closed(e);
            }
            throw new ClicktureException("cannot write to standard output: " + message, e);
        }
    }

    private interface Write {
        void run() throws IOException;
    }
}
