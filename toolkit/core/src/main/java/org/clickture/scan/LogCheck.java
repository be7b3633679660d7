package org.clickture.scan;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clickture.ClicktureException;

/**
 * Refuses files that are no click log at all, by their first bytes: a single row with the right number of fields makes a
 * log of a file, however broken the others are, unless it is long and binary, and most rows are wrong. Without one, a file is refused
 * if it is binary, if its rows are separated by something else, or if ten rows are wrong.
 */
final class LogCheck {

    static final int HEAD_BYTES = 1 << 16;

    private static final int ENOUGH_ROWS = 10;
    /** In fewer bytes a row or two may be broken, and the one that is not may be all that a log has. */
    private static final int ENOUGH_BYTES = 1 << 12;

    private static final int LEAST_FIELDS = 3;
    private static final String SYNTHETIC = "# SYNTHETIC";

    private static final String GZIP = "1f8b";
    private static final String ZSTANDARD = "28b52ffd";
    /** What a frame of Zstandard that holds no data begins with, but for the first four bits. */
    private static final String SKIPPABLE = "2a4d18";

    private static final Map<String, String> SIGNATURES = new TreeMap<>(Map.ofEntries(
            Map.entry(GZIP, "gzip data; give the file a name that ends in .gz"),
            Map.entry(ZSTANDARD, "Zstandard data; give the file a name that ends in .zst"),
            Map.entry("504b0304", "a ZIP archive; unpack it"),
            Map.entry("425a68", "bzip2 data; unpack it"),
            Map.entry("fd377a585a00", "xz data; unpack it"),
            Map.entry("50415231", "a Parquet file; export it as tab-separated text"),
            Map.entry("89504e47", "a PNG picture"),
            Map.entry("ffd8ff", "a JPEG picture"),
            Map.entry("fffe", "UTF-16 text; save it as UTF-8"),
            Map.entry("feff", "UTF-16 text; save it as UTF-8")));

    private final String file;
    private final byte[] head;

    private int rows;
    private int wellFielded;
    private int empty;

    private LogCheck(String file, byte[] head) {
        this.file = file;
        this.head = head;
    }

    /**
     * Looks at the first bytes of a file's text.
     *
     * @param head the first {@link #HEAD_BYTES} of it, or all if it is shorter
     * @throws ClicktureException if it is no click log; says what was found
     */
    static void check(String file, byte[] head, Columns columns) {
        new LogCheck(file, head).check(columns);
    }

    /**
     * Looks at the first bytes of a file whose name says that it is compressed.
     *
     * @param raw its first bytes as they are on disk, at least one
     * @throws ClicktureException if it is not compressed that way; says what was found
     */
    static void checkCompressed(String file, byte[] raw) {
        LogCheck check = new LogCheck(file, raw);
        boolean gzip = file.endsWith(".gz");
        if (gzip ? check.startsWith(GZIP) : check.startsWith(ZSTANDARD) || check.startsWith(SKIPPABLE, 1)) {
            return;
        }
        String not = "although its name says so, it is not " + (gzip ? "gzip" : "Zstandard") + " data but ";
        check.refuseWhatIsKnown(not);
        throw check.refused(
                not + (check.isBinary() ? "something else" : "text; give the file a name without that ending"));
    }

    /** Whether the first row says that a generator made the file. */
    static boolean isSynthetic(byte[] head) {
        return MalformedRows.show(head, 0, Math.min(head.length, SYNTHETIC.length()))
                .equals(SYNTHETIC);
    }

    private void check(Columns columns) {
        countRows(columns.count());
        boolean mostAreWrong = head.length >= ENOUGH_BYTES && rows > 2 * wellFielded;
        if (wellFielded > 0 && !(mostAreWrong && isBinary())) {
            return;
        }
        refuseWhatIsKnown("it is ");
        if (isBinary()) {
            throw refused("it holds binary data");
        }
        for (char delimiter : new char[] {',', ';', '|'}) {
            if (isDelimitedBy(delimiter)) {
                throw refused("its fields are separated by \"" + delimiter
                        + "\"; a click log has TABs, write it anew with them");
            }
        }
        if (rows - empty >= ENOUGH_ROWS) {
            throw refused("none of its first " + rows + " rows has " + columns.count() + " fields, as " + columns.list()
                    + " says. The first has " + firstFields()
                    + ", with TABs between. --columns names every field of a row,"
                    + " in their order, - for one that is not read");
        }
    }

    /** @param it begins the sentence that says what the file is */
    private void refuseWhatIsKnown(String it) {
        SIGNATURES.forEach((signature, meaning) -> {
            if (startsWith(signature)) {
                throw refused(it + meaning);
            }
        });
    }

    private void countRows(int columns) {
        int fields = 1;
        int rowStart = 0;
        for (int i = 0; i <= head.length; i++) {
            boolean end = i == head.length;
            if (end && (rowStart == i || head.length == HEAD_BYTES)) {
                return;
            }
            if (end || head[i] == '\n') {
                rows++;
                wellFielded += fields == columns ? 1 : 0;
                empty += i == rowStart || (i == rowStart + 1 && head[rowStart] == '\r') ? 1 : 0;
                fields = 1;
                rowStart = i + 1;
            } else if (head[i] == '\t') {
                fields++;
            }
        }
    }

    private boolean startsWith(String signature) {
        return startsWith(signature, 0);
    }

    private boolean startsWith(String signature, int from) {
        byte[] bytes = java.util.HexFormat.of().parseHex(signature);
        int to = from + bytes.length;
        return head.length >= to && java.util.Arrays.equals(head, from, to, bytes, 0, bytes.length);
    }

    /** More than one byte in ten is a control character. */
    private boolean isBinary() {
        int controls = 0;
        for (byte b : head) {
            controls += b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' ? 1 : 0;
        }
        return controls * 10L > head.length;
    }

    /** Every row that is not empty, of those that are all there, would have the same number of fields with it, enough for a log. */
    private boolean isDelimitedBy(char delimiter) {
        long[] counts =
                texts().mapToLong(text -> count(text, delimiter)).distinct().toArray();
        return counts.length == 1 && counts[0] >= LEAST_FIELDS - 1 && texts().allMatch(text -> count(text, '\t') == 0);
    }

    private String firstFields() {
        return texts().findFirst()
                .map(text -> 1 + count(text, '\t'))
                .map(fields -> fields == 1 ? "1 field" : fields + " fields")
                .orElse("none");
    }

    private Stream<String> texts() {
        return new String(head, java.nio.charset.StandardCharsets.ISO_8859_1)
                .lines()
                .limit(rows)
                .filter(text -> !text.isEmpty());
    }

    private static long count(String text, char character) {
        return text.chars().filter(c -> c == character).count();
    }

    private ClicktureException refused(String why) {
        int end = 0;
        while (end < head.length && head[end] != '\n') {
            end++;
        }
        return new ClicktureException(
                file + ": not a click log: " + why + ". It begins with: \"" + MalformedRows.show(head, 0, end) + "\"");
    }
}
