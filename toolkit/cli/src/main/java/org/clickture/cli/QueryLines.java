package org.clickture.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import org.clickture.ClicktureException;
import org.clickture.run.QueryMatcher;

/**
 * Matches queries line by line: LF or CR LF end a line, the last may lack it; other bytes are passed on as they came.
 * Memory grows with the longest line only. Not thread-safe.
 */
final class QueryLines {

    private static final byte[] OPEN = "true\t".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SHUT = "false\t".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_LINE_BYTES = 1 << 30;

    private final Function<byte[], QueryMatcher.Match> matcher;
    private final OutputStream out;
    private byte[] buffer = new byte[1 << 16];

    QueryLines(Function<byte[], QueryMatcher.Match> matcher, OutputStream out) {
        this.matcher = matcher;
        this.out = out;
    }

    void matchAll(InputStream queries) throws IOException {
        int filled = 0;
        for (int read; (read = queries.read(buffer, filled, buffer.length - filled)) >= 0; ) {
            int end = filled + read;
            int rest = matchLines(filled, end);
            filled = end - rest;
            System.arraycopy(buffer, rest, buffer, 0, filled);
            if (filled == buffer.length) {
                grow();
            }
            // Before the next read may wait: whoever types a query sees its answer.
            out.flush();
        }
        if (filled > 0) {
            matchLine(0, filled);
        }
        out.flush();
    }

    /** Matches the whole lines in [0, end), of which [0, searched) holds no line end, and returns where the rest begins. */
    private int matchLines(int searched, int end) throws IOException {
        int lineFrom = 0;
        for (int i = searched; i < end; i++) {
            if (buffer[i] == '\n') {
                matchLine(lineFrom, i);
                lineFrom = i + 1;
            }
        }
        return lineFrom;
    }

    private void matchLine(int from, int to) throws IOException {
        int end = to > from && buffer[to - 1] == '\r' ? to - 1 : to;
        byte[] query = Arrays.copyOfRange(buffer, from, end);
        QueryMatcher.Match match = matcher.apply(query);
        out.write(match.gate() ? OPEN : SHUT);
        if (!match.labels().isEmpty()) {
            out.write(String.join(";", match.labels()).getBytes(StandardCharsets.UTF_8));
        }
        out.write('\t');
        out.write(query);
        out.write('\n');
    }

    private void grow() {
        if (buffer.length >= MAX_LINE_BYTES) {
            throw new ClicktureException("a line of the queries is longer than " + MAX_LINE_BYTES
                    + " bytes; is this a file with one query a line?");
        }
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
}
