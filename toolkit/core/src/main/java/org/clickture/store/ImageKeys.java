package org.clickture.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * How image keys are kept in the map. Clickture's own keys are the 80 bits of a hash in 14 characters of base64; they
 * pack into 10 bytes. Every key comes back exactly as it was and no two keys share a packed form:
 *
 * <ul>
 *   <li>14 characters of {@code A-Za-z0-9+/} of which the last is {@code A}, {@code Q}, {@code g} or {@code w} (its low
 *       four bits are zero): the 10 bytes that they stand for;
 *   <li>any other key of 10 bytes, which could be mistaken for such a one: a zero byte, then the key;
 *   <li>any other key: as it is.
 * </ul>
 */
public final class ImageKeys {

    /** Bytes that a packed key needs at most: those of the longest key. */
    public static final int MAX_PACKED_BYTES = 255;

    private static final int HASH_CHARACTERS = 14;
    private static final int HASH_BYTES = 10;
    private static final byte PLAIN = 0;

    private static final byte[] ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SIX_BITS = sixBits();

    private ImageKeys() {}

    /**
     * Packs key[from, to) into packed and returns its length there.
     *
     * @param key holds 1 to 255 bytes in [from, to), none of them zero
     * @param packed has room for {@link #MAX_PACKED_BYTES} bytes
     * @throws IllegalArgumentException if the key is empty or too long
     */
    public static int pack(byte[] key, int from, int to, byte[] packed) {
        Objects.checkFromToIndex(from, to, key.length);
        int length = to - from;
        if (length < 1 || length > MAX_PACKED_BYTES) {
            throw new IllegalArgumentException("an image key has 1 to 255 bytes, not " + length);
        }
        if (length == HASH_CHARACTERS && packHash(key, from, packed)) {
            return HASH_BYTES;
        }
        if (length == HASH_BYTES) {
            packed[0] = PLAIN;
            System.arraycopy(key, from, packed, 1, length);
            return length + 1;
        }
        System.arraycopy(key, from, packed, 0, length);
        return length;
    }

    /** The image key that was packed into packed[from, to), as text. */
    public static String unpack(byte[] packed, int from, int to) {
        Objects.checkFromToIndex(from, to, packed.length);
        if (to - from == HASH_BYTES) {
            return unpackHash(packed, from);
        }
        boolean marked = to - from == HASH_BYTES + 1 && packed[from] == PLAIN;
        int plainFrom = marked ? from + 1 : from;
        return new String(packed, plainFrom, to - plainFrom, StandardCharsets.ISO_8859_1);
    }

    /** Whether this is a legal image key: 1 to 255 printable ASCII characters (0x21 to 0x7E). */
    public static boolean legal(String imageKey) {
        return !imageKey.isEmpty()
                && imageKey.length() <= MAX_PACKED_BYTES
                && imageKey.chars().allMatch(c -> c >= 0x21 && c <= 0x7E);
    }

    private static boolean packHash(byte[] key, int from, byte[] packed) {
        long bits = 0;
        int invalid = 0;
        for (int i = 0; i < HASH_CHARACTERS; i++) {
            byte six = SIX_BITS[Byte.toUnsignedInt(key[from + i])];
            invalid |= six;
            bits = (bits << 6) | (six & 63);
            // Characters 4, 8 and 12 end on a whole number of bytes.
            if (i % 4 == 3) {
                int at = i / 4 * 3;
                packed[at] = (byte) (bits >>> 16);
                packed[at + 1] = (byte) (bits >>> 8);
                packed[at + 2] = (byte) bits;
            }
        }
        packed[HASH_BYTES - 1] = (byte) (bits >>> 4);
        return invalid >= 0 && (bits & 15) == 0;
    }

    private static String unpackHash(byte[] packed, int from) {
        byte[] characters = new byte[HASH_CHARACTERS];
        long bits = 0;
        int bitCount = 0;
        int at = from;
        for (int i = 0; i < HASH_CHARACTERS; i++) {
            if (bitCount < 6) {
                int next = at < from + HASH_BYTES ? Byte.toUnsignedInt(packed[at++]) : 0;
                bits = (bits << 8) | next;
                bitCount += 8;
            }
            bitCount -= 6;
            characters[i] = ALPHABET[(int) (bits >>> bitCount) & 63];
        }
        return new String(characters, StandardCharsets.US_ASCII);
    }

    private static byte[] sixBits() {
        byte[] sixBits = new byte[256];
        Arrays.fill(sixBits, (byte) -1);
        for (int i = 0; i < ALPHABET.length; i++) {
            sixBits[ALPHABET[i]] = (byte) i;
        }
        return sixBits;
    }
}
