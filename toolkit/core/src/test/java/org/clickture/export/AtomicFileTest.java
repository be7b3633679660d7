package org.clickture.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.clickture.ClicktureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTest {

    @TempDir
    Path temp;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(temp)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void writesAndReplacesOnRequestOnly() throws IOException {
        Path file = temp.resolve("out.csv");
        AtomicFile.write(file, false, out -> out.write(bytes("one")));
        assertThatThrownBy(() -> AtomicFile.write(file, false, out -> out.write(bytes("two"))))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("out.csv: this file exists")
                .hasMessageContaining("--force");
        assertThat(file).hasContent("one");
        AtomicFile.write(file, true, out -> out.write(bytes("three")));
        assertThat(file).hasContent("three");
        assertThat(names()).containsExactly("out.csv");
    }

    @Test
    void leavesTheOldFileWhenWritingFails() throws IOException {
        Path file = temp.resolve("out.csv");
        AtomicFile.write(file, false, out -> out.write(bytes("one")));
        assertThatThrownBy(() -> AtomicFile.write(file, true, out -> {
                    out.write(bytes("half"));
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("out.csv: cannot be written")
                .hasMessageContaining("No space left on device");
        assertThat(file).hasContent("one");
        assertThat(names()).containsExactly("out.csv");
    }

    @Test
    void refusesFoldersAndMissingFolders() {
        assertThatThrownBy(() -> AtomicFile.write(temp, true, out -> {})).hasMessageContaining("this is a folder");
        assertThatThrownBy(() -> AtomicFile.write(temp.resolve("none/out.csv"), false, out -> {}))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("cannot be written");
    }
}
