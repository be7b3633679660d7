package org.clickture.manifest;

/**
 * A file that a result was made from or that belongs to it.
 *
 * @param name as it was given; for the store's own files the name inside the store
 * @param bytes its size on disk
 * @param crc32c CRC-32C (Castagnoli) of its bytes on disk, 8 lower-case hexadecimal digits
 */
public record InputFile(String name, long bytes, String crc32c) {}
