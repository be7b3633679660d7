package org.clickture;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
 * @param homonyms the file of names that also mean something else, resolved against the recipe's folder, or null
 * @param context phrases of which a strong homonym needs one to count; {@code *} stands for the name
 * @param reject phrases with which names do not count; {@code *} stands for the name
 * @param compounds phrases outside of names whose words are no words of {@code context} and {@code reject}
 * @param spelling how many edits a word of a name may be away, 0 or 1
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
        List<String> exclude,
        @Nullable Path homonyms,
        List<String> context,
        List<String> reject,
        List<String> compounds,
        int spelling) {

    public Recipe {
        gate = List.copyOf(gate);
        kinds = List.copyOf(kinds);
        exclude = List.copyOf(exclude);
        context = List.copyOf(context);
        reject = List.copyOf(reject);
        compounds = List.copyOf(compounds);
    }

    /** A recipe by which every name that is found counts, and none is misspelt. */
    public Recipe(
            Path file,
            String sha256,
            List<String> gate,
            String label,
            Path lexicon,
            List<String> kinds,
            MatchPolicy match,
            boolean plural,
            List<String> exclude) {
        this(
                file, sha256, gate, label, lexicon, kinds, match, plural, exclude, null, List.of(), List.of(),
                List.of(), 0);
    }

    /** Whether more is asked of a name than that it is there, letter by letter. */
    public boolean hasNameRules() {
        return homonyms != null || !reject.isEmpty() || spelling > 0;
    }

    /** The same with other copies of the files that it names. */
    public Recipe withFiles(Path otherLexicon, @Nullable Path otherHomonyms) {
        return new Recipe(
                file,
                sha256,
                gate,
                label,
                otherLexicon,
                kinds,
                match,
                plural,
                exclude,
                otherHomonyms,
                context,
                reject,
                compounds,
                spelling);
    }

    /** The same with another gate. */
    public Recipe withGate(List<String> words) {
        return new Recipe(
                file, sha256, words, label, lexicon, kinds, match, plural, exclude, homonyms, context, reject,
                compounds, spelling);
    }

    /** The same with names found in another way. */
    public Recipe withNames(MatchPolicy policy, boolean plurals, int edits) {
        return new Recipe(
                file, sha256, gate, label, lexicon, kinds, policy, plurals, exclude, homonyms, context, reject,
                compounds, edits);
    }

    /** The same with other homonyms and other words that speak for them. */
    public Recipe withHomonyms(@Nullable Path terms, List<String> speakFor) {
        return new Recipe(
                file, sha256, gate, label, lexicon, kinds, match, plural, exclude, terms, speakFor, reject, compounds,
                spelling);
    }
}
