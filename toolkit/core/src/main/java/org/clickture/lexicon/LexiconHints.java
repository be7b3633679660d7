package org.clickture.lexicon;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clickture.Recipe;
import org.clickture.TextFile;

/**
 * What a lexicon says about its names beyond what a recipe needs: its columns {@code parent}, {@code kind} and {@code
 * homonym}, of all rows, also of those that do not take part. A column that the file lacks is empty.
 */
public final class LexiconHints {

    /**
     * One row.
     *
     * @param line its line in the file, from 1 on
     * @param label as written
     * @param aliases further names for it
     * @param parent a broader label, or empty
     * @param kind as written, or empty
     * @param homonym whether the label, standing alone, often means something else
     */
    public record Hint(long line, String label, List<String> aliases, String parent, String kind, boolean homonym) {

        public Hint {
            aliases = List.copyOf(aliases);
        }
    }

    private LexiconHints() {}

    /**
     * Reads the hints of a recipe's lexicon, whose header {@link LexiconReader} has accepted. Leaves out lines that it refuses
     * for the number of their fields.
     *
     * @throws org.clickture.ClicktureException if the file cannot be read
     */
    public static List<Hint> read(Recipe recipe) {
        Path file = recipe.lexicon();
        String[] lines = TextFile.read(file, "lexicon").text().split("\r?\n", -1);
        List<String> header = Arrays.asList(lines[0].split("\t", -1));
        List<Hint> hints = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            String[] fields = lines[i].split("\t", -1);
            if (fields.length == header.size()) {
                String aliases = field(header, fields, "aliases");
                hints.add(new Hint(
                        i + 1,
                        field(header, fields, recipe.label()),
                        aliases.isEmpty() ? List.of() : List.of(aliases.split(";", -1)),
                        field(header, fields, "parent"),
                        field(header, fields, "kind"),
                        field(header, fields, "homonym").equals("yes")));
            }
        }
        return hints;
    }

    private static String field(List<String> header, String[] fields, String column) {
        int index = header.indexOf(column);
        return index < 0 ? "" : fields[index];
    }
}
