package org.clickture.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.clickture.lexicon.Lexicon;
import org.clickture.lexicon.Tokenizer;
import org.jspecify.annotations.Nullable;

/** Names of one word that turn up in queries about anything. */
final class WordChecks {

    private final Lexicon lexicon;
    private final Names names;
    private final GateChecks gate;
    private final Set<String> homonyms;
    private final Findings findings;

    /** What a name was found in. */
    private static final class Use {
        private int queries;
        private int passing;
        private String example = "";
        private boolean examplePasses;
    }

    /** @param homonyms normalised names, and with them their plurals, of which the recipe knows that they are ordinary words */
    WordChecks(Lexicon lexicon, Names names, GateChecks gate, Set<String> homonyms, Findings findings) {
        this.lexicon = lexicon;
        this.names = names;
        this.gate = gate;
        this.homonyms = homonyms;
        this.findings = findings;
    }

    /**
     * Looks for the names in queries, as the longest match would find them. A query that is nothing but the name and
     * gate words most likely means the name.
     */
    void run(List<String> queries) {
        Map<String, Use> uses = new TreeMap<>();
        for (String query : queries) {
            List<String> tokens = Tokenizer.tokens(query).toList();
            for (int i = 0; i < tokens.size(); ) {
                int end = end(tokens, i);
                if (end == i + 1 && !gate.rest(tokens, i).isEmpty()) {
                    count(uses.computeIfAbsent(tokens.get(i), any -> new Use()), query, gate.passes(tokens));
                }
                i = Math.max(end, i + 1);
            }
        }
        uses.forEach((word, use) -> report(word, use, queries.size()));
    }

    /** Where the longest name ends that begins at a token; that token itself if there is none. */
    private int end(List<String> tokens, int begin) {
        for (int end = Math.min(tokens.size(), begin + names.longest()); end > begin; end--) {
            if (names.found(String.join(" ", tokens.subList(begin, end))) != null) {
                return end;
            }
        }
        return begin;
    }

    private static void count(Use use, String query, boolean passes) {
        use.queries++;
        use.passing += passes ? 1 : 0;
        if (use.example.isEmpty() || (passes && !use.examplePasses)) {
            use.example = query;
            use.examplePasses = passes;
        }
    }

    private void report(String word, Use use, int queries) {
        @Nullable Name name = names.found(word);
        if (name != null && !homonyms.contains(word) && !homonyms.contains(name.text())) {
            List<String> parts = new ArrayList<>();
            parts.add(String.format(
                    Locale.ROOT,
                    "\"%s\", a name of \"%s\", is in %,d of %,d real web queries",
                    word,
                    name.label(),
                    use.queries,
                    queries));
            if (!gate.open()) {
                parts.add(String.format(Locale.ROOT, "%,d of these pass the gate", use.passing));
            }
            parts.add("such as \"" + use.example + "\"");
            findings.add(
                    use.passing > 0 ? Rule.ORDINARY_WORD : Rule.WORD_BEHIND_GATE,
                    lexicon.file(),
                    name.line(),
                    String.join("; ", parts));
        }
    }
}
