package org.clickture.check;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.clickture.ClicktureException;
import org.clickture.TextFile;

/** Finds where in a recipe something stands. */
final class RecipeLines {

    private static final String KEY = "[A-Za-z_]+[ \t]*:.*";

    private final List<String> lines;

    RecipeLines(Path recipe) {
        List<String> read;
        try {
            read = TextFile.read(recipe, "recipe").text().lines().toList();
        } catch (ClicktureException e) {
            read = List.of(); // places are a help; what is wrong with the file is said elsewhere
        }
        lines = read;
    }

    /**
     * The first line at or below a key, and above the next one, that holds the text and not only within a longer word; the key's
     * own if none does; 0 if the key is not there.
     */
    long of(String key, String text) {
        Pattern whole = Pattern.compile("(?<![\\p{L}\\p{Nd}])" + Pattern.quote(text) + "(?![\\p{L}\\p{Nd}])");
        int begin = 0;
        while (begin < lines.size() && !lines.get(begin).matches(key + "[ \t]*:.*")) {
            begin++;
        }
        for (int i = begin; i < lines.size() && (i == begin || !lines.get(i).matches(KEY)); i++) {
            if (whole.matcher(lines.get(i)).find()) {
                return i + 1L;
            }
        }
        return begin < lines.size() ? begin + 1L : 0;
    }
}
