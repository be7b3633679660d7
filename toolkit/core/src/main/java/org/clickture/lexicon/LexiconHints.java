package org.clickture.lexicon;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clickture.Recipe;

/**
 * What a lexicon says about its names beyond what a recipe needs: its columns {@code parent}, {@code kind} and {@code
 * homonym}, of all rows, also of those that do not take part. A column that the file lacks is empty.
 */
public final class LexiconHints {

    /**
     * One row.
     *
     * @param label as written
     * @param aliases further names for it
     * @param parent a broader label, or empty
     * @param kind as written, or empty
     * @param homonym whether the label, standing alone, often means something else
     */
    public record Hint(String label, List<String> aliases, String parent, String kind, boolean homonym) {

        public Hint {
            aliases = List.copyOf(aliases);
        }
    }

    private LexiconHints() {}

    /**
     * Reads the hints of a recipe's lexicon, which {@link LexiconReader} has accepted.
     *
     * @throws org.clickture.ClicktureException if the file cannot be read
     */
    public static List<Hint> read(Recipe recipe) {
        Path file = recipe.lexicon();
        String[] lines = TextFile.read(file, "lexicon").text().split("\r?\n", -1);
        List<String> header = Arrays.asList(lines[0].split("\t", -1));
        List<Hint> hints = new ArrayList<>();
        for (String line : Arrays.asList(lines).subList(1, lines.length)) {
            if (!line.isEmpty()) {
                String[] fields = line.split("\t", -1);
                String aliases = field(header, fields, "aliases");
                hints.add(new Hint(
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
        return index < 0 || index >= fields.length ? "" : fields[index];
    }
}
