/**
 * Writes data sets, each atomically: beside its name first, then moved there.
 *
 * <p>Entry point: {@link org.clickture.export.DatasetWriter}. May use: the root, {@code label}, {@code store}.
 */
@NullMarked
package org.clickture.export;

import org.jspecify.annotations.NullMarked;
