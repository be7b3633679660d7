package org.clickture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputFileTest {

    @TempDir
    private Path given;

    private Path temp;

    @BeforeEach
    void resolve() throws IOException {
        temp = given.toRealPath();
    }

    @Test
    void looksWithoutMakingAnything() throws IOException {
        OutputFile file = OutputFile.of(temp.resolve("a/b/out.csv"), false);

        assertThat(file.place()).isEqualTo(temp.resolve("a/b/out.csv"));
        assertThat(file.partial().getParent()).isEqualTo(temp.resolve("a/b"));
        try (Stream<Path> files = Files.list(temp)) {
            assertThat(files).isEmpty();
        }
        file.createFolder();
        file.createFolder();
        assertThat(temp.resolve("a/b")).isEmptyDirectory();
    }

    @Test
    void refusesAFileThatIsThereUnlessForced() throws IOException {
        Path file = Files.writeString(temp.resolve("out.csv"), "mine");

        assertThatThrownBy(() -> OutputFile.of(file, false))
                .isInstanceOf(ClicktureException.class)
                .hasMessage(file + ": this file exists; name another one or use --force to replace it");
        assertThat(OutputFile.of(file, true).place()).isEqualTo(file);
        assertThatThrownBy(() -> OutputFile.of(temp, false)).hasMessage(temp + ": this is a folder; name a file");
    }

    @Test
    void refusesAPlaceInAStoreForcedOrNot() throws IOException {
        Path evidence = Files.writeString(temp.resolve("evidence.bin"), "mine");
        assertThat(OutputFile.of(evidence, true).place()).isEqualTo(evidence);
        Files.writeString(temp.resolve("manifest.json"), "{}");

        for (String name : List.of("evidence.bin", "new.csv")) {
            assertThatThrownBy(() -> OutputFile.of(temp.resolve(name), true))
                    .isInstanceOf(ClicktureException.class)
                    .hasMessageStartingWith(temp.resolve(name) + ": this is in the store " + temp);
        }
        assertThat(evidence).hasContent("mine");
    }

    @Test
    void refusesAPipeForcedOrNot() throws Exception {
        Path pipe = temp.resolve("pipe");
        makePipe(pipe);
        Path link = Files.createSymbolicLink(temp.resolve("link"), pipe);

        for (Path file : new Path[] {pipe, link}) {
            for (boolean force : new boolean[] {false, true}) {
                assertThatThrownBy(() -> OutputFile.of(file, force))
                        .isInstanceOf(ClicktureException.class)
                        .hasMessageStartingWith(file + ": this is a device, a pipe or a socket")
                        .hasMessageEndingWith("name a file");
            }
        }
    }

    private static void makePipe(Path pipe) throws InterruptedException {
        try {
            Process process = new ProcessBuilder("mkfifo", pipe.toString()).start();
            assumeTrue(process.waitFor() == 0, "no pipe can be made here");
        } catch (IOException e) {
            assumeTrue(false, "there is no mkfifo here");
        }
    }

    @Test
    void followsLinksToWhatIsThereAndToWhatIsNot() throws IOException {
        Files.createDirectory(temp.resolve("real"));
        Path folder = Files.createSymbolicLink(temp.resolve("folder"), Path.of("real"));
        Path there = Files.writeString(temp.resolve("real/there"), "mine");
        Path first = Files.createSymbolicLink(folder.resolve("first"), Path.of("../second"));
        Files.createSymbolicLink(temp.resolve("second"), Path.of("real/there"));
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), Path.of("../folder/new"));

        assertThat(OutputFile.of(first, true).place()).isEqualTo(there);
        assertThatThrownBy(() -> OutputFile.of(first, false)).hasMessageStartingWith(first + ": this file exists");
        assertThat(OutputFile.of(dangling, false).place()).isEqualTo(temp.resolve("real/new"));
        assertThat(OutputFile.of(temp.resolve("folder/../other"), false).place())
                .isEqualTo(temp.resolve("other"));
    }

    @Test
    void refusesLinksInACircle() throws IOException {
        Path a = Files.createSymbolicLink(temp.resolve("a"), Path.of("b"));
        Files.createSymbolicLink(temp.resolve("b"), Path.of("a"));

        assertThatThrownBy(() -> OutputFile.of(a, true))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("circle");
        assertThat(Files.exists(a, LinkOption.NOFOLLOW_LINKS)).isTrue();
    }

    @Test
    void refusesAPlaceBelowAFile() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "mine");
        Path below = file.resolve("a/out.csv");

        assertThatThrownBy(() -> OutputFile.of(below, true))
                .isInstanceOf(ClicktureException.class)
                .hasMessage(below + ": cannot be written: " + file + " is no folder; name another place");
        assertThatThrownBy(() -> OutputFile.requireFolderFor(below)).hasMessageContaining("is no folder");
    }

    @Test
    void refusesAFolderThatIsReadOnly() {
        Path folder = temp.resolve("closed");
        assumeTrue(folder.toFile().mkdir() && folder.toFile().setWritable(false));
        assumeTrue(!Files.isWritable(folder), "this user may write everywhere");

        assertThatThrownBy(() -> OutputFile.of(folder.resolve("out.csv"), false))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("the folder " + folder + " is read-only for you");
    }
}
