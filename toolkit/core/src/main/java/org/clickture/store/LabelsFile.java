package org.clickture.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clickture.ClicktureException;

/** The names of the labels: UTF-8, one a line, sorted by UTF-16 code units; a label's id is its line, from 0. */
final class LabelsFile {

    private LabelsFile() {}

    static void write(Path file, List<String> labels) throws IOException {
        if (!sorted(labels)) {
            throw new IllegalArgumentException("labels must be sorted, each once");
        }
        for (String label : labels) {
            if (label.isEmpty() || label.chars().anyMatch(Character::isISOControl)) {
                throw new ClicktureException("a label is empty or has a control character: \""
                        + label.replaceAll("\\p{Cntrl}", "?") + "\". Mend it in the lexicon.");
            }
        }
        Files.writeString(file, labels.isEmpty() ? "" : String.join("\n", labels) + "\n");
    }

    static List<String> read(Path file) throws IOException {
        List<String> labels = List.copyOf(Files.readAllLines(file, StandardCharsets.UTF_8));
        if (!sorted(labels)) {
            throw new ClicktureException(file + " is damaged: its labels are not sorted. Build the store again.");
        }
        return labels;
    }

    private static boolean sorted(List<String> labels) {
        for (int i = 1; i < labels.size(); i++) {
            if (labels.get(i - 1).compareTo(labels.get(i)) >= 0) {
                return false;
            }
        }
        return true;
    }
}
