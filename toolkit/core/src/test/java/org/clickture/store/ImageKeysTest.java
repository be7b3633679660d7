package org.clickture.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageKeysTest {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private final Random random = new Random(14);

    @Test
    void packsEightyBitHashesAsBase64Decodes() {
        for (int i = 0; i < 20_000; i++) {
            byte[] hash = new byte[10];
            random.nextBytes(hash);
            String key = Base64.getEncoder().withoutPadding().encodeToString(hash);
            assertThat(packed(key)).isEqualTo(hash);
            assertThat(ImageKeys.unpack(hash, 0, 10)).isEqualTo(key);
        }
    }

    @Test
    void packsEveryLegalLastCharacterAndNoOther() {
        for (char last = 0x21; last <= 0x7E; last++) {
            boolean hash = "AQgw".indexOf(last) >= 0;
            assertThat(packed("//++//++//++/" + last)).hasSize(hash ? 10 : 14);
        }
    }

    @Test
    void packsOnlyCharactersOfTheAlphabetAtEveryPlace() {
        for (int place = 0; place < 13; place++) {
            for (char c = 0x21; c <= 0x7E; c++) {
                String key = "A".repeat(place) + c + "A".repeat(13 - place);
                assertThat(packed(key)).hasSize(ALPHABET.indexOf(c) >= 0 ? 10 : 14);
                assertThat(unpacked(packed(key))).isEqualTo(key);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 10, 11, 12, 13, 14, 15, 100, 254, 255})
    void givesEveryKeyBackAndNoTwoTheSameBytes(int length) {
        Map<String, String> keysByPacked = new HashMap<>();
        for (int i = 0; i < 3_000; i++) {
            // Few different characters, so that keys of all forms meet.
            String alphabet = i % 2 == 0 ? "AQgw!" : ALPHABET;
            StringBuilder key = new StringBuilder();
            for (int j = 0; j < length; j++) {
                key.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            byte[] packed = packed(key.toString());
            assertThat(unpacked(packed)).isEqualTo(key.toString());
            String before = keysByPacked.put(HexFormat.of().formatHex(packed), key.toString());
            assertThat(before).isIn(null, key.toString());
        }
    }

    @Test
    void keepsPlainKeysOfTenBytesApartFromHashes() {
        // The bytes of this hash are printable characters: they are a legal key of their own.
        String hash =
                Base64.getEncoder().withoutPadding().encodeToString("0123456789".getBytes(StandardCharsets.US_ASCII));
        assertThat(packed(hash)).hasSize(10);
        assertThat(packed("0123456789")).hasSize(11).startsWith(0);
        assertThat(unpacked(packed("0123456789"))).isEqualTo("0123456789");
        assertThat(unpacked(packed(hash))).isEqualTo(hash);
    }

    @Test
    void readsOnlyItsRangeOfTheArrays() {
        byte[] bytes = "<AAAAAAAAAAAAAA>".getBytes(StandardCharsets.US_ASCII);
        byte[] packed = new byte[ImageKeys.MAX_PACKED_BYTES];
        assertThat(ImageKeys.pack(bytes, 1, 15, packed)).isEqualTo(10);
        assertThat(ImageKeys.unpack(new byte[14], 2, 12)).isEqualTo("AAAAAAAAAAAAAA");
    }

    @Test
    void refusesKeysWithoutBytesOrWithTooMany() {
        byte[] packed = new byte[ImageKeys.MAX_PACKED_BYTES];
        assertThatThrownBy(() -> ImageKeys.pack(new byte[4], 2, 2, packed))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ImageKeys.pack(new byte[300], 0, 256, packed))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsLegalKeys() {
        assertThat(ImageKeys.legal("a")).isTrue();
        assertThat(ImageKeys.legal("!~")).isTrue();
        assertThat(ImageKeys.legal("x".repeat(255))).isTrue();
        for (String illegal : new String[] {"", "x".repeat(256), "a b", "a\t", "\u007F", "é", "日", "\u0000"}) {
            assertThat(ImageKeys.legal(illegal)).isFalse();
        }
    }

    private static byte[] packed(String key) {
        byte[] packed = new byte[ImageKeys.MAX_PACKED_BYTES];
        int length = ImageKeys.pack(key.getBytes(StandardCharsets.US_ASCII), 0, key.length(), packed);
        return Arrays.copyOf(packed, length);
    }

    private static String unpacked(byte[] packed) {
        return ImageKeys.unpack(packed, 0, packed.length);
    }
}
