package org.clickture.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.clickture.label.Overflow;

/**
 * What the map will get, in blocks of neighbouring images, in the order of {@link
 * org.clickture.label.GatheredImages#forEach}: in the heap as far as the memory goes, the rest in the overflow. One
 * thread adds blocks; then any number may read them.
 *
 * <p>An entry is: the length of its evidence, the lengths of the key and the labels, the key, and the labels as the
 * map's value has them; numbers are {@link ByteSink}'s. Where its evidence begins follows from the entries before.
 */
final class ImageEntries {

    private final long memoryBytes;
    private final Supplier<? extends Overflow> overflow;
    private final List<Block> blocks = new ArrayList<>();
    private long heapBytes;

    /** @param overflow asked when the memory is full */
    ImageEntries(long memoryBytes, Supplier<? extends Overflow> overflow) {
        this.memoryBytes = memoryBytes;
        this.overflow = overflow;
    }

    /** The entries of images whose orders are in [firstOrder, lastOrder], unsigned. */
    private record Block(long firstOrder, long lastOrder, long evidenceOffset, int length, Supplier<byte[]> bytes) {}

    /**
     * Adds a block behind those before.
     *
     * @param sink holds the entries; copied
     * @param firstOrder the order of the first image, {@link #order}
     * @param lastOrder the order of the last image
     * @param evidenceOffset where the evidence of the first image begins in its file
     */
    void add(ByteSink sink, long firstOrder, long lastOrder, long evidenceOffset) {
        int length = sink.length();
        Supplier<byte[]> bytes;
        if (heapBytes + length <= memoryBytes) {
            heapBytes += length;
            byte[] kept = Arrays.copyOf(sink.bytes(), length);
            bytes = () -> kept;
        } else {
            Overflow file = overflow.get();
            long byteOffset = file.reserve(length);
            file.write(byteOffset, sink.bytes(), 0, length);
            bytes = () -> read(file, byteOffset, length);
        }
        blocks.add(new Block(firstOrder, lastOrder, evidenceOffset, length, bytes));
    }

    private static byte[] read(Overflow file, long byteOffset, int length) {
        byte[] bytes = new byte[length];
        file.read(byteOffset, bytes, 0, length);
        return bytes;
    }

    /** What images are ordered by. */
    static long order(long hash) {
        return Long.reverse(hash);
    }

    /** A walk over the entries with orders in [firstOrder, lastOrder], unsigned. */
    Cursor cursor(long firstOrder, long lastOrder) {
        return new Cursor(firstOrder, lastOrder);
    }

    /** Reads the entries of a block, one after the other. Not thread-safe. */
    static final class Reader {

        private final byte[] bytes;
        private final int end;
        private int position;
        private long nextEvidenceOffset;

        private long evidenceOffset;
        private int keyFrom;
        private int keyTo;
        private int labelsTo;

        /** Reads bytes[0, end); the evidence of the first image begins at the offset. */
        Reader(byte[] bytes, int end, long evidenceOffset) {
            this.bytes = bytes;
            this.end = end;
            this.nextEvidenceOffset = evidenceOffset;
        }

        /** Moves to the next entry; false behind the last one. */
        boolean next() {
            if (position == end) {
                return false;
            }
            evidenceOffset = nextEvidenceOffset;
            nextEvidenceOffset += number();
            int keyLength = (int) number();
            int labelsLength = (int) number();
            keyFrom = position;
            keyTo = keyFrom + keyLength;
            labelsTo = keyTo + labelsLength;
            position = labelsTo;
            return true;
        }

        private long number() {
            long number = 0;
            for (int shift = 0; ; shift += 7) {
                byte b = bytes[position++];
                number |= (b & 127L) << shift;
                if (b >= 0) {
                    return number;
                }
            }
        }

        /** XXH64 of the key. */
        long hash() {
            return Xxh64.hash(bytes, keyFrom, keyTo);
        }

        int keyLength() {
            return keyTo - keyFrom;
        }

        int valueLength() {
            return ByteSink.numberBytes(evidenceOffset) + labelsTo - keyTo;
        }

        /** The key as the map has it; a new array. */
        byte[] key() {
            return Arrays.copyOfRange(bytes, keyFrom, keyTo);
        }

        /** The value as the map has it; a new array. */
        byte[] value() {
            byte[] value = new byte[valueLength()];
            int at = ByteSink.number(value, 0, evidenceOffset);
            System.arraycopy(bytes, keyTo, value, at, labelsTo - keyTo);
            return value;
        }
    }

    /** Walks over entries, block by block. Not thread-safe. */
    final class Cursor {

        private final long firstOrder;
        private final long lastOrder;
        private int nextBlock;
        private Reader entry = new Reader(new byte[0], 0, 0);

        private Cursor(long firstOrder, long lastOrder) {
            this.firstOrder = firstOrder;
            this.lastOrder = lastOrder;
        }

        /** Moves to the next entry; false behind the last one. */
        boolean next() {
            while (entry.next() || nextBlock()) {
                long order = order(entry.hash());
                if (Long.compareUnsigned(order, lastOrder) > 0) {
                    return false;
                }
                if (Long.compareUnsigned(order, firstOrder) >= 0) {
                    return true;
                }
            }
            return false;
        }

        /** Moves to the first entry of the next block that has one of ours. */
        private boolean nextBlock() {
            while (nextBlock < blocks.size()) {
                Block block = blocks.get(nextBlock++);
                if (Long.compareUnsigned(block.firstOrder(), lastOrder) > 0) {
                    return false;
                }
                if (Long.compareUnsigned(block.lastOrder(), firstOrder) >= 0) {
                    entry = new Reader(block.bytes().get(), block.length(), block.evidenceOffset());
                    return entry.next();
                }
            }
            return false;
        }

        /** The entry. */
        Reader entry() {
            return entry;
        }
    }
}
