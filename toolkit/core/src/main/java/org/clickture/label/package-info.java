/**
 * Adds up what every image was clicked for, and says how labels are distributed.
 *
 * <p>Entry points: {@link org.clickture.label.Gathering} while a log is scanned, {@link org.clickture.label.LabelStatistics} and {@link org.clickture.label.SimpleRule} afterwards;
 * {@link org.clickture.label.KeyPrefix} sorts by key fast. May use: the
 * root, {@code lexicon}.
 */
@NullMarked
package org.clickture.label;

import org.jspecify.annotations.NullMarked;
