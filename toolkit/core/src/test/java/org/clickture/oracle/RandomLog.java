package org.clickture.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * A click log with the recipe to read it with.
 *
 * @param ignored rows of the lexicon that take no part for their kind; they may contradict the others
 * @param columns where the fields stand
 * @param files the bytes of the click log's files by their names
 */
public record RandomLog(Rules rules, List<Rules.Entry> ignored, String columns, SortedMap<String, byte[]> files) {

    public RandomLog {
        ignored = List.copyOf(ignored);
    }

    /** The folder of the log's files under the one that {@link #writeTo} was given. */
    public static Path log(Path folder) {
        return folder.resolve("log");
    }

    /** Writes recipe, lexicon and log into a folder; gives the recipe's file. */
    public Path writeTo(Path folder) throws IOException {
        Path log = Files.createDirectories(log(folder));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(log.resolve(file.getKey()), file.getValue());
        }
        Files.writeString(folder.resolve("lexicon.tsv"), lexicon());
        Files.writeString(folder.resolve("homonyms.tsv"), homonyms());
        return Files.writeString(folder.resolve("recipe.yaml"), recipe());
    }

    private String recipe() {
        return String.format(
                        Locale.ROOT,
                        "gate: %s%nlabel: %s%nlexicon: lexicon.tsv%nkinds: %s%nmatch: %s%nplural: %s%nexclude: %s%n",
                        yaml(rules.gate()),
                        yaml(rules.label()),
                        ignored.isEmpty() ? "[]" : "[used]",
                        rules.match().name().toLowerCase(Locale.ROOT),
                        rules.plural(),
                        yaml(rules.exclude()))
                + (rules.homonyms().isEmpty() ? "" : "homonyms: homonyms.tsv\ncontext: " + yaml(rules.context()) + "\n")
                + (rules.reject().isEmpty() ? "" : "reject: " + yaml(rules.reject()) + "\n")
                + (rules.compounds().isEmpty() ? "" : "compounds: " + yaml(rules.compounds()) + "\n")
                + (rules.spelling() == 0 ? "" : "spelling: " + rules.spelling() + "\n");
    }

    private String homonyms() {
        StringBuilder homonyms = new StringBuilder("strength\tterm\tnegative_context\n");
        rules.homonyms()
                .forEach(homonym -> homonyms.append(homonym.strong() ? "strong" : "weak")
                        .append('\t')
                        .append(homonym.term())
                        .append('\t')
                        .append(String.join(";", homonym.against()))
                        .append('\n'));
        return homonyms.toString();
    }

    private String lexicon() {
        StringBuilder lexicon = new StringBuilder("kind\taliases\t" + rules.label() + "\n");
        ignored.forEach(entry -> lexicon.append(line("ignored", entry)));
        rules.lexicon().forEach(entry -> lexicon.append(line("used", entry)));
        return lexicon.toString();
    }

    private static String line(String kind, Rules.Entry entry) {
        return kind + "\t" + String.join(";", entry.aliases()) + "\t" + entry.label() + "\n";
    }

    private static String yaml(List<String> texts) {
        return texts.stream().map(RandomLog::yaml).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String yaml(String text) {
        return text.codePoints()
                .mapToObj(character -> character < 0x80 && Character.isLetterOrDigit(character)
                        ? Character.toString(character)
                        : String.format(Locale.ROOT, "\\U%08X", character))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
