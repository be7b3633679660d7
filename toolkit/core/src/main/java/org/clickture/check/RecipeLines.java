package org.clickture.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds where in a recipe something stands. */
final class RecipeLines {

    private final List<String> lines;

    RecipeLines(Path recipe) {
        List<String> read;
        try {
            read = Files.readAllLines(recipe, StandardCharsets.UTF_8);
        } catch (IOException e) {
            read = List.of(); // places are a help; what is wrong with the file is said elsewhere
        }
        lines = read;
    }

    /** The first line at or below a key that holds the text; the key's own if none does; 0 if the key is not there. */
    long of(String key, String text) {
        int begin = 0;
        while (begin < lines.size() && !lines.get(begin).matches(key + "[ \t]*:.*")) {
            begin++;
        }
        for (int i = begin; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i + 1L;
            }
        }
        return begin < lines.size() ? begin + 1L : 0;
    }
}
