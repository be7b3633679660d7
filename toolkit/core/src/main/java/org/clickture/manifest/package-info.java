/**
 * Records where a result came from.
 *
 * <p>Entry point: {@link org.clickture.manifest.Manifest}. May use: the root.
 */
@NullMarked
package org.clickture.manifest;

import org.jspecify.annotations.NullMarked;
