package org.clickture.lexicon;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clickture.ClicktureException;
import org.clickture.TextFile;

/**
 * Names that also mean something else. A term that is no name of a lexicon means nothing there.
 *
 * @param file where it was read
 * @param sha256 digest of that file's bytes, 64 hexadecimal digits
 * @param terms in the order of the file
 */
public record HomonymList(Path file, String sha256, List<Homonym> terms) {

    private static final String WHAT = "list of homonyms";
    private static final String TERM = "term";
    private static final String STRENGTH = "strength";
    private static final String NEGATIVE = "negative_context";

    public HomonymList {
        terms = List.copyOf(terms);
    }

    /**
     * Reads a list: tab-separated UTF-8 text without quoting, with a header that has the columns {@code term} and
     * {@code negative_context} ({@code ;} between phrases), and perhaps {@code strength} ({@code strong} or {@code weak},
     * which they are without it); others are ignored, as are empty lines.
     *
     * @throws ClicktureException if it cannot be used, with file, line and what to do
     */
    public static HomonymList read(Path file) {
        TextFile source = TextFile.read(file, WHAT);
        String[] lines = source.text().split("\r?\n", -1);
        List<String> header = Arrays.asList(lines[0].split("\t", -1));
        if (!header.containsAll(List.of(TERM, NEGATIVE))) {
            throw at(file, 1, "the header must have the columns `term` and `negative_context`");
        }
        List<Homonym> terms = new ArrayList<>();
        Map<String, Integer> lineOfTerm = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            if (!lines[i].isEmpty()) {
                Homonym homonym = homonym(file, i + 1, header, lines[i].split("\t", -1));
                Integer first =
                        lineOfTerm.putIfAbsent(Tokenizer.tokens(homonym.term()).toString(), i + 1);
                if (first != null) {
                    throw at(
                            file,
                            i + 1,
                            "the term \"" + homonym.term() + "\" stands also in line " + first + "; keep one");
                }
                terms.add(homonym);
            }
        }
        return new HomonymList(file, source.sha256(), terms);
    }

    /**
     * The text of a list, without a byte order mark.
     *
     * @throws ClicktureException if it cannot be read or is not UTF-8
     */
    public static String text(Path file) {
        return TextFile.read(file, WHAT).text();
    }

    private static Homonym homonym(Path file, int line, List<String> header, String... fields) {
        if (fields.length != header.size()) {
            throw at(
                    file,
                    line,
                    Plurals.counted(fields.length, "field") + ", the header has " + header.size()
                            + "; put one TAB between all columns, also before empty ones");
        }
        String term = fields[header.indexOf(TERM)];
        if (!Tokenizer.hasToken(term)) {
            throw at(file, line, "the term \"" + term + "\" has no letter or digit; remove the line");
        }
        int column = header.indexOf(STRENGTH);
        String strength = column < 0 ? "weak" : fields[column];
        if (!strength.equals("strong") && !strength.equals("weak")) {
            throw at(file, line, "the strength of \"" + term + "\" is \"" + strength + "\"; it is `strong` or `weak`");
        }
        return new Homonym(
                term,
                strength.equals("strong"),
                Stream.of(fields[header.indexOf(NEGATIVE)].split(";", -1))
                        .filter(Tokenizer::hasToken)
                        .toList());
    }

    private static ClicktureException at(Path file, int line, String message) {
        return new ClicktureException(file + ":" + line + ": " + message);
    }
}
