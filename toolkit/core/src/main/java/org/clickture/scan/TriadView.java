package org.clickture.scan;

/** A well-formed row as bytes, without copies. Reused for the next row. */
public final class TriadView {

    byte[] bytes = {};
    int rowFrom;
    int rowTo;
    int keyFrom;
    int keyTo;
    int queryFrom;
    int queryTo;
    long clicks;
    int file;
    long byteOffset;

    TriadView() {}

    /** The array that the other getters point into. */
    public byte[] bytes() {
        return bytes;
    }

    public int rowFrom() {
        return rowFrom;
    }

    /** Exclusive; the row's end, LF or CR LF, is not counted. */
    public int rowTo() {
        return rowTo;
    }

    public int keyFrom() {
        return keyFrom;
    }

    /** Exclusive. */
    public int keyTo() {
        return keyTo;
    }

    public int queryFrom() {
        return queryFrom;
    }

    /** Exclusive. */
    public int queryTo() {
        return queryTo;
    }

    /** 1 to 999,999,999,999,999. */
    public long clicks() {
        return clicks;
    }

    /** Position of the row's file in the list of files. */
    public int file() {
        return file;
    }

    /** Where the row begins in the file's text. */
    public long byteOffset() {
        return byteOffset;
    }
}
