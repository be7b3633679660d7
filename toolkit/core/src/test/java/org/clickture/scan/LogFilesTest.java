package org.clickture.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.clickture.ClicktureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogFilesTest {

    @TempDir
    Path temp;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(temp.resolve("logs/sub"));
        for (String name : List.of("logs/b.tsv", "logs/a.tsv.gz", "logs/.hidden", "logs/sub/c.tsv", "odd[1].tsv")) {
            Files.writeString(temp.resolve(name), name);
        }
    }

    private List<String> find(String... names) {
        List<String> paths =
                List.of(names).stream().map(name -> temp + "/" + name).toList();
        return LogFiles.find(paths).stream()
                .map(file -> temp.relativize(file.path()).toString())
                .toList();
    }

    @Test
    void listsAFolderInNameOrder() {
        assertThat(find("logs")).containsExactly("logs/a.tsv.gz", "logs/b.tsv");
    }

    @Test
    void expandsGlobs() {
        assertThat(find("logs/*.tsv")).containsExactly("logs/b.tsv");
        assertThat(find("logs/{a,b}*")).containsExactly("logs/a.tsv.gz", "logs/b.tsv");
    }

    @Test
    void takesAFileThatLooksLikeAGlobByItsName() {
        assertThat(find("odd[1].tsv")).containsExactly("odd[1].tsv");
    }

    /** A pipe seems to be a file of no bytes, and a log without rows is no error. */
    @Test
    void refusesAPipe() throws InterruptedException {
        Path pipe = temp.resolve("pipe");
        try {
            Process process = new ProcessBuilder("mkfifo", pipe.toString()).start();
            assumeTrue(process.waitFor() == 0, "no pipe can be made here");
        } catch (IOException e) {
            assumeTrue(false, "there is no mkfifo here");
        }
        assertThatThrownBy(() -> find("pipe"))
                .isInstanceOf(ClicktureException.class)
                .hasMessage(
                        pipe + ": this is a pipe or a device, which cannot be read in parts; write it to a file first");
    }

    @Test
    void ordersFilesByNameHoweverGiven() {
        assertThat(find("logs/sub", "logs/b.tsv")).isEqualTo(find("logs/b.tsv", "logs/sub"));
    }

    @Test
    void showsTheFirstRowsOfTheFirstFile() throws IOException {
        Files.createDirectories(temp.resolve("rows"));
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(temp.resolve("rows/a.tsv.gz")))) {
            gzip.write("k\ta dög\t1\n\nlast".getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(temp.resolve("rows/b.tsv"), "another file");
        Files.createFile(temp.resolve("empty.tsv"));
        List<String> rows = List.of(temp + "/rows");

        assertThat(LogFiles.firstRows(rows, 9)).containsExactly("k\ta dög\t1", "", "last");
        assertThat(LogFiles.firstRows(rows, 1)).containsExactly("k\ta dög\t1");
        assertThat(LogFiles.firstRows(List.of(temp + "/empty.tsv"), 9)).isEmpty();
    }

    @Test
    void refusesNamesThatMeanNothingAndFilesNamedTwice() {
        assertRefused("there is no such file or folder", "none.tsv");
        assertRefused("no file is there", "logs/*.csv");
        assertRefused("named twice", "logs", "logs/../logs/b.tsv");
    }

    private void assertRefused(String message, String... names) {
        assertThatThrownBy(() -> find(names))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining(message);
    }
}
