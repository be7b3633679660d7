package org.clickture.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.clickture.MatchPolicy;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A recipe with its lexicon.
 *
 * @param gate words of which a query must contain at least one; empty = every row passes
 * @param label what a label is called
 * @param match how names are found
 * @param plural whether names also match their plurals
 * @param exclude phrases that make a row fail the gate
 * @param lexicon all rows of the lexicon that take part
 */
public record Rules(
        List<String> gate, String label, MatchPolicy match, boolean plural, List<String> exclude, List<Entry> lexicon) {

    /** A row of the lexicon. */
    public record Entry(String label, List<String> aliases) {

        public Entry {
            aliases = List.copyOf(aliases);
        }
    }

    public Rules {
        gate = List.copyOf(gate);
        exclude = List.copyOf(exclude);
        lexicon = List.copyOf(lexicon);
    }

    /** Reads a well-formed recipe that has every key, and its lexicon. */
    public static Rules read(Path recipe) throws IOException {
        Map<?, ?> yaml = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(recipe));
        String label = (String) value(yaml, "label");
        Path lexicon = recipe.resolveSibling((String) value(yaml, "lexicon"));
        return new Rules(
                strings(value(yaml, "gate")),
                label,
                MatchPolicy.valueOf(((String) value(yaml, "match")).toUpperCase(Locale.ROOT)),
                (Boolean) value(yaml, "plural"),
                strings(value(yaml, "exclude")),
                entries(Files.readString(lexicon).split("\n", -1), label, strings(value(yaml, "kinds"))));
    }

    private static List<Entry> entries(String[] lines, String label, List<String> kinds) {
        List<String> header = Arrays.asList(lines[0].split("\t", -1));
        List<Entry> entries = new ArrayList<>();
        for (String line : Arrays.asList(lines).subList(1, lines.length)) {
            String[] cells = line.split("\t", -1);
            if (line.isEmpty() || (!kinds.isEmpty() && !kinds.contains(cells[header.indexOf("kind")]))) {
                continue;
            }
            String aliases = cells[header.indexOf("aliases")];
            entries.add(new Entry(
                    cells[header.indexOf(label)], aliases.isEmpty() ? List.of() : List.of(aliases.split(";", -1))));
        }
        return entries;
    }

    private static Object value(Map<?, ?> yaml, String key) {
        return Objects.requireNonNull(yaml.get(key), key);
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String.class::cast).toList();
    }
}
