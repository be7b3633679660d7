package org.clickture.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import org.clickture.run.QueryMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryLinesTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void printsGateLabelsAndQueryForEachLine() throws IOException {
        match("dab\nb\r\n\nd x", Integer.MAX_VALUE);

        assertThat(printed()).isEqualTo("true\ta;b\tdab\nfalse\tb\tb\nfalse\t\t\ntrue\t\td x\n");
    }

    @Test
    void printsNothingForNothing() throws IOException {
        match("", 1);

        assertThat(printed()).isEmpty();
    }

    @Test
    void keepsTheBytesOfTheQuery() throws IOException {
        match("d\tab\u0000\u00ff\u00c3\r \r\nb\r\r\n", Integer.MAX_VALUE);

        assertThat(printed()).isEqualTo("true\ta;b\td\tab\u0000\u00ff\u00c3\r \nfalse\tb\tb\r\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 4096, Integer.MAX_VALUE})
    void printsTheSameHoweverTheBytesArrive(int bytesARead) throws IOException {
        Random random = new Random(bytesARead);
        StringBuilder lines = new StringBuilder();
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            String query = random.ints(random.nextInt(i % 100 == 99 ? 200_000 / Math.min(bytesARead, 50) : 20), 0, 6)
                    .map("abcd \u00e9"::charAt)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            lines.append(query).append(random.nextBoolean() ? "\n" : "\r\n");
            QueryMatcher.Match match = letters(query.getBytes(StandardCharsets.ISO_8859_1));
            expected.append(match.gate()).append('\t');
            expected.append(String.join(";", match.labels()))
                    .append('\t')
                    .append(query)
                    .append('\n');
        }
        match(lines.toString(), bytesARead);

        assertThat(printed()).isEqualTo(expected.toString());
    }

    @Test
    void answersBeforeItWaitsForTheNextLine() throws IOException {
        InputStream asking = new FilterInputStream(bytes("d\nb\n")) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int before = available();
                assertThat(out.toString(StandardCharsets.UTF_8).lines())
                        .as("answers when %d bytes are left", before)
                        .hasSize((4 - before) / 2);
                return super.read(into, from, Math.min(2, length));
            }
        };
        new QueryLines(QueryLinesTest::letters, new BufferedOutputStream(out)).matchAll(asking);

        assertThat(printed()).isEqualTo("true\t\td\nfalse\tb\tb\n");
    }

    /** Opens the gate for queries with a {@code d}; the labels are the letters {@code a}, {@code b} in the query. */
    private static QueryMatcher.Match letters(byte[] query) {
        String text = new String(query, StandardCharsets.ISO_8859_1);
        return new QueryMatcher.Match(
                text.contains("d"), Stream.of("a", "b").filter(text::contains).toList());
    }

    private void match(String lines, int bytesARead) throws IOException {
        InputStream slow = new FilterInputStream(bytes(lines)) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return super.read(into, from, Math.min(bytesARead, length));
            }
        };
        new QueryLines(QueryLinesTest::letters, out).matchAll(slow);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private String printed() {
        return out.toString(StandardCharsets.ISO_8859_1);
    }
}
