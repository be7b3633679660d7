package org.clickture.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import net.openhft.chronicle.algo.hashing.LongHashFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Xxh64Test {

    /** Values of the reference implementation, xxhsum. */
    @ParameterizedTest
    @CsvSource({
        "'', ef46db3751d8e999",
        "a, d24ec4f1a98c6e5b",
        "abc, 44bc2cf5ad770999",
        "Nobody inspects the spammish repetition, fbcea83c8a378bf1"
    })
    void givesTheReferenceValues(String text, String hash) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(Long.toHexString(Xxh64.hash(bytes, 0, bytes.length))).isEqualTo(hash);
    }

    @Test
    void hashesEveryLengthAndPlaceAsChronicleDoes() {
        byte[] bytes = new byte[400];
        new Random(1).nextBytes(bytes);
        for (int length = 0; length <= 300; length++) {
            int from = length % 37;
            byte[] part = Arrays.copyOfRange(bytes, from, from + length);
            assertThat(Xxh64.hash(bytes, from, from + length))
                    .isEqualTo(LongHashFunction.xx_r39().hashBytes(part));
        }
    }

    @Test
    void refusesRangesOutsideTheArray() {
        assertThatThrownBy(() -> Xxh64.hash(new byte[8], 1, 9)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
