package org.clickture.oracle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.clickture.DropReason;

/**
 * What becomes of one row of a click log, found out in the plainest way. Bytes are kept as ISO 8859-1 text, one character
 * each.
 *
 * @param row the row without its end
 * @param reason why it is no evidence; empty if it is
 */
public record Fate(String file, long byteOffset, String row, Optional<DropReason> reason) {

    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";
    private static final int HEAD = 256;

    /** The fates of all rows, in the order of the log. */
    public static List<Fate> all(Rules rules, String columns, SortedMap<String, byte[]> files) {
        List<Fate> fates = new ArrayList<>();
        files.forEach((file, bytes) -> {
            String text = new String(bytes, ISO_8859_1);
            int begin = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
            while (begin < text.length()) {
                int lineFeed = text.indexOf('\n', begin);
                int end = lineFeed < 0 ? text.length() : lineFeed;
                String row = text.substring(begin, end);
                row = row.endsWith("\r") ? row.substring(0, row.length() - 1) : row;
                fates.add(new Fate(file, begin, row, reason(rules, List.of(columns.split(",", -1)), row)));
                begin = end + 1;
            }
        });
        return fates.stream()
                .map(fate -> fate.isSupported(rules, columns, fates)
                        ? new Fate(fate.file(), fate.byteOffset(), fate.row(), Optional.empty())
                        : fate)
                .toList();
    }

    /** Whether a row without a name holds a misspelt one that another row of its image has without a mistake. */
    private boolean isSupported(Rules rules, String columns, List<Fate> all) {
        if (!reason.equals(Optional.of(DropReason.NAME)) || rules.spelling() == 0) {
            return false;
        }
        Set<String> misspelt = Oracle.of(rules).misspelt(tokens(columns));
        return !misspelt.isEmpty()
                && all.stream()
                        .filter(other ->
                                other.reason().isEmpty() && other.key(columns).equals(key(columns)))
                        .anyMatch(other ->
                                !Collections.disjoint(Oracle.of(rules).labels(other.tokens(columns)), misspelt));
    }

    private String key(String columns) {
        return field("key", columns);
    }

    private List<String> tokens(String columns) {
        return Text.tokens(Text.decode(field("query", columns).getBytes(ISO_8859_1)));
    }

    private String field(String name, String columns) {
        return row.split("\t", -1)[List.of(columns.split(",", -1)).indexOf(name)];
    }

    private static Optional<DropReason> reason(Rules rules, List<String> columns, String row) {
        String[] fields = row.split("\t", -1);
        if (fields.length != columns.size()) {
            return Optional.of(DropReason.FIELDS);
        }
        List<String> tokens = Text.tokens(Text.decode(fields[columns.indexOf("query")].getBytes(ISO_8859_1)));
        if (!rules.gate().isEmpty()
                && rules.gate().stream()
                        .noneMatch(word -> tokens.contains(Text.tokens(word).get(0)))) {
            return Optional.of(DropReason.GATE);
        }
        if (rules.exclude().stream().anyMatch(phrase -> Collections.indexOfSubList(tokens, Text.tokens(phrase)) >= 0)) {
            return Optional.of(DropReason.EXCLUSION);
        }
        if (!fields[columns.indexOf("key")].matches("[!-~]{1,255}")) {
            return Optional.of(DropReason.KEY);
        }
        String clicks = fields[columns.indexOf("clicks")];
        if (!clicks.matches("[0-9]{1,15}") || Long.parseLong(clicks) < 1) {
            return Optional.of(DropReason.CLICKS);
        }
        return Oracle.of(rules).labels(tokens).isEmpty() ? Optional.of(DropReason.NAME) : Optional.empty();
    }

    /** Whether the row is one of an image: with the wrong number of fields, if its first 256 bytes hold the whole key. */
    public boolean isOf(String imageKey, String columns) {
        if (!reason.equals(Optional.of(DropReason.FIELDS))) {
            return row.split("\t", -1)[List.of(columns.split(",", -1)).indexOf("key")].equals(imageKey);
        }
        List<String> fields = new ArrayList<>(List.of(head().split("\t", -1)));
        if (row.length() >= HEAD) {
            fields.remove(fields.size() - 1);
        }
        return fields.contains(imageKey);
    }

    /** The first 256 bytes of the row. */
    public String head() {
        return row.substring(0, Math.min(row.length(), HEAD));
    }
}
