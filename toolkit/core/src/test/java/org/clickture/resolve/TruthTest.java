package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.clickture.ClicktureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
