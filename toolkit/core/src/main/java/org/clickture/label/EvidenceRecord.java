package org.clickture.label;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/** Reads one record of an {@link EvidenceLog}. Reused for the next one. Not thread-safe. */
final class EvidenceRecord {

    byte[] bytes = {};
    int file;
    long byteOffset;
    long clicks;
    final IntArrayList labelIds = new IntArrayList();
    int keyFrom;
    int keyTo;
    int queryFrom;
    int queryTo;

    private int position;

    void read(byte[] chunk, int start) {
        bytes = chunk;
        position = start;
        file = (int) number();
        byteOffset = number();
        clicks = number();
        labelIds.clear();
        int id = 0;
        for (long rest = number(); rest > 0; rest--) {
            id += (int) number();
            labelIds.add(id);
        }
        int keyLength = (int) number();
        keyFrom = position;
        keyTo = keyFrom + keyLength;
        position = keyTo;
        int queryLength = (int) number();
        queryFrom = position;
        queryTo = queryFrom + queryLength;
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
}
