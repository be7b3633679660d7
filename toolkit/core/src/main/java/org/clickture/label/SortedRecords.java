package org.clickture.label;

import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The records of a part, taken from all runs and sorted by order (unsigned), key, file and byte offset. Not thread-safe.
 */
final class SortedRecords implements EvidenceRun.Records {

    private static final int FIRST_CAPACITY = 1 << 12;

    /** The arrays that hold the records. */
    private final List<byte[]> arrays = new ArrayList<>();
    /** Orders with their sign bit flipped, so that they sort as unsigned numbers. */
    private long[] orders = new long[FIRST_CAPACITY];
    /** Number of the array (high 32 bits) and place in it (low 32 bits). */
    private long[] places = new long[FIRST_CAPACITY];

    private int size;

    @Override
    public void begin(byte[] bytes) {
        arrays.add(bytes);
    }

    @Override
    public void add(long order, int place) {
        if (size == orders.length) {
            int larger = Math.addExact(size, size >> 1);
            orders = Arrays.copyOf(orders, larger);
            places = Arrays.copyOf(places, larger);
        }
        orders[size] = order ^ Long.MIN_VALUE;
        places[size++] = (long) (arrays.size() - 1) << 32 | place;
    }

    int size() {
        return size;
    }

    /** Whether two records have the same order, as those of one image have. */
    boolean sameOrder(int a, int b) {
        return orders[a] == orders[b];
    }

    /** Reads a record, by its position in the sorted sequence. */
    void read(int position, EvidenceRecord record) {
        record.read(array(places[position]), (int) places[position]);
    }

    /** As {@link #read}, of what {@link EvidenceRecord#readIdentity} reads. */
    void readIdentity(int position, EvidenceRecord record) {
        readIdentity(places[position], record);
    }

    private void readIdentity(long place, EvidenceRecord record) {
        record.readIdentity(array(place), (int) place);
    }

    private byte[] array(long place) {
        return arrays.get((int) (place >>> 32));
    }

    void sort() {
        LongArrays.radixSort(orders, places, 0, size);
        EvidenceRecord a = new EvidenceRecord();
        EvidenceRecord b = new EvidenceRecord();
        for (int from = 0, to; from < size; from = to) {
            to = from + 1;
            while (to < size && orders[to] == orders[from]) {
                to++;
            }
            // By place, they are sorted already where one worker has seen them all.
            if (!isSorted(from, to, a, b)) {
                LongArrays.quickSort(places, from, to, (x, y) -> {
                    readIdentity(x, a);
                    readIdentity(y, b);
                    return a.compareTo(b);
                });
            }
        }
    }

    private boolean isSorted(int from, int to, EvidenceRecord a, EvidenceRecord b) {
        EvidenceRecord before = a;
        EvidenceRecord next = b;
        readIdentity(places[from], before);
        for (int i = from + 1; i < to; i++) {
            readIdentity(places[i], next);
            if (before.compareTo(next) > 0) {
                return false;
            }
            EvidenceRecord swap = before;
            before = next;
            next = swap;
        }
        return true;
    }
}
