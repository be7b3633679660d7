/**
 * Makes Clickture-shaped click logs with a planted truth, of any size, the same bytes for the same request.
 *
 * <p>Entry points: {@link org.clickture.synth.SynthRequest} and {@link org.clickture.synth.Synth}. May use: the root,
 * lexicon.
 */
@NullMarked
package org.clickture.synth;

import org.jspecify.annotations.NullMarked;
