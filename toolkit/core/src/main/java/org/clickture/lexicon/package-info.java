/**
 * Turns text to tokens, holds names with their labels, and finds the labels of a query.
 *
 * <p>Entry point: {@link org.clickture.lexicon.CompiledRecipe}; files are read by {@link
 * org.clickture.lexicon.RecipeReader} and {@link org.clickture.lexicon.LexiconReader}; {@link
 * org.clickture.lexicon.QueryReader} tells people what is found where. May use: the root.
 */
@NullMarked
package org.clickture.lexicon;

import org.jspecify.annotations.NullMarked;
