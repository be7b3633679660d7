package org.clickture;

import java.nio.file.Path;
import java.util.List;

/**
 * Everything that decides the outcome of a scan. Texts are as written in the recipe file; they go through the tokeniser
 * where they are used.
 *
 * @param file where the recipe was read
 * @param sha256 digest of that file's bytes, 64 hexadecimal digits
 * @param gate words of which a query must contain at least one as a whole token; empty = every row passes
 * @param label what a label is called here; the lexicon's name column
 * @param lexicon the lexicon's file, resolved against the recipe's folder
 * @param kinds the lexicon rows that take part, by their kind; empty = all rows
 * @param match how names are found
 * @param plural whether the last token of a name also matches its plural
 * @param exclude phrases that make a row fail the gate
 */
public record Recipe(
        Path file,
        String sha256,
        List<String> gate,
        String label,
        Path lexicon,
        List<String> kinds,
        MatchPolicy match,
        boolean plural,
        List<String> exclude) {

    public Recipe {
        gate = List.copyOf(gate);
        kinds = List.copyOf(kinds);
        exclude = List.copyOf(exclude);
    }
}
