package org.clickture.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.clickture.ClicktureException;
import org.clickture.Progress;
import org.clickture.label.GatheredImage;
import org.clickture.label.GatheredImages;
import org.clickture.label.Overflow;
import org.clickture.manifest.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreWriterTest {

    @TempDir
    Path folder;

    @TempDir
    Path sources;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 300, 12_000})
    void givesTheSameBytesForAnyThreadsAndMemory(int count) throws IOException {
        MemoryImages images = MemoryImages.random(count, count);
        StoreFixture.write(folder.resolve("one"), false, images, 1, 1L << 40);
        for (int threads : new int[] {1, 2, 4}) {
            Path many = folder.resolve("many" + threads);
            // Parts and entries of the last one find no memory at all.
            StoreFixture.write(many, false, images, threads, 1L << (20 - 5 * threads));
            for (String name : StoreFixture.names(folder.resolve("one"))) {
                assertThat(Files.mismatch(folder.resolve("one").resolve(name), many.resolve(name)))
                        .as(name)
                        .isEqualTo(-1);
            }
        }
    }

    @Test
    void writesAStoreAndNothingElse() throws IOException {
        StoreFixture.write(folder.resolve("a/b/store"), false, MemoryImages.random(1, 100), 2);
        assertThat(StoreFixture.contents(folder).keySet())
                .containsExactly(
                        "a/b/store/evidence.bin",
                        "a/b/store/images.dat",
                        "a/b/store/labels.txt",
                        "a/b/store/lexicon.tsv",
                        "a/b/store/manifest.json",
                        "a/b/store/recipe.yaml");
        assertThat(Files.readString(folder.resolve("a/b/store/recipe.yaml"))).isEqualTo(StoreFixture.RECIPE);
        assertThat(Files.readString(folder.resolve("a/b/store/lexicon.tsv"))).isEqualTo(StoreFixture.LEXICON);
    }

    @Test
    void takesNoMoreThanFortyBytesForAnImageOfOneLabel() throws IOException {
        MemoryImages images = new MemoryImages(List.of("akita"), List.of("a.tsv"));
        for (int i = 0; i < 20_000; i++) {
            byte[] hash = new byte[10];
            new Random(i).nextBytes(hash);
            images.add(
                    ImageKeys.unpack(hash, 0, 10), new MemoryImages.Triad(0, i, "akita dog", 1 + i % 100, List.of(0)));
        }
        StoreFixture.write(folder.resolve("store"), false, images, 2);
        assertThat(Files.size(folder.resolve("store/images.dat")) / 20_000.0).isLessThan(40);
    }

    @Test
    void printsNothing() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        try (PrintStream catcher = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(catcher);
            System.setErr(catcher);
            StoreFixture.write(folder.resolve("store"), false, MemoryImages.random(1, 100), 2);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void leavesAnExistingStoreAlone() throws IOException {
        Path store = folder.resolve("store");
        StoreFixture.write(store, false, MemoryImages.random(1, 10), 1);
        Map<String, String> before = StoreFixture.contents(folder);
        assertThatThrownBy(() -> StoreFixture.write(store, false, MemoryImages.random(2, 10), 1))
                .isInstanceOf(ClicktureException.class)
                .hasMessage(store + " exists. Choose another place or replace the store with --force.");
        assertThatThrownBy(() -> StoreWriter.to(store, false)).isInstanceOf(ClicktureException.class);
        assertThat(StoreFixture.contents(folder)).isEqualTo(before);
    }

    @Test
    void replacesAStoreWhenForcedWhileItIsRead() throws IOException {
        Path path = folder.resolve("store");
        MemoryImages first = MemoryImages.random(1, 200);
        MemoryImages second = MemoryImages.random(2, 300);
        StoreFixture.write(path, false, first, 1);
        String key = first.keys().iterator().next();
        try (Store old = Store.open(path)) {
            StoreFixture.write(path, true, second, 1);
            assertThat(old.find(key)).contains(first.labelSet(key));
            assertThat(old.evidence(key)).isEqualTo(first.evidence(key));
        }
        try (Store store = Store.open(path)) {
            assertThat(store.counts().images()).isEqualTo(300);
        }
        assertThat(StoreFixture.names(folder)).containsExactly("store");
    }

    @Test
    void replacesAnEmptyFolderWhenForced() throws IOException {
        Path path = Files.createDirectory(folder.resolve("store"));
        assertThatThrownBy(() -> StoreFixture.write(path, false, MemoryImages.random(1, 10), 1))
                .hasMessageContaining("exists");
        StoreFixture.write(path, true, MemoryImages.random(1, 10), 1);
        Store.open(path).close();
    }

    @Test
    void neverReplacesAnythingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        Path notes = Files.createDirectory(folder.resolve("notes"));
        Files.writeString(notes.resolve("diary.txt"), "mine");
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("manifest.json"), "{\"name\": \"another program's\"}");
        Path mixed = folder.resolve("mixed");
        StoreFixture.write(mixed, false, MemoryImages.random(1, 10), 1);
        Files.writeString(mixed.resolve("diary.txt"), "mine");
        Path link = Files.createSymbolicLink(folder.resolve("link"), notes);
        Map<String, String> before = StoreFixture.contents(folder);
        for (Path target : List.of(file, notes, other, mixed, link, folder)) {
            assertThatThrownBy(() -> StoreFixture.write(target, true, MemoryImages.random(2, 10), 1))
                    .as(target.toString())
                    .isInstanceOf(ClicktureException.class)
                    .hasMessageContaining(target.toString());
        }
        assertThat(StoreFixture.contents(folder)).isEqualTo(before);
    }

    @Test
    void leavesNothingOfABuildThatFails() throws IOException {
        Path path = folder.resolve("store");
        StoreFixture.write(path, false, MemoryImages.random(1, 10), 1);
        Map<String, String> before = StoreFixture.contents(folder);
        for (int failAt : new int[] {0, 700, 2_999}) {
            GatheredImages failing = new WatchedImages(MemoryImages.random(3, 3_000), failAt, () -> {
                throw new IllegalStateException("failed as planned");
            });
            assertThatThrownBy(() -> write(path, failing)).hasMessage("failed as planned");
            assertThat(StoreFixture.contents(folder)).isEqualTo(before);
        }
    }

    @Test
    void endsABuildWhoseThreadIsInterrupted() throws IOException {
        Path path = folder.resolve("store");
        Thread builder = Thread.currentThread();
        GatheredImages images = new WatchedImages(MemoryImages.random(3, 3_000), 1_000, builder::interrupt);
        assertThatThrownBy(() -> write(path, images))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(StoreFixture.names(folder)).isEmpty();
    }

    @Test
    void refusesImagesThatComeInAnotherOrder() {
        MemoryImages images = MemoryImages.random(4, 2_000);
        for (GatheredImages other : List.of(new ReversedParts(images), new ReversedImages(images))) {
            assertThatThrownBy(() -> write(folder.resolve("store"), other))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("reversed hash");
        }
    }

    @Test
    void refusesCountsThatAreNotThoseOfTheImages() throws IOException {
        GatheredImages images = MemoryImages.random(5, 100);
        assertThatThrownBy(() -> write(folder.resolve("store"), images, MemoryImages.random(6, 100)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("instead of");
        assertThat(folder.resolve("store")).doesNotExist();
    }

    @Test
    void refusesARecipeThatChangedDuringTheBuild() throws IOException {
        Path recipe = Files.writeString(sources.resolve("dog.yaml"), "gate: [dog]\n");
        Path lexicon = Files.writeString(sources.resolve("lexicon.tsv"), StoreFixture.LEXICON);
        MemoryImages images = MemoryImages.random(7, 10);
        Manifest manifest = StoreFixture.manifest(images, Manifest.Source.of(recipe), Manifest.Source.of(lexicon));
        Files.writeString(recipe, "gate: [cat]\n");
        assertThatThrownBy(() -> write(folder.resolve("store"), images, recipe, lexicon, manifest, 1 << 20))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("has changed");
        assertThat(folder.resolve("store")).doesNotExist();
    }

    @Test
    void saysHowMuchSpaceAStoreNeeds() throws IOException {
        ImagesWriter.requireSpace(folder, 1);
        assertThatThrownBy(() -> ImagesWriter.requireSpace(folder, 1_234_567_890_123_456_789L))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("needs about 1,234,567,890,123,456,789 bytes");
    }

    @Test
    void clearsWhatADeadBuildLeft() throws IOException {
        Path left = Files.createDirectories(folder.resolve(".store.partial/store"));
        Files.writeString(left.resolve("images.dat"), "half");
        Files.writeString(folder.resolve(".store.partial/scratch"), "what the memory did not take");
        Files.writeString(folder.resolve(".store.partial/lock"), "");
        StoreFixture.write(folder.resolve("store"), false, MemoryImages.random(8, 10), 1);
        assertThat(StoreFixture.names(folder)).containsExactly("store");
    }

    @Test
    void givesBackTheStoreThatADeadBuildWasAboutToReplace() throws IOException {
        Path path = folder.resolve("store");
        StoreFixture.write(path, false, MemoryImages.random(9, 10), 1);
        Files.createDirectories(folder.resolve(".store.partial"));
        Files.move(path, folder.resolve(".store.partial/old"));
        assertThatThrownBy(() -> StoreFixture.write(path, false, MemoryImages.random(9, 10), 1))
                .hasMessageContaining("exists");
        Store.open(path).close();
        assertThat(StoreFixture.names(folder)).containsExactly("store");
    }

    @Test
    void leavesABuildThatIsRunningAlone() throws IOException {
        Path path = folder.resolve("store");
        try (BuildFolder running = BuildFolder.begin(path, false)) {
            Files.writeString(running.store().resolve("images.dat"), "half");
            assertThatThrownBy(() -> StoreFixture.write(path, false, MemoryImages.random(1, 10), 1))
                    .isInstanceOf(ClicktureException.class)
                    .hasMessageContaining("another build of " + path + " is running");
            assertThat(running.store().resolve("images.dat")).hasContent("half");
            StoreFixture.write(folder.resolve("store2"), false, MemoryImages.random(1, 10), 1);
        }
        assertThatCode(() -> StoreFixture.write(path, false, MemoryImages.random(1, 10), 1))
                .doesNotThrowAnyException();
    }

    @Test
    void letsNobodyElseBeginOnceItHasBegun() {
        Path path = folder.resolve("store");
        try (StoreWriter first = StoreWriter.to(path, true);
                StoreWriter second = StoreWriter.to(path, true)) {
            first.begin();
            first.begin();
            assertThatThrownBy(second::begin)
                    .isInstanceOf(ClicktureException.class)
                    .hasMessageContaining("another build of " + path + " is running");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void keepsWhatTheMemoryDoesNotTakeAsLongAsItIsOpen() throws IOException {
        byte[] bytes = new byte[1_000_000];
        new Random(10).nextBytes(bytes);
        try (StoreWriter writer = StoreWriter.to(folder.resolve("store"), false)) {
            assertThat(StoreFixture.names(folder)).isEmpty();
            Overflow overflow = writer.overflow();
            assertThat(StoreFixture.names(folder)).containsExactly(".store.partial");
            assertThat(overflow.reserve(bytes.length)).isZero();
            assertThat(overflow.reserve(bytes.length)).isEqualTo(bytes.length);
            overflow.write(bytes.length, bytes, 0, bytes.length);
            overflow.write(5, bytes, 10, 300_000);

            byte[] read = new byte[bytes.length];
            writer.overflow().read(bytes.length, read, 0, bytes.length);
            assertThat(read).isEqualTo(bytes);
            overflow.read(5, read, 700_010, 1_000_000);
            assertThat(Arrays.copyOfRange(read, 700_010, 999_990)).isEqualTo(Arrays.copyOfRange(bytes, 10, 299_990));
            assertThatThrownBy(() -> overflow.read(3L * bytes.length, read, 0, 1))
                    .isInstanceOf(ClicktureException.class)
                    .hasMessageContaining("temporary file");
        }
        assertThat(StoreFixture.names(folder)).isEmpty();
    }

    @Test
    void takesNothingAnyMoreOnceItIsClosed() throws IOException {
        StoreWriter writer = StoreWriter.to(folder.resolve("store"), false);
        Overflow overflow = writer.overflow();
        writer.close();
        assertThatThrownBy(writer::overflow).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> overflow.write(0, new byte[1], 0, 1)).isInstanceOf(ClicktureException.class);
        assertThat(StoreFixture.names(folder)).isEmpty();
        writer.close();
    }

    @Test
    void leavesNothingOfWhatTheMemoryDidNotTake() throws IOException {
        Path path = folder.resolve("store");
        MemoryImages images = MemoryImages.random(11, 3_000);
        StoreFixture.write(path, false, images, 2, 1);
        assertThat(StoreFixture.names(folder)).containsExactly("store");
        Map<String, String> before = StoreFixture.contents(folder);
        GatheredImages failing = new WatchedImages(images, 2_500, () -> {
            throw new IllegalStateException("failed as planned");
        });
        assertThatThrownBy(() -> write(path, failing, 1)).hasMessage("failed as planned");
        assertThat(StoreFixture.contents(folder)).isEqualTo(before);
    }

    @Test
    void saysWhyItCannotWriteWhatTheMemoryDoesNotTake() throws IOException {
        Files.writeString(folder.resolve(".store.partial"), "in the way");
        try (StoreWriter writer = StoreWriter.to(folder.resolve("store"), false)) {
            assertThatThrownBy(writer::overflow)
                    .isInstanceOf(ClicktureException.class)
                    .hasMessageContaining(".store.partial");
        }
        assertThat(folder.resolve(".store.partial")).hasContent("in the way");
    }

    @Test
    void refusesLabelsThatNoFileOfLinesCanHold() throws IOException {
        MemoryImages images = new MemoryImages(List.of("a\nb"), List.of("a.tsv"));
        assertThatThrownBy(() -> StoreFixture.write(folder.resolve("store"), false, images, 1))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("a?b");
        MemoryImages unsorted = new MemoryImages(List.of("b", "a"), List.of("a.tsv"));
        assertThatThrownBy(() -> StoreFixture.write(folder.resolve("store"), false, unsorted, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void write(Path target, GatheredImages images) throws IOException {
        write(target, images, MemoryImages.random(3, 10));
    }

    private void write(Path target, GatheredImages images, long memoryBytes) throws IOException {
        write(target, images, MemoryImages.random(3, 10), memoryBytes);
    }

    private void write(Path target, GatheredImages images, MemoryImages manifestOf) throws IOException {
        write(target, images, manifestOf, 1 << 20);
    }

    private void write(Path target, GatheredImages images, MemoryImages manifestOf, long memoryBytes)
            throws IOException {
        Path recipe = Files.writeString(sources.resolve("dog.yaml"), StoreFixture.RECIPE);
        Path lexicon = Files.writeString(sources.resolve("lexicon.tsv"), StoreFixture.LEXICON);
        Manifest manifest = StoreFixture.manifest(manifestOf, Manifest.Source.of(recipe), Manifest.Source.of(lexicon));
        write(target, images, recipe, lexicon, manifest, memoryBytes);
    }

    private static void write(
            Path target, GatheredImages images, Path recipe, Path lexicon, Manifest manifest, long memoryBytes) {
        List<String> labels = MemoryImages.random(3, 0).labels();
        try (StoreWriter writer = StoreWriter.to(target, true)) {
            writer.write(
                    labels,
                    images,
                    new RecipeFiles(recipe, lexicon, Optional.empty()),
                    found -> manifest,
                    memoryBytes,
                    3,
                    Progress.NONE);
        }
    }

    /** Images that something happens to. */
    private record WatchedImages(MemoryImages images, int image, Runnable event, AtomicInteger seen)
            implements GatheredImages {

        WatchedImages(MemoryImages images, int image, Runnable event) {
            this(images, image, event, new AtomicInteger());
        }

        @Override
        public int parts() {
            return images.parts();
        }

        @Override
        public long bytes(int part) {
            return images.bytes(part);
        }

        @Override
        public void forEach(int part, Consumer<GatheredImage> visitor) {
            images.forEach(part, shown -> {
                if (seen.getAndIncrement() == image) {
                    event.run();
                }
                visitor.accept(shown);
            });
        }
    }

    private record ReversedParts(MemoryImages images) implements GatheredImages {

        @Override
        public int parts() {
            return images.parts();
        }

        @Override
        public long bytes(int part) {
            return images.bytes(part);
        }

        @Override
        public void forEach(int part, Consumer<GatheredImage> visitor) {
            images.forEach(images.parts() - 1 - part, visitor);
        }
    }

    private record ReversedImages(MemoryImages images) implements GatheredImages {

        @Override
        public int parts() {
            return images.parts();
        }

        @Override
        public long bytes(int part) {
            return images.bytes(part);
        }

        @Override
        public void forEach(int part, Consumer<GatheredImage> visitor) {
            Deque<GatheredImage> all = new ArrayDeque<>();
            images.forEach(part, all::addFirst);
            all.forEach(visitor);
        }
    }
}
