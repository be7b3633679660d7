package org.clickture.label;

/**
 * How many rows of the data set have a click count in a range. The bins are powers of two: 1, 2–3, 4–7, 8–15, …
 *
 * @param minClicks smallest click count of the bin, a power of two
 * @param maxClicks largest click count of the bin, {@code 2 * minClicks - 1}
 * @param rows (label, image) pairs with {@code minClicks <= clicks <= maxClicks}, may be 0
 */
public record ClicksBin(long minClicks, long maxClicks, long rows) {}
