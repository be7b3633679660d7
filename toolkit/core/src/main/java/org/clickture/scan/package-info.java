/**
 * Cuts click logs into row-aligned segments and shows every triad whose query passes the gate once to a sink, in
 * parallel.
 *
 * <p>A {@code ScanWorker} reads segments; a {@code BlockSearch} turns their bytes into bits, with the Vector API where it
 * runs; a {@code RowCutter} makes rows of the bits; a {@code RowScanner} looks at those that may pass the gate. All ugly
 * code is in these four, the searches above all.
 *
 * <p>Entry points: {@link org.clickture.scan.LogFiles} finds the files, {@link org.clickture.scan.Scan} reads them. May
 * use: the root.
 */
@NullMarked
package org.clickture.scan;

import org.jspecify.annotations.NullMarked;
