package org.clickture.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clickture.ClicktureException;
import org.clickture.Recipe;
import org.jspecify.annotations.Nullable;

/** All rows of a lexicon, those of other kinds too, but for lines that its reader refuses. Immutable. */
final class LexiconRows {

    /** One row; a column that the file lacks is empty. */
    record Row(long line, String label, List<String> aliases, String parent, String kind, boolean homonym) {

        Row {
            aliases = List.copyOf(aliases);
        }
    }

    private final List<Row> all = new ArrayList<>();
    private final Map<String, Row> byLabel = new HashMap<>();

    private LexiconRows() {}

    /** Reads the lexicon of a recipe, whose header {@link org.clickture.lexicon.LexiconReader} has accepted. */
    static LexiconRows read(Recipe recipe) {
        String text;
        try {
            text = Files.readString(recipe.lexicon(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ClicktureException(recipe.lexicon() + ": the lexicon cannot be read: " + e, e);
        }
        String[] lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\r?\n", -1);
        List<String> header = Arrays.asList(lines[0].split("\t", -1));
        LexiconRows rows = new LexiconRows();
        for (int i = 1; i < lines.length; i++) {
            String[] fields = lines[i].split("\t", -1);
            if (fields.length == header.size()) {
                String aliases = field(header, fields, "aliases");
                rows.add(new Row(
                        i + 1,
                        field(header, fields, recipe.label()),
                        aliases.isEmpty() ? List.of() : List.of(aliases.split(";", -1)),
                        field(header, fields, "parent"),
                        field(header, fields, "kind"),
                        field(header, fields, "homonym").equals("yes")));
            }
        }
        return rows;
    }

    private static String field(List<String> header, String[] fields, String column) {
        int index = header.indexOf(column);
        return index < 0 ? "" : fields[index];
    }

    private void add(Row row) {
        all.add(row);
        byLabel.putIfAbsent(row.label(), row);
    }

    List<Row> all() {
        return all;
    }

    @Nullable
    Row row(String label) {
        return byLabel.get(label);
    }
}
