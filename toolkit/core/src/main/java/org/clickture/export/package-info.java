/**
 * Writes data sets, each atomically: beside its name first, then moved there.
 *
 * <p>Entry points: {@link org.clickture.export.DatasetWriter} and {@link org.clickture.export.ResolutionWriter}. May use:
 * the root, {@code label}, {@code resolve}, {@code store}.
 */
@NullMarked
package org.clickture.export;

import org.jspecify.annotations.NullMarked;
