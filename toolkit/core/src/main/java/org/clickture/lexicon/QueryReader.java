package org.clickture.lexicon;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clickture.DropReason;
import org.clickture.FoundName;
import org.clickture.MatchPolicy;
import org.clickture.QueryReading;
import org.clickture.TextSpan;

/**
 * Reads single queries by a recipe and tells why: which names stand where, what opened or closed the gate. Says the same as
 * {@link Matcher}, without its speed. Safe for use by several threads.
 */
public final class QueryReader {

    private final CompiledRecipe recipe;
    private final Set<String> gateWords;
    private final List<String> exclusions;
    private final int longestName;

    public QueryReader(CompiledRecipe recipe) {
        this.recipe = recipe;
        this.gateWords = new HashSet<>(recipe.gateWords());
        this.exclusions = recipe.recipe().exclude().stream()
                .map(phrase -> Tokenizer.tokens(phrase).toString())
                .toList();
        this.longestName = recipe.nameSources().keySet().stream()
                .mapToInt(QueryReader::words)
                .max()
                .orElse(0);
    }

    /** Reads a query. */
    public QueryReading read(String query) {
        SpannedTokens tokens = SpannedTokens.of(query);
        Optional<TextSpan> gateWord = gateWord(tokens);
        Optional<TextSpan> exclusion = exclusion(tokens);
        List<FoundName> names = names(tokens);
        return new QueryReading(
                query,
                gateWord,
                exclusion,
                names,
                Optional.ofNullable(
                        gateWord.isEmpty() && !gateWords.isEmpty()
                                ? DropReason.GATE
                                : exclusion.isPresent()
                                        ? DropReason.EXCLUSION
                                        : names.stream().noneMatch(FoundName::counts) ? DropReason.NAME : null));
    }

    private Optional<TextSpan> gateWord(SpannedTokens tokens) {
        for (int i = 0; i < tokens.count(); i++) {
            if (gateWords.contains(tokens.token(i))) {
                return Optional.of(tokens.span(i, i + 1));
            }
        }
        return Optional.empty();
    }

    private Optional<TextSpan> exclusion(SpannedTokens tokens) {
        for (int start = 0; start < tokens.count(); start++) {
            for (String phrase : exclusions) {
                int end = start + words(phrase);
                if (end <= tokens.count() && tokens.join(start, end).equals(phrase)) {
                    return Optional.of(tokens.span(start, end));
                }
            }
        }
        return Optional.empty();
    }

    private List<FoundName> names(SpannedTokens tokens) {
        List<FoundName> found = new ArrayList<>();
        int start = 0;
        while (start < tokens.count()) {
            List<FoundName> here = namesAt(tokens, start);
            if (recipe.recipe().match() == MatchPolicy.ALL || here.isEmpty()) {
                found.addAll(here);
                start++;
            } else {
                FoundName longest = here.get(here.size() - 1);
                found.add(longest);
                start = longest.span().endToken();
            }
        }
        return found;
    }

    /** The names that start at a token, shorter ones first. */
    private List<FoundName> namesAt(SpannedTokens tokens, int start) {
        List<FoundName> found = new ArrayList<>();
        for (int end = start + 1; end <= Math.min(tokens.count(), start + longestName); end++) {
            NameSource name = recipe.nameSources().get(tokens.join(start, end));
            if (name != null) {
                found.add(new FoundName(
                        tokens.span(start, end), name.text(), name.form(), name.label(), Optional.empty()));
            }
        }
        return found;
    }

    private static int words(String normalised) {
        return normalised.split(" ", -1).length;
    }
}
