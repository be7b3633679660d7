/**
 * Wires one run end to end; the same calls serve the command line and the notebooks.
 *
 * <p>Entry point: {@link org.clickture.run.Clickture}. May use: all of core.
 */
@NullMarked
package org.clickture.run;

import org.jspecify.annotations.NullMarked;
