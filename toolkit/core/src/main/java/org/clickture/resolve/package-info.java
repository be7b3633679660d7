/**
 * Says what kind of ambiguity an image has, gives every image one label, and says how sure that is.
 *
 * <p>Entry points: {@link org.clickture.resolve.VoteReader} makes {@link org.clickture.resolve.Votes} of labelled images,
 * {@link org.clickture.resolve.Method} resolves them, {@link org.clickture.resolve.AmbiguityTypes} types them, {@link
 * org.clickture.resolve.ScoreReport} compares them with a truth. May use: the root, {@code lexicon}, {@code label}.
 */
@NullMarked
package org.clickture.resolve;

import org.jspecify.annotations.NullMarked;
