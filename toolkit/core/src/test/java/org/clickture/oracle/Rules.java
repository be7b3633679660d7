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
 * @param homonyms names that also mean something else
 * @param context phrases that speak for homonyms, with {@code *} for a name
 * @param reject phrases with which names do not count, with {@code *} for a name
 * @param compounds phrases whose words are no words of the context and of what rejects
 * @param spelling how many edits a word of a name may be away
 */
public record Rules(
        List<String> gate,
        String label,
        MatchPolicy match,
        boolean plural,
        List<String> exclude,
        List<Entry> lexicon,
        List<Homonym> homonyms,
        List<String> context,
        List<String> reject,
        List<String> compounds,
        int spelling) {

    /** A name that also means something else. */
    public record Homonym(String term, boolean strong, List<String> against) {

        public Homonym {
            against = List.copyOf(against);
        }
    }

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
        homonyms = List.copyOf(homonyms);
        context = List.copyOf(context);
        reject = List.copyOf(reject);
        compounds = List.copyOf(compounds);
    }

    /** Rules by which every name that is found counts. */
    public Rules(
            List<String> gate,
            String label,
            MatchPolicy match,
            boolean plural,
            List<String> exclude,
            List<Entry> lexicon) {
        this(gate, label, match, plural, exclude, lexicon, List.of(), List.of(), List.of(), List.of(), 0);
    }

    /** The same with words that may be misspelt, or may not. */
    public Rules withSpelling(int edits) {
        return new Rules(gate, label, match, plural, exclude, lexicon, homonyms, context, reject, compounds, edits);
    }

    /** The same with other homonyms and phrases. */
    Rules withNameRules(
            List<Homonym> otherHomonyms,
            List<String> otherContext,
            List<String> otherReject,
            List<String> otherCompounds) {
        return new Rules(
                gate,
                label,
                match,
                plural,
                exclude,
                lexicon,
                otherHomonyms,
                otherContext,
                otherReject,
                otherCompounds,
                spelling);
    }

    /** The same with other rows of the lexicon. */
    Rules withLexicon(List<Entry> entries) {
        return new Rules(gate, label, match, plural, exclude, entries, homonyms, context, reject, compounds, spelling);
    }

    /** Reads a well-formed recipe that has every key of the three steps, and the files that it names. */
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
                entries(Files.readString(lexicon).split("\n", -1), label, strings(value(yaml, "kinds"))),
                yaml.get("homonyms") instanceof String homonyms
                        ? homonyms(Files.readString(recipe.resolveSibling(homonyms))
                                .split("\n", -1))
                        : List.of(),
                yaml.get("context") instanceof List<?> context ? strings(context) : List.of(),
                yaml.get("reject") instanceof List<?> reject ? strings(reject) : List.of(),
                yaml.get("compounds") instanceof List<?> compounds ? strings(compounds) : List.of(),
                yaml.get("spelling") instanceof Integer spelling ? spelling : 0);
    }

    private static List<Homonym> homonyms(String... lines) {
        List<String> header = Arrays.asList(lines[0].split("\t", -1));
        List<Homonym> homonyms = new ArrayList<>();
        for (String line : Arrays.asList(lines).subList(1, lines.length - 1)) {
            String[] cells = line.split("\t", -1);
            String against = cells[header.indexOf("negative_context")];
            homonyms.add(new Homonym(
                    cells[header.indexOf("term")],
                    cells[header.indexOf("strength")].equals("strong"),
                    against.isEmpty() ? List.of() : List.of(against.split(";", -1))));
        }
        return homonyms;
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
