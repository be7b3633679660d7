package org.clickture.synth;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clickture.TextFile;

/**
 * The columns of a lexicon that a recipe does not read. Expects a file that {@link org.clickture.lexicon.LexiconReader}
 * has accepted.
 */
final class LexiconTable {

    /** One line; a column that the file lacks is empty. */
    record Row(String breed, List<String> aliases, String parent, String group, String kind, List<String> sources) {}

    private final Map<String, Row> rows = new LinkedHashMap<>();

    private LexiconTable() {}

    /** @param label the column of the names */
    static LexiconTable read(Path file, String label) {
        List<String> lines = TextFile.read(file, "lexicon").text().lines().toList();
        LexiconTable table = new LexiconTable();
        List<String> header = Arrays.asList(lines.get(0).split("\t", -1));
        for (String line : lines.subList(1, lines.size())) {
            if (!line.isEmpty()) {
                String[] fields = line.split("\t", -1);
                Row row = new Row(
                        field(header, fields, label),
                        list(field(header, fields, "aliases")),
                        field(header, fields, "parent"),
                        field(header, fields, "group"),
                        field(header, fields, "kind"),
                        list(field(header, fields, "sources")));
                table.rows.put(row.breed(), row);
            }
        }
        return table;
    }

    private static String field(List<String> header, String[] fields, String column) {
        int index = header.indexOf(column);
        return index < 0 || index >= fields.length ? "" : fields[index];
    }

    private static List<String> list(String field) {
        return field.isEmpty() ? List.of() : List.of(field.split(";"));
    }

    /** The rows in the order of the file. */
    List<Row> rows() {
        return new ArrayList<>(rows.values());
    }

    /** The row of a breed that is in the file. */
    Row row(String breed) {
        Row row = rows.get(breed);
        if (row == null) {
            throw new IllegalArgumentException("no breed " + breed);
        }
        return row;
    }
}
