package org.clickture.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The files that decide what is in a store, which keeps copies of them.
 *
 * @param recipe the recipe
 * @param lexicon its lexicon
 * @param homonyms its list of homonyms, if it names one
 */
public record RecipeFiles(Path recipe, Path lexicon, Optional<Path> homonyms) {}
