package org.clickture.lexicon;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.clickture.ClicktureException;
import org.clickture.Recipe;
import org.clickture.TextFile;

/**
 * Reads lexicons: tab-separated UTF-8 text without quoting, a header line, then one label a line. The column named by
 * the recipe's {@code label} and the column {@code aliases} must be there; {@code kind} must be if the recipe names
 * kinds; others are ignored. Empty lines are skipped. A label holds neither {@code ;} nor a control character: exports put
 * {@code ;} between labels.
 */
public final class LexiconReader {

    private static final String ALIASES = "aliases";
    private static final String KIND = "kind";

    private final Path file;
    private final Recipe recipe;

    private final Consumer<ClicktureException> problems;

    private LexiconReader(Recipe recipe, Consumer<ClicktureException> problems) {
        this.file = recipe.lexicon();
        this.recipe = recipe;
        this.problems = problems;
    }

    /**
     * Reads the lexicon of a recipe.
     *
     * @throws ClicktureException if it cannot be used, with file, line and what to do
     */
    public static Lexicon read(Recipe recipe) {
        return read(recipe, problem -> {
            throw problem;
        });
    }

    /**
     * Reads the lexicon of a recipe as far as it can be read.
     *
     * @param problems gets what {@link #read(Recipe)} would throw; a line with a problem is left out
     * @return what is left; it may have no entries
     * @throws ClicktureException if the file cannot be read or its header cannot be used
     */
    public static Lexicon read(Recipe recipe, Consumer<ClicktureException> problems) {
        return new LexiconReader(recipe, problems).read();
    }

    private Lexicon read() {
        TextFile source = TextFile.read(file, "lexicon");
        String[] lines = source.text().split("\n", -1);
        String[] header = fields(lines[0]);
        int label = column(header, recipe.label(), "the recipe's `label` names it");
        int aliases = column(header, ALIASES, "an empty one will do");
        int kind = recipe.kinds().isEmpty() ? -1 : column(header, KIND, "the recipe's `kinds` need it");

        List<Lexicon.Entry> entries = new ArrayList<>();
        Map<String, Integer> lineOfLabel = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] fields = fields(lines[i]);
            if (fields.length == 1 && fields[0].isEmpty()) {
                continue;
            }
            int line = i + 1;
            if (fields.length != header.length) {
                problems.accept(at(
                        line,
                        Plurals.counted(fields.length, "field") + ", the header has " + header.length
                                + "; put one TAB between all columns, also before empty ones"));
                continue;
            }
            if (kind >= 0 && !recipe.kinds().contains(fields[kind])) {
                continue;
            }
            if (!isLabel(fields[label])) {
                problems.accept(at(
                        line,
                        recipe.label() + " \"" + fields[label] + "\" holds `;` or a control character;"
                                + " write it without, for exports put `;` between labels"));
                continue;
            }
            Integer first = lineOfLabel.putIfAbsent(fields[label], line);
            if (first != null) {
                problems.accept(at(
                        line,
                        recipe.label() + " \"" + fields[label] + "\" stands also in line " + first
                                + "; make one line of the two"));
                continue;
            }
            List<String> names = fields[aliases].isEmpty() ? List.of() : List.of(fields[aliases].split(";", -1));
            entries.add(new Lexicon.Entry(fields[label], names, line));
        }
        if (entries.isEmpty()) {
            problems.accept(new ClicktureException(file + ": no line takes part"
                    + (kind >= 0 ? " with kind " + String.join(", ", recipe.kinds()) : "")
                    + "; a lexicon needs at least one name"));
        }
        return new Lexicon(file, source.sha256(), entries);
    }

    private static boolean isLabel(String text) {
        return text.chars().noneMatch(character -> character == ';' || Character.isISOControl(character));
    }

    private static String[] fields(String line) {
        return (line.endsWith("\r") ? line.substring(0, line.length() - 1) : line).split("\t", -1);
    }

    private int column(String[] header, String name, String why) {
        int column = Arrays.asList(header).indexOf(name);
        if (column < 0) {
            throw at(1, "no column `" + name + "` (" + why + "); the header has: " + String.join(", ", header));
        }
        if (Arrays.asList(header).lastIndexOf(name) != column) {
            throw at(1, "two columns `" + name + "`; rename one");
        }
        return column;
    }

    private ClicktureException at(int line, String message) {
        return new ClicktureException(file + ":" + line + ": " + message);
    }
}
