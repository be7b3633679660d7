package org.clickture.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.clickture.ClicktureException;
import org.clickture.Evidence;
import org.clickture.ImageCursor;
import org.clickture.LabelSet;
import org.clickture.TriadCursor;
import org.clickture.manifest.InputFile;
import org.clickture.manifest.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 100, 11_000})
    void answersAsTheOracle(int count) throws IOException {
        MemoryImages images = MemoryImages.random(count, count);
        try (Store store = Store.open(write(images))) {
            assertThat(store.labels()).isEqualTo(images.labels());
            assertThat(store.labelName()).isEqualTo("breed");
            assertThat(store.counts()).isEqualTo(images.counts());
            assertAnswers(store, images);
            assertThat(walk(store)).isEqualTo(labelSets(images));
            assertWalksTheTriads(store, images);
        }
    }

    private static void assertWalksTheTriads(Store store, MemoryImages images) {
        TriadCursor cursor = store.triads();
        ImageCursor order = store.images();
        while (order.next()) {
            assertThat(cursor.nextImage()).isTrue();
            assertThat(cursor.imageKey()).isEqualTo(order.imageKey());
            for (Evidence triad : images.evidence(order.imageKey())) {
                assertThat(cursor.nextTriad()).isTrue();
                assertThat(new String(cursor.query(), 0, cursor.queryLength(), StandardCharsets.UTF_8))
                        .isEqualTo(triad.query());
                assertThat(cursor.clicks()).isEqualTo(triad.clicks());
                assertThat(IntStream.range(0, cursor.size())
                                .mapToObj(i -> store.labels().get(cursor.labelId(i))))
                        .containsExactlyElementsOf(triad.labels());
            }
            assertThat(cursor.nextTriad()).isFalse();
        }
        assertThat(cursor.nextImage()).isFalse();
    }

    @Test
    void answersTheSameWhenOpenedAgain() throws IOException {
        MemoryImages images = MemoryImages.random(1, 500);
        Path path = write(images);
        for (int i = 0; i < 3; i++) {
            try (Store store = Store.open(path)) {
                assertAnswers(store, images);
            }
        }
    }

    @Test
    void answersSeveralThreadsAtOnce() throws Exception {
        MemoryImages images = MemoryImages.random(2, 2_000);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Store store = Store.open(write(images))) {
            Map<String, LabelSet> expected = labelSets(images);
            List<Future<Map<String, LabelSet>>> walks = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                walks.add(threads.submit(() -> {
                    assertAnswers(store, images);
                    return walk(store);
                }));
            }
            for (Future<Map<String, LabelSet>> walk : walks) {
                assertThat(walk.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void findsNothingUnderOtherKeys() throws IOException {
        MemoryImages images = MemoryImages.random(3, 300);
        try (Store store = Store.open(write(images))) {
            for (String key : List.of("", "x".repeat(256), "a b", "é", "no such key", "AAAAAAAAAAAAAA", "x")) {
                if (!images.keys().contains(key)) {
                    assertThat(store.find(key)).isEmpty();
                    assertThat(store.evidence(key)).isEmpty();
                }
            }
        }
    }

    @Test
    void readsMalformedQueriesAsReplacementCharacters() throws IOException {
        MemoryImages images = new MemoryImages(List.of("akita", "boxer"), List.of("a.tsv"));
        images.add("key", new MemoryImages.Triad(0, 5, "dog \u00FF\u00C3\u00A9", 2, List.of(1)));
        try (Store store = Store.open(write(images))) {
            assertThat(store.evidence("key"))
                    .containsExactly(new Evidence("dog \uFFFD\u00E9", 2, List.of("boxer"), "a.tsv", 5));
        }
    }

    @Test
    void keepsTheLargestNumbers() throws IOException {
        MemoryImages images = new MemoryImages(List.of("akita"), List.of("a.tsv"));
        for (int i = 0; i < 9_223; i++) {
            images.add("key", new MemoryImages.Triad(0, Long.MAX_VALUE - i, "q" + i, 999_999_999_999_999L, List.of(0)));
        }
        try (Store store = Store.open(write(images))) {
            assertThat(store.find("key")).contains(images.labelSet("key"));
            assertThat(store.evidence("key")).isEqualTo(images.evidence("key"));
        }
    }

    @Test
    void throwsAfterClosing() throws IOException {
        Store store = Store.open(write(MemoryImages.random(4, 10)));
        ImageCursor cursor = store.images();
        TriadCursor triads = store.triads();
        assertThat(triads.nextImage()).isTrue();
        store.close();
        store.close();
        assertThatThrownBy(() -> store.find("x")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.evidence("x")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(store::images).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(cursor::next).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(triads::nextTriad).isInstanceOf(IllegalStateException.class);
        assertThat(store.labels()).hasSize(305);
    }

    @Test
    void readsFromAFolderThatNobodyMayWrite() throws IOException {
        MemoryImages images = MemoryImages.random(5, 300);
        Path path = write(images);
        Map<String, String> before = StoreFixture.contents(path);
        for (String name : StoreFixture.names(path)) {
            Files.setPosixFilePermissions(path.resolve(name), PosixFilePermissions.fromString("r--r--r--"));
        }
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r-xr-xr-x"));
        try (Store store = Store.open(path)) {
            assertAnswers(store, images);
            assertThat(walk(store)).hasSize(300);
        } finally {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        assertThat(StoreFixture.contents(path)).isEqualTo(before);
    }

    @Test
    void mapsItsFilesForReadingOnly() throws IOException {
        Path maps = Path.of("/proc/self/maps");
        assumeTrue(Files.exists(maps), "Linux tells how files are mapped");
        Path path = write(MemoryImages.random(6, 300));
        try (Store store = Store.open(path)) {
            assertThat(store.images().next()).isTrue();
            List<String> mapped = Files.readAllLines(maps).stream()
                    .filter(line -> line.contains(path.toString()))
                    .toList();
            assertThat(mapped).hasSizeGreaterThanOrEqualTo(2).allMatch(line -> line.contains(" r--"));
            try (var descriptors = Files.list(Path.of("/proc/self/fd"))) {
                assertThat(descriptors.filter(Files::isSymbolicLink).map(StoreTest::target))
                        .noneMatch(file -> file.startsWith(path.toString()));
            }
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "closed meanwhile";
        }
    }

    @Test
    void saysThatThereIsNoStore() throws IOException {
        assertThatThrownBy(() -> Store.open(folder.resolve("none")))
                .isInstanceOf(ClicktureException.class)
                .hasMessage("there is no store at " + folder.resolve("none")
                        + "; check the path, or make one with 'clickture build'");
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> Store.open(file)).hasMessageContaining("is a file");
        assertThatThrownBy(() -> Store.open(folder)).hasMessageContaining("manifest.json");
    }

    @Test
    void saysWhatAHalfBuiltStoreLacks() throws IOException {
        Path path = write(MemoryImages.random(7, 50));
        Files.delete(path.resolve("manifest.json"));
        Files.delete(path.resolve("evidence.bin"));
        assertThatThrownBy(() -> Store.open(path))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("is no complete store: it lacks evidence.bin, manifest.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"images.dat", "evidence.bin", "labels.txt", "recipe.yaml", "lexicon.tsv"})
    void refusesAStoreOfWhichAFileIsMissingCutOrDamaged(String name) throws IOException {
        Path path = write(MemoryImages.random(8, 50));
        Path file = path.resolve(name);
        byte[] bytes = Files.readAllBytes(file);

        byte[] flipped = bytes.clone();
        flipped[bytes.length / 2] ^= 4;
        Files.write(file, flipped);
        assertRefused(path, name + " is damaged: its checksum (CRC-32C) is not the manifest's");

        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
        assertRefused(path, name + " has %,d bytes instead of %,d".formatted(bytes.length - 1, bytes.length));

        Files.delete(file);
        assertRefused(path, name + " is missing");
    }

    private static void assertRefused(Path path, String problem) {
        assertThatThrownBy(() -> Store.open(path))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining(problem);
        assertThat(Store.verify(path).stream().filter(check -> !check.ok()))
                .singleElement()
                .satisfies(check -> assertThat(problem)
                        .isEqualTo(check.name() + " " + check.problem().orElseThrow()));
    }

    @Test
    void verifiesASoundStore() throws IOException {
        assertThat(Store.verify(write(MemoryImages.random(9, 50)))).hasSize(5).allMatch(FileCheck::ok);
    }

    @Test
    void refusesDamagedManifests() throws IOException {
        Path path = write(MemoryImages.random(10, 5));
        Path manifest = path.resolve("manifest.json");
        String json = Files.readString(manifest);
        for (String damaged : List.of(
                "",
                "{}",
                "not json",
                json.substring(0, json.length() / 2),
                json.replace("\"format\" : 1", "\"format\" : 2"),
                json.replace("images.dat", "../images.dat"),
                json.replace("\"images\" :", "\"pictures\" :"))) {
            Files.writeString(manifest, damaged);
            assertThatThrownBy(() -> Store.open(path))
                    .isInstanceOf(ClicktureException.class)
                    .hasMessageContaining(manifest.toString())
                    .hasMessageContaining("build it again");
        }
        Files.write(manifest, new byte[] {'{', '"', -1, -2});
        assertThatThrownBy(() -> Store.open(path)).hasMessageStartingWith(manifest + " holds no JSON object");
    }

    /** Files beyond 1 GiB are not checksummed when a store is opened, so their bytes may be anything. */
    @Test
    void givesAnswersOrClearErrorsWhateverTheBytesAre() throws IOException {
        MemoryImages images = MemoryImages.random(11, 60);
        Path path = write(images);
        Random random = new Random(11);
        int refused = 0;
        for (int round = 0; round < 400; round++) {
            Path file = path.resolve(round % 2 == 0 ? "images.dat" : "evidence.bin");
            byte[] sound = Files.readAllBytes(file);
            byte[] damaged = sound.clone();
            int at = random.nextInt(damaged.length);
            Arrays.fill(damaged, at, Math.min(damaged.length, at + 1 + random.nextInt(40)), (byte) random.nextInt());
            Files.write(file, damaged);
            agreeWithManifest(path);
            try (Store store = Store.open(path)) {
                for (String key : images.keys()) {
                    refused += answers(() -> store.find(key)) && answers(() -> store.evidence(key)) ? 0 : 1;
                }
                refused += answers(() -> readAll(store)) ? 0 : 1;
            } catch (ClicktureException e) {
                refused++;
            }
            Files.write(file, sound);
        }
        assertThat(refused).isGreaterThan(100);
    }

    private static void readAll(Store store) {
        ImageCursor cursor = store.images();
        while (cursor.next()) {
            assertThat(cursor.labelSet(store.labels()).labels()).isNotEmpty();
        }
    }

    private static boolean answers(Runnable question) {
        try {
            question.run();
            return true;
        } catch (ClicktureException e) {
            assertThat(e)
                    .hasMessageMatching("(?s).*(images\\.dat|evidence\\.bin) is damaged at byte offset [0-9,]+: .*");
            return false;
        }
    }

    /** Makes the manifest state the checksums that the files have. */
    private static void agreeWithManifest(Path path) throws IOException {
        Path file = path.resolve("manifest.json");
        Manifest manifest = Manifest.parse(Files.readString(file), "test");
        List<InputFile> files = new ArrayList<>();
        for (InputFile listed : manifest.files()) {
            files.add(InputFile.of(listed.name(), path.resolve(listed.name())));
        }
        Files.writeString(file, manifest.withFiles(files).toJson(), StandardOpenOption.TRUNCATE_EXISTING);
    }

    private Path write(MemoryImages images) throws IOException {
        Path path = folder.resolve("store");
        StoreFixture.write(path, false, images, 2);
        return path;
    }

    private static void assertAnswers(Store store, MemoryImages images) {
        for (String key : images.keys()) {
            assertThat(store.find(key)).contains(images.labelSet(key));
            assertThat(store.evidence(key)).isEqualTo(images.evidence(key));
        }
    }

    private static Map<String, LabelSet> walk(Store store) {
        Map<String, LabelSet> walked = new TreeMap<>();
        ImageCursor cursor = store.images();
        while (cursor.next()) {
            LabelSet before = walked.put(cursor.imageKey(), cursor.labelSet(store.labels()));
            assertThat(before).isNull();
        }
        assertThat(cursor.next()).isFalse();
        return walked;
    }

    private static Map<String, LabelSet> labelSets(MemoryImages images) {
        Map<String, LabelSet> sets = new TreeMap<>();
        images.keys().forEach(key -> sets.put(key, images.labelSet(key)));
        return sets;
    }
}
