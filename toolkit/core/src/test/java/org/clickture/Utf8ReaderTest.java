package org.clickture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8ReaderTest {

    private static final Path FILE = Path.of("l.tsv");
    private static final List<String> PIECES =
            List.of("a", "\n", "\t", "\u00e9", "\uFEFF", "\uFFFD", "\u6f22", "\uD83D\uDC36", "x".repeat(5000));
    private static final List<String> BAD = List.of("e9", "80", "c3", "c080", "eda080", "f09f90", "f5808080", "ff");

    private final Random random = new Random(7);

    @Test
    void readsWhatWasWritten() throws IOException {
        for (int run = 0; run < 200; run++) {
            String text = text();

            assertThat(read(text.getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(text.startsWith("\uFEFF") ? text.substring(1) : text);
        }
    }

    @Test
    void refusesWhatIsNotUtf8WithItsPlace() {
        for (int run = 0; run < 200; run++) {
            String before = text();
            byte[] good = before.getBytes(StandardCharsets.UTF_8);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(good);
            bytes.writeBytes(HexFormat.of().parseHex(BAD.get(random.nextInt(BAD.size()))));
            bytes.writeBytes(random.nextBoolean() ? new byte[] {'\n'} : new byte[0]);
            long line = 1 + before.chars().filter(c -> c == '\n').count();

            assertThatThrownBy(() -> read(bytes.toByteArray()))
                    .isInstanceOf(ClicktureException.class)
                    .hasMessage("l.tsv:" + line + ": the lexicon is not UTF-8 at byte offset " + good.length
                            + "; save it as plain UTF-8 text");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "\uFEFF", "\uFEFF\uFEFFa"})
    void takesOneByteOrderMarkAway(String text) throws IOException {
        assertThat(read(text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    @Test
    void keepsAllCharactersBeforeTheBadByte() throws IOException {
        try (Utf8Reader reader = reader(new byte[] {'a', 'b', (byte) 0xff})) {
            assertThat((char) reader.read()).isEqualTo('a');
            assertThat((char) reader.read()).isEqualTo('b');
            assertThatThrownBy(reader::read).isInstanceOf(ClicktureException.class);
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private String read(byte[] bytes) throws IOException {
        try (Utf8Reader reader = reader(bytes)) {
            StringWriter text = new StringWriter();
            char[] some = new char[1 + random.nextInt(5)];
            for (int count = reader.read(some); count >= 0; count = reader.read(some)) {
                text.write(some, 0, count);
            }
            return text.toString();
        }
    }

    /** Gives few bytes at a time, as a pipe does. */
    private Utf8Reader reader(byte[] bytes) {
        int most = random.nextBoolean() ? 1 + random.nextInt(3) : 1 + random.nextInt(9000);
        InputStream slow = new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] target, int from, int length) {
                return super.read(target, from, Math.min(length, most));
            }
        };
        return new Utf8Reader(slow, FILE, "lexicon");
    }
}
