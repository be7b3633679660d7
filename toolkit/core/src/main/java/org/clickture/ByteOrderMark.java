package org.clickture;

/** The byte order mark that some programs write at the start of a UTF-8 file. */
public final class ByteOrderMark {

    private ByteOrderMark() {}

    /** How many of the first bytes of a file are a byte order mark: 3 or 0. */
    public static int length(byte[] head) {
        boolean mark = head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF;
        return mark ? 3 : 0;
    }
}
