package org.clickture.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.LongStream;
import org.clickture.ClicktureException;
import org.junit.jupiter.api.Test;

class ByteWindowTest {

    private final ByteSink sink = new ByteSink();

    @Test
    void readsTheNumbersThatWereWritten() {
        Random random = new Random(63);
        long[] numbers = LongStream.concat(
                        LongStream.of(0, 1, 127, 128, 16_383, 16_384, Long.MAX_VALUE),
                        random.longs(10_000).map(n -> n >>> (1 + random.nextInt(63))))
                .toArray();
        for (long number : numbers) {
            sink.number(number);
        }
        ByteWindow window = window();
        for (long number : numbers) {
            assertThat(window.number()).isEqualTo(number);
        }
        assertThat(window.remaining()).isZero();
    }

    @Test
    void refusesNumbersThatAreCutOff() {
        sink.number(Long.MAX_VALUE);
        for (int length = 0; length < 9; length++) {
            ByteWindow window = new ByteWindow(Path.of("x.bin"));
            window.set(ByteBuffer.wrap(sink.bytes()), 1_000, 0, length);
            assertThatThrownBy(window::number)
                    .isInstanceOf(ClicktureException.class)
                    .hasMessageStartingWith("x.bin is damaged at byte offset 1,00" + length + ": ");
        }
    }

    @Test
    void refusesNumbersOfMoreThanSixtyThreeBits() {
        for (int i = 0; i < 9; i++) {
            sink.bytes(new byte[] {-1}, 0, 1);
        }
        sink.bytes(new byte[] {1}, 0, 1);
        assertThatThrownBy(window()::number).hasMessageContaining("more than 63 bits");
    }

    @Test
    void refusesLengthsBeyondTheEnd() {
        sink.number(3);
        sink.bytes(new byte[] {7, 8}, 0, 2);
        assertThatThrownBy(window()::count).isInstanceOf(ClicktureException.class);
        sink.bytes(new byte[] {9}, 0, 1);
        ByteWindow window = window();
        byte[] copy = new byte[4];
        window.bytes(copy, window.count());
        assertThat(copy).containsExactly(7, 8, 9, 0);
        assertThat(window.remaining()).isZero();
    }

    @Test
    void refusesToWriteNegativeNumbers() {
        assertThatThrownBy(() -> sink.number(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    private ByteWindow window() {
        ByteWindow window = new ByteWindow(Path.of("x.bin"));
        window.set(ByteBuffer.wrap(sink.bytes()), 0, 0, sink.length());
        return window;
    }
}
