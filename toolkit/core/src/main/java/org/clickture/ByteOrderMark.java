package org.clickture;

/** The byte order mark that some programs write at the start of a UTF-8 file. */
public final class ByteOrderMark {

    private static final String MARK = "\uFEFF";

    private ByteOrderMark() {}

    /** How many of the first bytes of a file are a byte order mark: 3 or 0. */
    public static int length(byte[] head) {
        boolean mark = head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF;
        return mark ? 3 : 0;
    }

    /** The text of a file, or its first line, without a byte order mark. */
    public static String strip(String text) {
        return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
    }
}
