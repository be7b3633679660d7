package org.clickture.lexicon;

import java.nio.file.Path;
import java.util.List;

/**
 * Names and the labels they stand for.
 *
 * @param file where it was read
 * @param sha256 digest of that file's bytes, 64 hexadecimal digits
 * @param entries the rows that take part, in the order of the file; their labels are distinct
 */
public record Lexicon(Path file, String sha256, List<Entry> entries) {

    /**
     * One label.
     *
     * @param label as written
     * @param aliases further names for it, as written
     * @param line where it stands in the file, the first line (the header) is 1
     */
    public record Entry(String label, List<String> aliases, int line) {

        public Entry {
            aliases = List.copyOf(aliases);
        }
    }

    public Lexicon {
        entries = List.copyOf(entries);
    }

    /** The labels, sorted by UTF-16 code units; a label's id is its position here. */
    public List<String> labels() {
        return entries.stream().map(Entry::label).sorted().toList();
    }
}
