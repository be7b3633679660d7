package org.clickture.run;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.clickture.DropReason;
import org.clickture.DroppedRow;
import org.clickture.FoundName;
import org.clickture.QueryReading;
import org.clickture.lexicon.QueryReader;
import org.clickture.scan.Columns;

/** A row of a click log, for people; not for the scan. Not changed once it is made. */
final class RowFields {

    /** What is known of every row that the scan shows, however long it is. */
    static final int HEAD_BYTES = 1 << 8;

    private static final int KEY_SHOWN = 16;

    private final byte[] bytes;
    private final int file;
    private final long byteOffset;

    private RowFields(byte[] bytes, int file, long byteOffset) {
        this.bytes = bytes;
        this.file = file;
        this.byteOffset = byteOffset;
    }

    /** A copy of the row in bytes[from, to), which may be the beginning of one. */
    static RowFields copy(byte[] bytes, int from, int to, int file, long byteOffset) {
        return new RowFields(Arrays.copyOfRange(bytes, from, to), file, byteOffset);
    }

    /** The same of the first {@link #HEAD_BYTES} bytes. */
    static RowFields copyHead(byte[] bytes, int from, int to, int file, long byteOffset) {
        return copy(bytes, from, Math.min(to, from + HEAD_BYTES), file, byteOffset);
    }

    /** The position of its file, then where it begins in it. */
    static Comparator<RowFields> byPlace() {
        return Comparator.comparingInt((RowFields row) -> row.file).thenComparingLong(row -> row.byteOffset);
    }

    /** By the bytes, unsigned. */
    int compareBytes(RowFields other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    long byteOffset() {
        return byteOffset;
    }

    /** The position of its file. */
    int file() {
        return file;
    }

    /** Field {@code i}, empty if the row has no such field. */
    private String field(int i) {
        String[] fields = text().split("\t", -1);
        return i < fields.length ? fields[i] : "";
    }

    private String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** How the recipe reads the query. */
    QueryReading reading(Columns columns, QueryReader reader) {
        return reader.read(field(columns.query()));
    }

    /** The row as one that fell out. */
    DroppedRow dropped(DropReason reason, Columns columns, QueryReader reader, String fileName) {
        if (reason == DropReason.FIELDS) {
            String why = "not " + columns.count() + " fields";
            String head = new String(bytes, 0, Math.min(bytes.length, HEAD_BYTES), StandardCharsets.UTF_8);
            return new DroppedRow(reason, why, "", head, "", fileName, byteOffset);
        }
        String why = reason == DropReason.KEY
                ? "malformed key \"" + shortened(field(columns.key())) + "\""
                : why(reason, reading(columns, reader));
        return new DroppedRow(
                reason,
                why,
                field(columns.key()),
                field(columns.query()),
                field(columns.clicks()),
                fileName,
                byteOffset);
    }

    private static String shortened(String text) {
        int[] characters = text.codePoints().limit(KEY_SHOWN + 1).toArray();
        return characters.length <= KEY_SHOWN ? text : new String(characters, 0, KEY_SHOWN) + "...";
    }

    private static String why(DropReason reason, QueryReading reading) {
        return switch (reason) {
            case FIELDS, KEY -> throw new IllegalArgumentException("not for the query: " + reason);
            case GATE ->
                reading.labels().isEmpty()
                        ? "no gate word"
                        : "no gate word, but " + String.join(", ", reading.labels());
            case EXCLUSION ->
                reading.exclusion()
                        .map(span -> "holds \"" + span.in(reading.query()) + "\"")
                        .orElse("holds an excluded phrase");
            case CLICKS -> "malformed clicks";
            case NAME ->
                reading.names().stream()
                        .flatMap(name -> refusal(name).stream())
                        .findFirst()
                        .orElse("no name");
        };
    }

    private static Optional<String> refusal(FoundName name) {
        return name.refusal().map(refusal -> "\"" + name.name() + "\" does not count: " + refusal);
    }
}
