package org.clickture.run;

import java.util.ArrayList;
import java.util.List;
import org.clickture.store.Xxh64;

/**
 * A sample of rows that depends on nothing but their bytes: of all different rows the few whose first 256 bytes have the
 * smallest XXH64. Rows that begin with the same 256 bytes are one; it stands where the first of them stands. Not
 * thread-safe.
 */
final class RowSample {

    private final int size;
    /** The rows by their hash, then by their bytes. */
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(long hash, RowFields row) {

        int compareContent(Entry other) {
            int byHash = Long.compareUnsigned(hash, other.hash);
            return byHash != 0 ? byHash : row.compareBytes(other.row);
        }
    }

    /** @param size how many rows to keep, at least 0 */
    RowSample(int size) {
        this.size = size;
    }

    /** Takes the row in bytes[from, to) into account; copies it if it is in the sample. */
    void add(byte[] bytes, int from, int to, int file, long byteOffset) {
        if (size == 0) {
            return;
        }
        long hash = Xxh64.hash(bytes, from, Math.min(to, from + RowFields.HEAD_BYTES));
        if (entries.size() < size
                || Long.compareUnsigned(hash, entries.get(size - 1).hash()) <= 0) {
            add(new Entry(hash, RowFields.copyHead(bytes, from, to, file, byteOffset)));
        }
    }

    /** Takes what another sample has seen into account. */
    void add(RowSample other) {
        other.entries.forEach(this::add);
    }

    private void add(Entry entry) {
        int place = 0;
        while (place < entries.size() && entries.get(place).compareContent(entry) < 0) {
            place++;
        }
        if (place < entries.size() && entries.get(place).compareContent(entry) == 0) {
            if (RowFields.byPlace().compare(entry.row(), entries.get(place).row()) < 0) {
                entries.set(place, entry);
            }
            return;
        }
        entries.add(place, entry);
        if (entries.size() > size) {
            entries.remove(size);
        }
    }

    /** The rows of the sample. */
    List<RowFields> rows() {
        return entries.stream().map(Entry::row).toList();
    }
}
