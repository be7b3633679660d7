package org.clickture.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.clickture.ClicktureException;
import org.clickture.Counts;
import org.clickture.OutputFile;
import org.clickture.Progress;
import org.clickture.label.GatheredImages;
import org.clickture.label.Overflow;
import org.clickture.manifest.InputFile;
import org.clickture.manifest.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * Writes a store. It appears at its place complete or not at all. The same input gives the same bytes, whatever the
 * number of threads, the memory and the JDK, on systems with the same page size. Only {@link #overflow()} may be called
 * by several threads.
 */
public final class StoreWriter implements AutoCloseable {

    private final Path target;
    private final boolean force;
    private @Nullable BuildFolder build;
    private @Nullable ScratchFile scratch;
    private boolean closed;

    private StoreWriter(Path target, boolean force) {
        this.target = target;
        this.force = force;
    }

    /**
     * Prepares to write a store. Makes no file yet.
     *
     * @param target the folder to make
     * @param force whether an existing store there may be replaced; it stays until the new one is complete
     * @throws ClicktureException if something is there that may not be replaced, or no folder can be made there
     */
    public static StoreWriter to(Path target, boolean force) {
        StoreFolder.requireFree(target, force);
        OutputFile.requireFolderFor(target);
        return new StoreWriter(target, force);
    }

    /** Begins to load what {@link #write} needs, in the background. Not needed: without it, writing begins with it. */
    public void prepare() {
        MapWriter.warmUp();
    }

    /**
     * Begins to build beside the target: from then on nobody else can. Not needed: without it, {@link #overflow} or
     * {@link #write} begins. To be called before long work, which would be lost if another build were at it.
     *
     * @throws ClicktureException if the target is taken by now, cannot be written or another build for it is running
     * @throws IllegalStateException if the writer is closed
     */
    public void begin() {
        build();
    }

    /**
     * A place for what the memory does not take; valid until {@link #close()}. The first call begins to build, if nothing
     * has.
     *
     * @throws ClicktureException if the target is taken by now, cannot be written or another build for it is running
     * @throws IllegalStateException if the writer is closed
     */
    public synchronized Overflow overflow() {
        BuildFolder folder = build();
        ScratchFile file = scratch;
        if (file == null) {
            try {
                file = ScratchFile.create(folder.scratch());
            } catch (IOException e) {
                throw IoFailures.of("cannot write", target, e);
            }
            scratch = file;
        }
        return file;
    }

    private synchronized BuildFolder build() {
        if (closed) {
            // A worker of a scan that was given up: it must not leave a folder behind.
            throw new IllegalStateException("the writer of " + target + " is closed");
        }
        BuildFolder folder = build;
        if (folder == null) {
            folder = BuildFolder.begin(target, force);
            build = folder;
        }
        return folder;
    }

    /**
     * Writes the whole store beside the target and moves it there when it is done; makes the folders above the target
     * that are missing. If it fails, nothing is left of it once this is closed, and what was at the target is still
     * there.
     *
     * @param labels the names of the label ids, sorted by UTF-16 code units
     * @param images what was gathered; each part is walked once
     * @param recipe the recipe's files, copied into the store
     * @param manifest makes the manifest but for the store's own files
     * @param memoryBytes how much heap the run may take for triads, in whatever form
     * @param threads how many threads may work, at least 1
     * @param progress is told how far it is
     * @return what the store holds
     * @throws ClicktureException if the place is taken or cannot be written, the disk is full, one of the recipe's
     *     files has changed since the manifest was made, this JVM does not let Chronicle Map write, or the thread was
     *     interrupted
     */
    public ImageTotals write(
            List<String> labels,
            GatheredImages images,
            RecipeFiles recipe,
            Function<ImageTotals, Manifest> manifest,
            long memoryBytes,
            int threads,
            Progress progress) {
        Path folder = build().store();
        try {
            LabelsFile.write(folder.resolve(StoreFolder.LABELS), labels);
            ImagesWriter.Written written =
                    new ImagesWriter(folder, memoryBytes, threads, progress).write(images, this::overflow);
            Manifest whole = manifest.apply(written.totals());
            copy(recipe.recipe(), folder.resolve(StoreFolder.RECIPE), whole.recipe());
            copy(recipe.lexicon(), folder.resolve(StoreFolder.LEXICON), whole.lexicon());
            if (recipe.homonyms().isPresent()) {
                copy(
                        recipe.homonyms().get(),
                        folder.resolve(StoreFolder.HOMONYMS),
                        whole.homonyms().orElseThrow());
            }
            List<InputFile> files = new ArrayList<>();
            for (String name : StoreFolder.listed(whole)) {
                force(folder.resolve(name));
                files.add(
                        name.equals(StoreFolder.EVIDENCE)
                                ? written.evidence()
                                : InputFile.of(name, folder.resolve(name)));
            }
            readBack(folder, labels.size(), whole.counts(), threads);
            Path manifestFile = folder.resolve(StoreFolder.MANIFEST);
            Files.write(manifestFile, whole.withFiles(files).toJson().getBytes(StandardCharsets.UTF_8));
            force(manifestFile);
            build().publish();
            return written.totals();
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
    private static void readBack(Path folder, int labels, Counts counts, int threads) throws IOException {
        MapFile images = MapFile.open(MappedFile.open(folder.resolve(StoreFolder.IMAGES)));
        ImageTotals.Tally all = new ImageTotals.Tally();
        AtomicInteger nextSegment = new AtomicInteger();
        Crew.run(
                Math.min(threads, images.segments()),
                crew -> {
                    ImageTotals.Tally mine = new ImageTotals.Tally();
                    ImageValue image = new ImageValue(labels);
                    int segment = nextSegment.getAndIncrement();
                    while (segment < images.segments()) {
                        crew.check();
                        MapFile.Cursor cursor = images.entries(segment, segment + 1);
                        while (cursor.next()) {
                            image.read(cursor.value());
                            mine.add(image);
                        }
                        segment = nextSegment.getAndIncrement();
                    }
                    synchronized (all) {
                        all.add(mine);
                    }
                },
                () -> {});
        ImageTotals held = all.totals();
        ImageTotals expected = new ImageTotals(counts.images(), counts.pairs(), counts.breeds(), counts.ambiguous());
        if (!held.equals(expected)) {
            throw new IllegalStateException("the store holds " + held + " instead of " + expected);
        }
    }

    /** Removes all but a store that was written. */
    @Override
    public synchronized void close() {
        BuildFolder folder = build;
        ScratchFile file = scratch;
        build = null;
        scratch = null;
        closed = true;
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw IoFailures.of("cannot remove the temporary file beside", target, e);
        } finally {
            if (folder != null) {
                folder.close();
            }
            MapWriter.awaitWarmUp();
        }
    }
}
