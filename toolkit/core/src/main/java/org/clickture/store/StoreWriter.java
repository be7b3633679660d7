package org.clickture.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.clickture.ClicktureException;
import org.clickture.Counts;
import org.clickture.label.GatheredImages;
import org.clickture.manifest.InputFile;
import org.clickture.manifest.Manifest;

/**
 * Writes stores. A store appears at its place complete or not at all. The same input gives the same bytes, whatever the
 * number of threads and the JDK, on systems with the same page size.
 */
public final class StoreWriter {

    private StoreWriter() {}

    /**
     * Checks, before anything is scanned, that a store may be written to a place.
     *
     * @param target the folder to make
     * @param force whether an existing store there may be replaced
     * @throws ClicktureException if something is there that may not be replaced
     */
    public static void requireFree(Path target, boolean force) {
        StoreFolder.requireFree(target, force);
    }

    /**
     * Writes a whole store beside {@code target} and moves it there when it is done. If it fails, nothing is left of it
     * and what was at {@code target} is still there.
     *
     * @param target the folder to make; the folders above it are made when they are missing
     * @param force whether an existing store there may be replaced; it stays until the new one is complete
     * @param labels the names of the label ids, sorted by UTF-16 code units
     * @param images what was gathered; walked twice
     * @param recipe the recipe's file, copied into the store
     * @param lexicon the lexicon's file, copied into the store
     * @param manifest the manifest but for the store's own files
     * @param threads how many threads may work, at least 1; there are always two, of which one encodes
     * @throws ClicktureException if the place is taken or cannot be written, the disk is full, the recipe or the lexicon
     *     has changed since the manifest was made, this JVM does not let Chronicle Map write, or the thread was
     *     interrupted
     */
    public static void write(
            Path target,
            boolean force,
            List<String> labels,
            GatheredImages images,
            Path recipe,
            Path lexicon,
            Manifest manifest,
            int threads) {
        try (BuildFolder build = BuildFolder.begin(target, force)) {
            Path folder = build.store();
            copy(recipe, folder.resolve(StoreFolder.RECIPE), manifest.recipe());
            copy(lexicon, folder.resolve(StoreFolder.LEXICON), manifest.lexicon());
            LabelsFile.write(folder.resolve(StoreFolder.LABELS), labels);
            new ImagesWriter(images).write(folder, Math.max(1, threads - 1));
            List<InputFile> files = new ArrayList<>();
            for (String name : StoreFolder.LISTED) {
                force(folder.resolve(name));
                files.add(InputFile.of(name, folder.resolve(name)));
            }
            readBack(folder, labels.size(), manifest.counts());
            Path manifestFile = folder.resolve(StoreFolder.MANIFEST);
            Files.write(manifestFile, manifest.withFiles(files).toJson().getBytes(StandardCharsets.UTF_8));
            force(manifestFile);
            build.publish();
        } catch (IOException e) {
            throw IoFailures.of("cannot write", target, e);
        }
    }

    private static void copy(Path from, Path to, Manifest.Source expected) throws IOException {
        Files.write(to, Files.readAllBytes(from));
        if (!Manifest.Source.of(to).sha256().equals(expected.sha256())) {
            throw new ClicktureException(from + " has changed since the build began. Build again.");
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Reads all images as every reader will and holds them against the counts of the run. */
    private static void readBack(Path folder, int labels, Counts counts) throws IOException {
        MapFile.Cursor images = MapFile.open(MappedFile.open(folder.resolve(StoreFolder.IMAGES)))
                .entries();
        ImageValue image = new ImageValue(labels);
        BitSet breeds = new BitSet();
        long imageCount = 0;
        long pairs = 0;
        long ambiguous = 0;
        while (images.next()) {
            image.read(images.value());
            imageCount++;
            pairs += image.size();
            ambiguous += image.size() > 1 ? 1 : 0;
            for (int i = 0; i < image.size(); i++) {
                breeds.set(image.labelId(i));
            }
        }
        Counts held = new Counts(
                counts.rows(),
                counts.malformed(),
                counts.invalidUtf8(),
                counts.gated(),
                counts.matched(),
                pairs,
                imageCount,
                breeds.cardinality(),
                ambiguous);
        if (!held.equals(counts)) {
            throw new IllegalStateException("the store holds " + held + " instead of " + counts);
        }
    }
}
