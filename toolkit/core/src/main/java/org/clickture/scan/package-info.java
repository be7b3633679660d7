/**
 * Cuts click logs into row-aligned segments and shows every triad whose query passes the gate once to a sink, in
 * parallel.
 *
 * <p>Entry points: {@link org.clickture.scan.LogFiles} finds the files, {@link org.clickture.scan.Scan} reads them. May
 * use: the root.
 */
@NullMarked
package org.clickture.scan;

import org.jspecify.annotations.NullMarked;
