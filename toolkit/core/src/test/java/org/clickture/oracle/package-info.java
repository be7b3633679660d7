/**
 * What the toolkit computes, once more: slow, obvious and written from the contract alone, to hold the fast engine
 * against.
 *
 * <p>Entry points: {@link org.clickture.oracle.Oracle} says what must come out, {@link org.clickture.oracle.RandomLogs}
 * and {@link org.clickture.oracle.Trap} say of what. May use: the value types of the root, nothing else of the toolkit.
 */
@NullMarked
package org.clickture.oracle;

import org.jspecify.annotations.NullMarked;
