package org.clickture.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ByteTextTest {

    private final ByteText text = new ByteText(1);

    private String content() {
        return new String(text.bytes(), 0, text.length(), StandardCharsets.UTF_8);
    }

    @Test
    void growsAsItIsAppendedTo() {
        text.append("ä").append('b').append("xcdx".getBytes(StandardCharsets.UTF_8), 1, 3);
        assertThat(content()).isEqualTo("äbcd");
        text.truncate(3);
        assertThat(content()).isEqualTo("äb");
    }

    @Test
    void writesNumbersInDecimalDigits() {
        for (int number : new int[] {0, 9, 10, 99, 100, 12345, 999_999_999, 1_000_000_000, Integer.MAX_VALUE}) {
            text.truncate(0);
            text.append(number);
            assertThat(content()).isEqualTo(Integer.toString(number));
        }
    }

    @Test
    void insertsAndRemovesBytes() {
        text.append("ace");
        text.insert(1, 'b');
        text.insert(3, 'd');
        text.insert(5, 'f');
        assertThat(content()).isEqualTo("abcdef");
        text.remove(5);
        text.remove(0);
        assertThat(content()).isEqualTo("bcde");
    }

    @Test
    void hashesTheTextFromAPlaceOn() {
        text.append("a dog");
        long hash = text.hashFrom(2);
        text.append(" dog");
        assertThat(text.hashFrom(6)).isEqualTo(hash);
        assertThat(text.hashFrom(5)).isNotEqualTo(hash);
    }
}
