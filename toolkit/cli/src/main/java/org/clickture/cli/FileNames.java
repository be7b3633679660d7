package org.clickture.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Short names for the files of a log: without folders, if that tells them apart. */
final class FileNames {

    private final Map<String, String> shortNames = new TreeMap<>();

    FileNames(Collection<String> names) {
        for (String name : names) {
            shortNames.put(name, String.valueOf(Path.of(name).getFileName()));
        }
        if (shortNames.values().stream().distinct().count() < shortNames.size()) {
            shortNames.replaceAll((name, shortName) -> name);
        }
    }

    /** What stands for a name. */
    String of(String name) {
        return shortNames.getOrDefault(name, name);
    }

    /** Prints what the short names stand for, with an empty line before; nothing if they are no shorter. */
    void print(PrintWriter out) {
        String separator = System.lineSeparator();
        for (Map.Entry<String, String> entry : shortNames.entrySet()) {
            if (!entry.getKey().equals(entry.getValue())) {
                out.print(separator);
                separator = "";
                out.println(PrintableText.line(entry.getValue() + " is " + entry.getKey()));
            }
        }
    }
}
