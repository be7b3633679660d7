package org.clickture.resolve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.clickture.ClicktureException;
import org.clickture.lexicon.LexiconHints;
import org.clickture.lexicon.Tokenizer;

/** Names that have another common meaning, and the words that speak for that one. Immutable. */
public final class Homonyms {

    private static final String TERM = "term";
    private static final String NEGATIVE = "negative_context";

    /** A term with the words that speak against it, all normalised and with a space before and behind. */
    private record Term(String text, List<String> against) {}

    private final Set<String> labels = new HashSet<>();
    private final List<Term> terms = new ArrayList<>();

    private Homonyms(List<LexiconHints.Hint> hints) {
        hints.stream()
                .filter(LexiconHints.Hint::homonym)
                .map(LexiconHints.Hint::label)
                .forEach(labels::add);
    }

    /** What a lexicon says in its column {@code homonym}. */
    public static Homonyms of(List<LexiconHints.Hint> hints) {
        return new Homonyms(hints);
    }

    /**
     * The same, and the terms of a file.
     *
     * @param file tab-separated UTF-8 text with a header that has the columns {@code term} and {@code negative_context}
     *     ({@code ;} between words)
     * @throws ClicktureException if the file cannot be used
     */
    public static Homonyms of(List<LexiconHints.Hint> hints, Path file) {
        Homonyms homonyms = new Homonyms(hints);
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ClicktureException(file + ": the homonyms cannot be read: " + e, e);
        }
        List<String> header =
                lines.isEmpty() ? List.of() : Arrays.asList(lines.get(0).split("\t", -1));
        int term = header.indexOf(TERM);
        int against = header.indexOf(NEGATIVE);
        if (term < 0 || against < 0) {
            throw new ClicktureException(file + ":1: the header must have the columns `term` and `negative_context`");
        }
        for (int i = 1; i < lines.size(); i++) {
            String[] fields = lines.get(i).split("\t", -1);
            if (fields.length > Math.max(term, against)) {
                homonyms.terms.add(new Term(
                        spaced(fields[term]),
                        Stream.of(fields[against].split(";", -1))
                                .map(Homonyms::spaced)
                                .filter(word -> !word.isBlank())
                                .toList()));
            }
        }
        return homonyms;
    }

    private static String spaced(String text) {
        return " " + Tokenizer.tokens(text) + " ";
    }

    /** Whether the label, standing alone, often means something else. */
    boolean doubtful(String label) {
        return labels.contains(label);
    }

    /** Whether a query holds one of the terms together with a word that speaks for its other meaning. */
    boolean deceives(String query) {
        String spaced = spaced(query);
        return terms.stream()
                .anyMatch(term ->
                        spaced.contains(term.text()) && term.against().stream().anyMatch(spaced::contains));
    }
}
