package org.clickture.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.clickture.ClicktureException;
import org.junit.jupiter.api.Test;

class EvidenceReaderTest {

    /** The image has the labels 1 and 3 of 5. */
    private final ImageValue image = new ImageValue(5);

    private final ByteSink record = new ByteSink();

    EvidenceReaderTest() {
        ByteSink value = new ByteSink();
        numbers(value, 0, 1, 7, 1, 2, 7, 1);
        image.read(window(value));
    }

    private static void numbers(ByteSink sink, long... numbers) {
        for (long number : numbers) {
            sink.number(number);
        }
    }

    private static ByteWindow window(ByteSink sink) {
        ByteWindow window = new ByteWindow(Path.of("x.bin"));
        window.set(ByteBuffer.wrap(sink.bytes()), 0, 0, sink.length());
        return window;
    }

    /** Appends the file, byte offset and clicks of a triad. */
    private void triad() {
        numbers(record, 0, 12, 3);
    }

    private void query(int length, String text) {
        record.number(length);
        record.bytes(text.getBytes(StandardCharsets.ISO_8859_1), 0, text.length());
    }

    private EvidenceReader reader() {
        EvidenceReader reader = new EvidenceReader(window(record), image, 1);
        reader.begin();
        return reader;
    }

    private void assertRefused(String what) {
        EvidenceReader reader = reader();
        assertThatThrownBy(reader::next)
                .isInstanceOf(ClicktureException.class)
                .hasMessageMatching("x\\.bin is damaged at byte offset [0-9]+: .*")
                .hasMessageContaining(what);
    }

    @Test
    void readsQueriesOfAnyLength() {
        List<String> queries = List.of("", "a", "b".repeat(256), "c".repeat(257), "d".repeat(100_000), "\0\r\u00FF");
        record.number(queries.size());
        for (String query : queries) {
            triad();
            numbers(record, 2, 0, 1);
            query(query.length(), query);
        }

        EvidenceReader reader = reader();

        for (String query : queries) {
            assertThat(reader.next()).isTrue();
            assertThat(new String(reader.query(), 0, reader.queryLength(), StandardCharsets.ISO_8859_1))
                    .isEqualTo(query);
            assertThat(reader.size()).isEqualTo(2);
            assertThat(reader.labelId(0)).isEqualTo(1);
            assertThat(reader.labelId(1)).isEqualTo(3);
        }
        assertThat(reader.next()).isFalse();
    }

    @Test
    void refusesAQueryThatRunsIntoOtherRecordsBeforeItMakesRoomForIt() {
        for (String separator : List.of("\t", "\n")) {
            record.clear();
            record.number(1);
            triad();
            numbers(record, 1, 1);
            query(1 << 20, "pug" + separator + "x".repeat(1 << 20));

            assertRefused("1,048,576 bytes that should be a query");
            EvidenceReader reader = reader();
            int room = reader.query().length;
            assertThatThrownBy(reader::next).isInstanceOf(ClicktureException.class);
            assertThat(reader.query()).hasSize(room);
        }
    }

    @Test
    void refusesAQueryThatRunsBeyondTheFile() {
        record.number(1);
        triad();
        numbers(record, 1, 1);
        query(1 << 30, "pug");

        assertRefused("a length of 1,073,741,824 runs beyond the 3 bytes that are left");
    }

    @Test
    void refusesMoreLabelsThanTheImageHas() {
        record.number(1);
        triad();
        numbers(record, 3, 0, 1, 1);
        query(3, "pug");

        assertRefused("a triad names 3 of 2 labels");
    }

    @Test
    void refusesATriadWithoutLabels() {
        record.number(1);
        triad();
        numbers(record, 0);
        query(3, "pug");

        assertRefused("a triad names 0 of 2 labels");
    }

    @Test
    void refusesALabelThatIsNamedTwice() {
        record.number(1);
        triad();
        numbers(record, 2, 1, 0);
        query(3, "pug");

        assertRefused("the image has no label at position 1");
    }

    @Test
    void refusesALabelThatTheImageHasNot() {
        record.number(1);
        triad();
        numbers(record, 1, 2);
        query(3, "pug");

        assertRefused("the image has no label at position 2");
    }
}
