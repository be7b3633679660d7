package org.clickture;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads UTF-8 text, without a byte order mark before it. Where other readers would put U+FFFD, this one throws: for files
 * that people write, in which no byte may change silently. Not thread-safe.
 */
public final class Utf8Reader extends Reader {

    private static final int BUFFER_BYTES = 1 << 13;
    private static final int MARK_BYTES = 3;

    private final InputStream in;
    private final Path file;
    private final String what;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(BUFFER_BYTES).limit(0);
    private long bytesRead;
    private long line = 1;
    private boolean begun;
    private boolean atEnd;

    /**
     * A reader of a file's text.
     *
     * @param in the text's bytes; closed with the reader
     * @param file named in errors
     * @param what what it is, such as "lexicon", for errors
     */
    public Utf8Reader(InputStream in, Path file, String what) {
        this.in = in;
        this.file = file;
        this.what = what;
    }

    /**
     * Reads characters.
     *
     * @throws ClicktureException behind the last character before a byte that is no UTF-8, with its line and offset in the text
     */
    @Override
    public int read(char[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!chars.hasRemaining() && !decode()) {
            return -1;
        }
        int count = Math.min(length, chars.remaining());
        chars.get(target, from, count);
        return count;
    }

    /** Decodes some characters; false at the end of the text. */
    private boolean decode() throws IOException {
        if (!begun) {
            begun = true;
            begin();
        }
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, atEnd);
        while (chars.position() == 0 && result.isUnderflow() && !atEnd) {
            fill();
            result = decoder.decode(bytes, chars, atEnd);
        }
        chars.flip();
        if (!chars.hasRemaining() && result.isError()) {
            throw new ClicktureException(file + ":" + line + ": the " + what + " is not UTF-8 at byte offset "
                    + (bytesRead - bytes.remaining()) + "; save it as plain UTF-8 text");
        }
        line += chars.chars().filter(character -> character == '\n').count();
        return chars.hasRemaining();
    }

    private void begin() throws IOException {
        while (bytes.remaining() < MARK_BYTES && !atEnd) {
            fill();
        }
        bytes.position(ByteOrderMark.length(Arrays.copyOf(bytes.array(), bytes.limit())));
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        atEnd = count < 0;
        bytesRead += Math.max(0, count);
        bytes.position(bytes.position() + Math.max(0, count)).flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
