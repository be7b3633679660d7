package org.clickture.label;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A matched triad as bytes, while it is gathered: its order (8 bytes, big-endian), the length of what follows; then key
 * length and key, file, byte offset, clicks, number of labels, label ids (each less the one before), and to its end the
 * query. Numbers but the order are varints, 7 bits a byte, the low ones first.
 *
 * <p>An instance reads one record after the other. Not thread-safe.
 */
final class EvidenceRecord implements GatheredTriad {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int ORDER_BYTES = Long.BYTES;

    byte[] bytes = {};
    int keyFrom;
    int keyTo;
    int file;
    long byteOffset;
    long clicks;
    int labels;
    int[] labelIds = new int[8];
    int queryFrom;
    int queryTo;

    private int position;

    /** The order of the record at bytes[start]. */
    static long order(byte[] bytes, int start) {
        return (long) LONGS.get(bytes, start);
    }

    /** Where the record that begins at bytes[start] ends. */
    static int end(byte[] bytes, int start) {
        int at = start + ORDER_BYTES;
        int length = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = bytes[at++];
            length |= (b & 0x7F) << shift;
            if (b >= 0) {
                return at + length;
            }
        }
    }

    /** How many bytes a record takes in which so many follow the length. */
    static long bytes(long follow) {
        return ORDER_BYTES + varintBytes(follow) + follow;
    }

    /** How many bytes a number of at least 0 takes. */
    static int varintBytes(long number) {
        return (Long.SIZE + 6 - Long.numberOfLeadingZeros(number | 1)) / 7;
    }

    /** Writes the beginning of a record and returns where it goes on. */
    static int writeHead(byte[] bytes, int start, long order, int follow) {
        LONGS.set(bytes, start, order);
        return writeVarint(bytes, start + ORDER_BYTES, follow);
    }

    /** Writes a number of at least 0 and returns where it ends. */
    static int writeVarint(byte[] bytes, int start, long number) {
        int at = start;
        long rest = number;
        while (rest > 0x7F) {
            bytes[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
        return at;
    }

    /** Reads the record at chunk[start]. */
    void read(byte[] chunk, int start) {
        readIdentity(chunk, start);
        clicks = number();
        labels = (int) number();
        if (labelIds.length < labels) {
            labelIds = new int[2 * labels];
        }
        int id = 0;
        for (int i = 0; i < labels; i++) {
            id += (int) number();
            labelIds[i] = id;
        }
        queryFrom = position;
    }

    /** Reads no more of the record at chunk[start] than its key, file, byte offset and end. */
    void readIdentity(byte[] chunk, int start) {
        bytes = chunk;
        position = start + ORDER_BYTES;
        int follow = (int) number();
        queryTo = position + follow;
        int keyLength = (int) number();
        keyFrom = position;
        keyTo = keyFrom + keyLength;
        position = keyTo;
        file = (int) number();
        byteOffset = number();
    }

    /** By key (unsigned bytes), then file, then byte offset. */
    int compareTo(EvidenceRecord other) {
        int byKey = compareKey(other);
        if (byKey != 0) {
            return byKey;
        }
        return file != other.file ? Integer.compare(file, other.file) : Long.compare(byteOffset, other.byteOffset);
    }

    int compareKey(EvidenceRecord other) {
        return Arrays.compareUnsigned(bytes, keyFrom, keyTo, other.bytes, other.keyFrom, other.keyTo);
    }

    private long number() {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = bytes[position++];
            number |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return number;
            }
        }
    }

    @Override
    public int file() {
        return file;
    }

    @Override
    public long byteOffset() {
        return byteOffset;
    }

    @Override
    public long clicks() {
        return clicks;
    }

    @Override
    public int labels() {
        return labels;
    }

    @Override
    public int labelId(int i) {
        return labelIds[i];
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public int queryFrom() {
        return queryFrom;
    }

    @Override
    public int queryTo() {
        return queryTo;
    }
}
