package org.clickture.lexicon;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clickture.DropReason;
import org.clickture.FoundName;
import org.clickture.MatchPolicy;
import org.clickture.NameForm;
import org.clickture.QueryReading;
import org.clickture.Refusal;
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
    /** What ends where in the recipe's names. */
    private final Map<Integer, NameSource> namesByNode = new HashMap<>();

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
        recipe.nameSources()
                .forEach((name, written) ->
                        namesByNode.put(recipe.names.find(recipe.vocabulary.idsOf(Tokenizer.tokens(name))), written));
    }

    /** Reads a query; a misspelt name does not count, for nothing supports it, but those inside it do. */
    public QueryReading read(String query) {
        return read(query, false);
    }

    /** Reads a query of which nothing else is known: see {@link Matcher#findLabelsAlone()}. */
    public QueryReading readAlone(String query) {
        return read(query, true);
    }

    private QueryReading read(String query, boolean alone) {
        SpannedTokens tokens = SpannedTokens.of(query);
        Optional<TextSpan> gateWord = gateWord(tokens);
        Optional<TextSpan> exclusion = exclusion(tokens);
        List<FoundName> names = recipe.nameRules == null ? names(tokens) : judgedNames(query, tokens, alone);
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

    /** The names as a {@link Matcher} judges them. */
    private List<FoundName> judgedNames(String query, SpannedTokens tokens, boolean alone) {
        byte[] utf8 = query.getBytes(StandardCharsets.UTF_8);
        Matcher matcher = recipe.newMatcher();
        matcher.read(utf8, 0, utf8.length);
        matcher.find(alone);
        FoundNames names = matcher.foundNames();
        List<FoundName> found = new ArrayList<>();
        for (int i = 0; i < names.count(); i++) {
            NameSource name = nameAt(names.node(i));
            boolean counts = !alone && names.refusal(i) == Refusal.INSIDE_MISSPELT;
            found.add(new FoundName(
                    tokens.span(names.start(i), names.end(i)),
                    name.text(),
                    names.isMisspelt(i) ? NameForm.MISSPELT : name.form(),
                    name.label(),
                    Optional.ofNullable(counts ? null : names.refusal(i)).map(Refusal::reason)));
        }
        found.sort(Comparator.comparingInt((FoundName name) -> name.span().firstToken())
                .thenComparing(name -> name.span().endToken())
                .thenComparing(FoundName::name));
        return found;
    }

    private NameSource nameAt(int node) {
        NameSource name = namesByNode.get(node);
        if (name == null) {
            throw new IllegalStateException("no name ends at node " + node);
        }
        return name;
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
