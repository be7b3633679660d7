/**
 * Finds what is wrong or risky in a recipe and its lexicon: all of it, not the first alone.
 *
 * <p>Entry point: {@link org.clickture.check.RecipeCheck}. May use: the root, lexicon.
 */
@NullMarked
package org.clickture.check;

import org.jspecify.annotations.NullMarked;
