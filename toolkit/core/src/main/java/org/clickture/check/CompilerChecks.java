package org.clickture.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clickture.ClicktureException;
import org.clickture.Recipe;
import org.clickture.lexicon.CompiledRecipe;
import org.clickture.lexicon.Lexicon;
import org.clickture.lexicon.Tokenizer;

/** All that {@link CompiledRecipe} refuses, where it stops at the first. */
final class CompilerChecks {

    private final Recipe recipe;
    private final Lexicon lexicon;
    private final Names names;
    private final Findings findings;

    CompilerChecks(Recipe recipe, Lexicon lexicon, Names names, Findings findings) {
        this.recipe = recipe;
        this.lexicon = lexicon;
        this.names = names;
        this.findings = findings;
    }

    void run(RecipeLines lines) {
        for (String word : recipe.gate()) {
            int tokens = Tokenizer.tokens(word).count();
            if (tokens != 1) {
                findings.add(
                        Rule.GATE_WORD,
                        recipe.file(),
                        lines.of("gate", word),
                        "gate word \"" + word + "\" has " + tokens + " tokens");
            }
        }
        for (String phrase : recipe.exclude()) {
            if (!Tokenizer.hasToken(phrase)) {
                findings.add(
                        Rule.EXCLUSION, recipe.file(), lines.of("exclude", phrase), "exclusion \"" + phrase + "\"");
            }
        }
        phrases("context", recipe.context(), lines);
        phrases("reject", recipe.reject(), lines);
        phrases("compounds", recipe.compounds(), lines);
        names();
        if (recipe.plural()) {
            plurals();
        }
        if (!findings.hasErrors()) {
            compile();
        }
    }

    private void phrases(String key, List<String> phrases, RecipeLines lines) {
        for (String phrase : phrases) {
            if (!Tokenizer.hasToken(phrase)) {
                findings.add(
                        Rule.PHRASE,
                        recipe.file(),
                        lines.of(key, phrase),
                        "the phrase \"" + phrase + "\" of `" + key + "`");
            }
        }
    }

    private void names() {
        for (Name name : names.all()) {
            Name first = names.written(name.text());
            if (name.tokens().isEmpty()) {
                findings.add(
                        Rule.EMPTY_NAME,
                        lexicon.file(),
                        name.line(),
                        "the name \"" + name.written() + "\" of \"" + name.label() + "\"");
            } else if (first != null && !first.sameLabel(name)) {
                findings.add(
                        Rule.TWO_LABELS,
                        lexicon.file(),
                        name.line(),
                        "\"" + name.text() + "\" stands for \"" + name.label() + "\" here and for \"" + first.label()
                                + "\" in line " + first.line());
            }
        }
    }

    private void plurals() {
        Map<String, Name> owners = new HashMap<>();
        for (Name name : names.all()) {
            if (name.tokens().isEmpty()) {
                continue;
            }
            String plural = Names.plural(name);
            Name first = names.written(plural) == null ? owners.putIfAbsent(plural, name) : null;
            if (first != null && !first.sameLabel(name) && !first.text().equals(name.text())) {
                findings.add(
                        Rule.TWO_PLURALS,
                        lexicon.file(),
                        name.line(),
                        "\"" + plural + "\" is the plural of \"" + name.text() + "\" here and of \"" + first.text()
                                + "\" in line " + first.line());
            }
        }
    }

    /** Whatever else it refuses, all of the recipe itself; homonyms have checks of their own. */
    private void compile() {
        try {
            CompiledRecipe.of(recipe, lexicon, Optional.empty());
        } catch (ClicktureException e) {
            findings.refused(Rule.COMPILES_NOT, recipe.file(), e);
        }
    }
}
