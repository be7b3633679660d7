package org.clickture.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clickture.Recipe;
import org.clickture.lexicon.CompiledRecipe;
import org.clickture.lexicon.LexiconHints;
import org.clickture.lexicon.RecipeReader;
import org.clickture.resolve.AmbiguityTypes;
import org.clickture.resolve.Homonyms;
import org.clickture.resolve.LabelTree;
import org.clickture.resolve.VoteReader;
import org.clickture.resolve.Votes;
import org.clickture.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The recipe and the lexicon that a store was built with, from its own copies.
 *
 * @param store the store
 * @param recipe its recipe, compiled
 * @param hints what its lexicon says about the names
 */
record StoredRecipe(Store store, CompiledRecipe recipe, List<LexiconHints.Hint> hints) {

    static StoredRecipe of(Store store) {
        Recipe written = RecipeReader.read(store.recipeFile());
        Recipe recipe =
                written.withFiles(store.lexiconFile(), store.homonymsFile().orElse(null));
        return new StoredRecipe(store, CompiledRecipe.of(recipe), LexiconHints.read(recipe));
    }

    Votes votes() {
        return VoteReader.read(store, recipe, hints);
    }

    AmbiguityTypes types(@Nullable Path homonyms) {
        return new AmbiguityTypes(
                recipe,
                hints,
                Optional.ofNullable(homonyms)
                        .or(store::homonymsFile)
                        .map(file -> Homonyms.of(hints, recipe, file))
                        .orElseGet(() -> Homonyms.of(hints)));
    }

    LabelTree tree() {
        return LabelTree.of(store.labels(), hints);
    }
}
