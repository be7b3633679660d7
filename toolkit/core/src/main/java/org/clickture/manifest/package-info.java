/**
 * Records where a result came from, as values and as JSON.
 *
 * <p>Entry point: {@link org.clickture.manifest.Manifest}. May use: the root.
 */
@NullMarked
package org.clickture.manifest;

import org.jspecify.annotations.NullMarked;
