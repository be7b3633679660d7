package org.clickture.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clickture.Counts;
import org.clickture.MalformedReason;
import org.clickture.MalformedRow;
import org.clickture.Progress;
import org.clickture.manifest.InputFile;
import org.clickture.manifest.Manifest;

/** Writes stores of images in memory. Needs no JUnit, so that other processes can use it. */
final class StoreFixture {

    static final String RECIPE = "gate: [dog]\nlabel: breed\n";
    static final String LEXICON = "breed\taliases\nakita\takita inu\n";

    private StoreFixture() {}

    /** Writes a store of the images; the recipe and the lexicon come from a folder that is removed again. */
    static void write(Path target, boolean force, MemoryImages images, int threads) throws IOException {
        write(target, force, images, threads, 1 << 20);
    }

    static void write(Path target, boolean force, MemoryImages images, int threads, long memoryBytes)
            throws IOException {
        Path sources = Files.createTempDirectory("clickture-sources");
        try {
            Path recipe = Files.writeString(sources.resolve("dog.yaml"), RECIPE);
            Path lexicon = Files.writeString(sources.resolve("dog-breeds.tsv"), LEXICON);
            Manifest manifest = manifest(images, Manifest.Source.of(recipe), Manifest.Source.of(lexicon));
            try (StoreWriter writer = StoreWriter.to(target, force)) {
                ImageTotals totals = writer.write(
                        images.labels(),
                        images,
                        new RecipeFiles(recipe, lexicon, Optional.empty()),
                        found -> manifest,
                        memoryBytes,
                        threads,
                        Progress.NONE);
                if (!totals.equals(totals(images))) {
                    throw new AssertionError(totals + " instead of " + totals(images));
                }
            }
        } finally {
            Files.deleteIfExists(sources.resolve("dog.yaml"));
            Files.deleteIfExists(sources.resolve("dog-breeds.tsv"));
            Files.delete(sources);
        }
    }

    private static ImageTotals totals(MemoryImages images) {
        Counts counts = images.counts();
        return new ImageTotals(counts.images(), counts.pairs(), counts.breeds(), counts.ambiguous());
    }

    static Manifest manifest(MemoryImages images, Manifest.Source recipe, Manifest.Source lexicon) {
        return new Manifest(
                Manifest.FORMAT,
                "0.1.0",
                "unknown",
                Runtime.version().toString(),
                false,
                "breed",
                recipe,
                lexicon,
                Optional.empty(),
                "key,query,clicks",
                images.files().stream()
                        .map(name -> new InputFile(name, 12, "0123abcd"))
                        .toList(),
                images.counts(),
                List.of(new MalformedRow(MalformedReason.KEY, "a.tsv", 3, 1L << 40, "\\u0000\tx")),
                List.of());
    }

    /** The names of the files in a folder. */
    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Every file below a folder with its size, checksum and time. */
    static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        folder.relativize(file).toString(),
                        InputFile.of("", file) + " " + Files.getLastModifiedTime(file));
            }
        }
        return contents;
    }
}
