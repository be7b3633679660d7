/**
 * Adds up what every image was clicked for
 *
 * <p>Entry point:  evidence in, label sets out.. May use: {@link org.clickture.label.GatheredImages}:the root, {@code lexicon}.
 */
@NullMarked
package org.clickture.label;

import org.jspecify.annotations.NullMarked;
