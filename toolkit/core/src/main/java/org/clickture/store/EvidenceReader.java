package org.clickture.store;

import java.util.Locale;

/**
 * Reads the evidence of an image, {@link EvidenceRecord}, triad by triad and without garbage. Used for one image after the
 * other. Not thread-safe.
 */
final class EvidenceReader {

    private final ByteWindow record;
    private final ImageValue image;
    private final int files;
    private int triadsLeft;

    private int file;
    private long byteOffset;
    private long clicks;
    private int size;
    private int[] labelIds = new int[8];
    private byte[] query = new byte[256];
    private int queryLength;

    /**
     * @param record will begin at the image's record
     * @param image will hold the image's labels
     * @param files how many files the log had
     */
    EvidenceReader(ByteWindow record, ImageValue image, int files) {
        this.record = record;
        this.image = image;
        this.files = files;
    }

    /** Begins with the image and the record that are set now. */
    void begin() {
        triadsLeft = record.count();
        file = 0;
        byteOffset = 0;
    }

    /**
     * Moves to the next triad; false behind the last one.
     *
     * @throws org.clickture.ClicktureException if the bytes cannot be what a build wrote
     */
    boolean next() {
        if (triadsLeft == 0) {
            return false;
        }
        triadsLeft--;
        long fileDistance = record.number();
        if (fileDistance >= files - file) {
            throw record.damaged("there is no file " + (file + fileDistance) + " here");
        }
        file += (int) fileDistance;
        long offsetDistance = record.number();
        byteOffset = fileDistance == 0 ? byteOffset + offsetDistance : offsetDistance;
        if (byteOffset < 0) {
            throw record.damaged("a byte offset has more than 63 bits");
        }
        clicks = record.number();
        readLabels();
        readQuery();
        return true;
    }

    private void readQuery() {
        int length = record.count();
        if (length > query.length) {
            // A wrong length could ask for a GiB of memory, but goes beyond the bytes that a query can have.
            if (record.findsEither('\t', '\n', length)) {
                throw record.damaged(String.format(
                        Locale.ROOT, "the %,d bytes that should be a query hold a tab or a line feed", length));
            }
            query = new byte[Math.max(length, (int) Math.min(2L * query.length, MappedFile.MAX_STRETCH))];
        }
        record.bytes(query, length);
        queryLength = length;
    }

    private void readLabels() {
        if (image.size() == 1) {
            size = 1;
            labelIds[0] = image.labelId(0);
            return;
        }
        size = record.count();
        if (size == 0 || size > image.size()) {
            throw record.damaged("a triad names " + size + " of " + image.size() + " labels");
        }
        if (size > labelIds.length) {
            labelIds = new int[size];
        }
        long position = 0;
        for (int i = 0; i < size; i++) {
            long distance = record.number();
            position += distance;
            if (distance >= image.size() || position >= image.size() || (distance == 0 && i > 0)) {
                throw record.damaged("the image has no label at position " + position);
            }
            labelIds[i] = image.labelId((int) position);
        }
    }

    /** The id of the triad's file, in [0, files). */
    int file() {
        return file;
    }

    /** Where its row begins in the file. */
    long byteOffset() {
        return byteOffset;
    }

    long clicks() {
        return clicks;
    }

    /** How many labels it names. */
    int size() {
        return size;
    }

    /** The id of label {@code i} that it names, in [0, {@link #size()}). */
    int labelId(int i) {
        return labelIds[i];
    }

    /** Holds its query in [0, {@link #queryLength()}) until the next triad. */
    byte[] query() {
        return query;
    }

    int queryLength() {
        return queryLength;
    }
}
