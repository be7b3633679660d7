package org.clickture.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
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
    void refusesFoldersAndMakesMissingOnes() {
        assertThatThrownBy(() -> AtomicFile.write(temp, true, out -> {})).hasMessageContaining("this is a folder");
        AtomicFile.write(temp.resolve("new/folder/out.csv"), false, out -> out.write(bytes("one")));
        assertThat(temp.resolve("new/folder/out.csv")).hasContent("one");
    }

    @Test
    void writesWhatALinkPointsTo() throws IOException {
        Path real = Files.createDirectory(temp.resolve("real")).resolve("out.csv");
        Files.writeString(real, "one");
        Path link = Files.createSymbolicLink(temp.resolve("link"), Path.of("real", "out.csv"));

        AtomicFile.write(link, true, out -> out.write(bytes("two")));

        assertThat(Files.readSymbolicLink(link)).isEqualTo(Path.of("real", "out.csv"));
        assertThat(real).hasContent("two");
        Files.delete(real);
        AtomicFile.write(link, false, out -> out.write(bytes("three")));
        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("three");
        assertThat(names()).containsExactly("link", "real");
    }

    @Test
    void leavesAPipeAPipe() throws Exception {
        Path pipe = temp.resolve("pipe");
        try {
            assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        } catch (IOException e) {
            assumeTrue(false, "there is no mkfifo here");
        }

        assertThatThrownBy(() -> AtomicFile.write(pipe, true, out -> out.write(bytes("two"))))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("a pipe");
        assertThat(Files.readAttributes(pipe, BasicFileAttributes.class).isOther())
                .isTrue();
        assertThat(names()).containsExactly("pipe");
    }
}
