package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.clickture.ClicktureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TruthTest {

    private static final String TEXT =
            "# synthetic\nimage_key\tsubject\tbreed\na\tbreed\tpug\nb\tmix\t\nimage_key\tbreed\tboxer\n";

    @TempDir
    private Path folder;

    @Test
    void readsTheColumnOfTheLabel() throws IOException {
        Truth truth = Truth.read(Files.writeString(folder.resolve("t.tsv"), TEXT), "breed");

        assertThat(truth.label("a")).isEqualTo("pug");
        assertThat(truth.label("b")).isEmpty();
        assertThat(truth.label("image_key")).isEqualTo("boxer");
        assertThat(truth.knows("a")).isTrue();
        assertThat(truth.knows("c")).isFalse();
    }

    @Test
    void readsCompressedText() throws IOException {
        Path file = folder.resolve("t.tsv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(TEXT.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(Truth.read(file, "breed").label("a")).isEqualTo("pug");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t", "t.tsv", "t.tsv.gz", "t.tsv.zst"})
    void seesByItsFirstBytesThatTextIsCompressed(String name) throws IOException {
        Path file = folder.resolve(name);
        for (String part : List.of(TEXT, "second\tmember\tpug\n")) {
            try (OutputStream out = new GZIPOutputStream(
                    Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
                out.write(part.getBytes(StandardCharsets.UTF_8));
            }
        }
        Truth truth = Truth.read(file, "breed");

        assertThat(truth.label("a")).isEqualTo("pug");
        assertThat(truth.knows("second")).isTrue();
    }

    @Test
    void saysThatACompressedFileIsCutShort() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(TEXT.getBytes(StandardCharsets.UTF_8));
        }
        Path cut = folder.resolve("t.tsv.gz");
        Files.write(cut, Arrays.copyOf(bytes.toByteArray(), bytes.size() - 12));

        assertThatThrownBy(() -> Truth.read(cut, "breed"))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("t.tsv.gz: cannot be read: it ends too early; name a file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t", "t.tsv.zst", "t.tsv.gz"})
    void readsZstandard(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, Zstd.compress(TEXT.getBytes(StandardCharsets.UTF_8)));

        assertThat(Truth.read(file, "breed").label("a")).isEqualTo("pug");
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("t.tsv"), TEXT);
        Path notCompressed = Files.writeString(folder.resolve("t.tsv.gz"), TEXT);

        assertThatThrownBy(() -> Truth.read(file, "cat"))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("no column `cat`");
        assertThatThrownBy(() -> Truth.read(notCompressed, "breed"))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("t.tsv.gz: cannot be read");
        assertThatThrownBy(() -> Truth.read(folder.resolve("no.tsv"), "breed")).hasMessageContaining("no such file");
    }

    @Test
    void takesAnImageTwiceWithTheSameLabel() throws IOException {
        Truth truth = Truth.read(Files.writeString(folder.resolve("t.tsv"), "a\tpug\n\nb\t\na\tpug\nb\t\n"), "breed");

        assertThat(truth.label("a")).isEqualTo("pug");
        assertThat(truth.label("b")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tpug\n", "image_key\tbreed\na\tpug\n", "# by hand\na\tpug\n"})
    void skipsAByteOrderMark(String text) throws IOException {
        Truth truth = Truth.read(Files.writeString(folder.resolve("t.tsv"), "\uFEFF" + text), "breed");

        assertThat(truth.label("a")).isEqualTo("pug");
        assertThat(truth.labelled()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a~pug/b~pug/a~boxer|t.tsv:3: image a is \"boxer\" here and \"pug\" in line 1; leave one",
                "image_key~breed/a~/a~pug|t.tsv:3: image a is \"pug\" here and \"\" in line 2; leave one",
                "a~pug/b~pug~x|t.tsv:2: it has 3 fields, not 2",
                "a~pug~x/b~pug|t.tsv:1: it has 3 fields, not 2",
                "a~pug/b pug|t.tsv:2: it has 1 field, not 2",
                "image_key~subject~breed/a~dog|t.tsv:2: it has 2 fields, not 3 or more",
                "# by hand|t.tsv: it has no image; give",
            })
    void refusesWhatItWouldLoseOrMistake(String text, String message) throws IOException {
        Path file = Files.writeString(
                folder.resolve("t.tsv"), text.replace('~', '\t').replace('/', '\n') + "\n");

        assertThatThrownBy(() -> Truth.read(file, "breed"))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void refusesWhatIsNotUtf8(boolean compressed) throws IOException {
        byte[] latin1 = "image_key\tbreed\na\tpug\nb\tb\u00e9arn\n".getBytes(StandardCharsets.ISO_8859_1);
        Path file = folder.resolve("t.tsv");
        Files.write(file, compressed ? Zstd.compress(latin1) : latin1);

        assertThatThrownBy(() -> Truth.read(file, "breed"))
                .isInstanceOf(ClicktureException.class)
                .hasMessage(file + ":3: the truth is not UTF-8 at byte offset 25; save it as plain UTF-8 text");
    }

    @Test
    void knowsWhatIsRight() {
        Truth truth = Truth.of(Map.of("a", "pug", "b", ""));

        assertThat(truth.right("a", "pug", List.of("pug", "boxer"))).isTrue();
        assertThat(truth.right("a", "boxer", List.of("pug", "boxer"))).isFalse();
        assertThat(truth.right("a", "", List.of("pug", "boxer"))).isFalse();
        assertThat(truth.right("a", "", List.of("akita", "boxer"))).isTrue();
        assertThat(truth.right("b", "", List.of("pug"))).isTrue();
        assertThat(truth.right("b", "pug", List.of("pug"))).isFalse();
        assertThatThrownBy(() -> truth.right("c", "pug", List.of("pug")))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("image c is not in the truth");
    }
}
