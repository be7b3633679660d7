package org.clickture.scan;

/**
 * Puts the CRC-32C of a file together from those of its pieces, so that workers can read the pieces in any order. Appending
 * n zero bytes is a linear map on the 32 bits of a checksum; it is applied by repeated squaring, as zlib's {@code
 * crc32_combine} does for another polynomial. Immutable.
 */
final class Crc32c {

    /** Castagnoli's polynomial, bits reversed. */
    private static final int POLYNOMIAL = 0x82F63B78;

    /** The map for a piece of a fixed length: column i is where bit i goes. */
    private final int[] shift;

    /** @param bytes length of the pieces that will be appended */
    Crc32c(long bytes) {
        int[] power = oneZeroBit();
        int[] sum = identity();
        // A byte is eight bits: the loop runs over the bits of 8 * bytes.
        for (int doublings = 0; doublings < 3; doublings++) {
            power = times(power, power);
        }
        for (long rest = bytes; rest != 0; rest >>>= 1) {
            if ((rest & 1) != 0) {
                sum = times(power, sum);
            }
            power = times(power, power);
        }
        shift = sum;
    }

    /** The checksum of A followed by B, given that of A and that of B, whose length this was made for. */
    int append(int a, int b) {
        return apply(shift, a) ^ b;
    }

    private static int[] oneZeroBit() {
        int[] map = new int[32];
        map[0] = POLYNOMIAL;
        for (int i = 1; i < 32; i++) {
            map[i] = 1 << (i - 1);
        }
        return map;
    }

    private static int[] identity() {
        int[] map = new int[32];
        for (int i = 0; i < 32; i++) {
            map[i] = 1 << i;
        }
        return map;
    }

    private static int apply(int[] map, int vector) {
        int sum = 0;
        for (int rest = vector; rest != 0; rest &= rest - 1) {
            sum ^= map[Integer.numberOfTrailingZeros(rest)];
        }
        return sum;
    }

    private static int[] times(int[] outer, int[] inner) {
        int[] product = new int[32];
        for (int i = 0; i < 32; i++) {
            product[i] = apply(outer, inner[i]);
        }
        return product;
    }
}
