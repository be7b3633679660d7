package org.clickture.lexicon;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clickture.ClicktureException;
import org.clickture.Recipe;
import org.clickture.TextFile;

/**
 * Reads a recipe that may have several problems: shows the first one, takes its key out, and so on. Keys are expected at
 * the beginning of a line; where they are not, the first problem is the only one that is shown.
 */
final class RecipeMending {

    private static final Pattern KEY = Pattern.compile("([A-Za-z_]+)[ \t]*:.*", Pattern.DOTALL);

    private final Path file;
    private final Pattern place;
    private final Consumer<ClicktureException> problems;
    private final Set<String> takenOut = new HashSet<>();

    RecipeMending(Path file, Consumer<ClicktureException> problems) {
        this.file = file;
        this.problems = problems;
        place = Pattern.compile(Pattern.quote(file + ":") + "(\\d+): .*", Pattern.DOTALL);
    }

    Optional<Recipe> read() {
        TextFile source;
        try {
            source = TextFile.read(file, "recipe");
        } catch (ClicktureException e) {
            problems.accept(e);
            return Optional.empty();
        }
        List<String> lines = Arrays.asList(source.text().split("\n", -1));
        while (true) {
            try {
                return Optional.of(RecipeReader.read(file, new TextFile(String.join("\n", lines), source.sha256())));
            } catch (ClicktureException e) {
                String message = String.valueOf(e.getMessage());
                if (takenOut.stream().noneMatch(key -> message.contains("`" + key + "` is missing"))) {
                    problems.accept(e);
                }
                if (!takeOut(lines, message)) {
                    return Optional.empty();
                }
            }
        }
    }

    /** Empties the lines of the key that a problem is about; whether there was one. */
    private boolean takeOut(List<String> lines, String problem) {
        Matcher line = place.matcher(problem);
        if (!line.matches()) {
            return false;
        }
        int first = Math.min(Integer.parseInt(line.group(1)), lines.size()) - 1;
        while (first > 0 && !isKey(lines.get(first))) {
            first--;
        }
        Matcher key = KEY.matcher(lines.get(first));
        if (!key.matches()) {
            return false;
        }
        takenOut.add(key.group(1));
        int end = first + 1;
        while (end < lines.size() && !isKey(lines.get(end))) {
            end++;
        }
        for (int i = first; i < end; i++) {
            lines.set(i, "");
        }
        return true;
    }

    private static boolean isKey(String line) {
        return KEY.matcher(line).matches();
    }
}
