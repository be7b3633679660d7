package org.clickture;

/**
 * The place of one malformed row.
 *
 * @param reason the first reason that holds
 * @param file the file as it was named
 * @param row the row in that file, the first is 1
 * @param byteOffset where the row begins in the file (in its decompressed text when it is compressed), the first byte
 *     is 0
 * @param found what stands there, shortened, with control characters escaped
 */
public record MalformedRow(MalformedReason reason, String file, long row, long byteOffset, String found) {}
