package org.clickture.label;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.List;

/**
 * The matched triads that one worker has seen, as records in byte chunks: a long or two of heap for each besides its
 * bytes. Not thread-safe; {@link GatheredTriads} puts the logs of all workers together.
 *
 * <p>A record is: file, byte offset, clicks, number of labels, label ids (each less the one before), key length and key,
 * query length and query; all numbers are varints.
 */
public final class EvidenceLog {

    private static final int CHUNK_BYTES = 1 << 20;
    private static final int MAX_VARINT_BYTES = 10;

    private final List<byte[]> chunks = new ArrayList<>();
    private byte[] chunk = {};
    private int position;

    /** For each record what it is grouped by. */
    final LongArrayList orders = new LongArrayList();
    /** For each record the number of its chunk (high 32 bits) and its place there (low 32 bits). */
    final LongArrayList places = new LongArrayList();

    /**
     * Adds a triad.
     *
     * @param order what triads are grouped by, as an unsigned number; equal keys must have equal orders
     * @param key holds the image key in [0, keyLength); copied
     * @param labelIds holds the labels that the query names, growing, in [0, labelCount), at least one; copied
     * @param clicks at least 1
     * @param file position of the triad's file in the list of files
     * @param byteOffset where its row begins there
     * @param query holds the query's bytes in [queryFrom, queryTo); copied
     */
    public void add(
            long order,
            byte[] key,
            int keyLength,
            int[] labelIds,
            int labelCount,
            long clicks,
            int file,
            long byteOffset,
            byte[] query,
            int queryFrom,
            int queryTo) {
        int queryLength = queryTo - queryFrom;
        reserve((6L + labelCount) * MAX_VARINT_BYTES + keyLength + queryLength);
        orders.add(order);
        places.add((long) (chunks.size() - 1) << 32 | position);
        write(file);
        write(byteOffset);
        write(clicks);
        write(labelCount);
        int previous = 0;
        for (int i = 0; i < labelCount; i++) {
            write(labelIds[i] - previous);
            previous = labelIds[i];
        }
        write(keyLength);
        write(key, 0, keyLength);
        write(queryLength);
        write(query, queryFrom, queryLength);
    }

    /** The chunk with a number that stands in {@link #places}. */
    byte[] chunk(int number) {
        return chunks.get(number);
    }

    private void reserve(long bytes) {
        if (chunk.length - position < bytes) {
            chunk = new byte[Math.toIntExact(Math.max(CHUNK_BYTES, bytes))];
            chunks.add(chunk);
            position = 0;
        }
    }

    private void write(long number) {
        long rest = number;
        while (rest > 0x7F) {
            chunk[position++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        chunk[position++] = (byte) rest;
    }

    private void write(byte[] bytes, int from, int length) {
        System.arraycopy(bytes, from, chunk, position, length);
        position += length;
    }
}
