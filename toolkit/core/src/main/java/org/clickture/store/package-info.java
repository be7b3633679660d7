/**
 * Keeps label sets and their evidence in a folder around a Chronicle Map; the only package that knows Chronicle.
 *
 * <p>Entry point: {@link org.clickture.store.Store} and {@link org.clickture.store.StoreWriter}. May use: the root, {@code label}, {@code manifest}.
 */
@NullMarked
package org.clickture.store;

import org.jspecify.annotations.NullMarked;
