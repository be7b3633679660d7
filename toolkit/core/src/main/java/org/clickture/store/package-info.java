/**
 * Keeps label sets and their evidence in a folder around a Chronicle Map; the only package that knows Chronicle.
 *
 * <p>Chronicle Map writes the map ({@code MapWriter}); reading goes through an own reader of its file ({@code MapFile}),
 * since Chronicle itself cannot open a map without writing into it and a killed reader would leave its locks behind.
 *
 * <p>Entry points: {@link org.clickture.store.Store} and {@link org.clickture.store.StoreWriter}. May use: the root,
 * {@code label}, {@code manifest}.
 */
@NullMarked
package org.clickture.store;

import org.jspecify.annotations.NullMarked;
