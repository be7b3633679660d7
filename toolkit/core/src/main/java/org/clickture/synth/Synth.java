package org.clickture.synth;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.clickture.ClicktureException;
import org.clickture.OutputFile;
import org.clickture.Progress;
import org.clickture.lexicon.Plurals;
import org.jspecify.annotations.Nullable;

/**
 * Writes generated click logs. The rows are made block by block on up to four threads and written in order; the heap it
 * needs does not depend on the length of the log.
 */
public final class Synth {

    private static final int MAX_THREADS = 4;

    private final Model model;
    private final Extent extent;
    private final Progress progress;
    private long rows;
    private long malformedRows;
    private long breedImages;
    private long severalBreedsImages;

    private Synth(SynthRequest request, Progress progress) {
        model = Model.of(request);
        extent = Extent.of(model);
        this.progress = progress;
    }

    /**
     * Writes a log and what is true of it; makes the folders above them that are missing. The files appear when all of them
     * are complete. A symbolic link stays one: what it points to is written. Names that end in {@code .gz} or
     * {@code .zst} are compressed so.
     *
     * <p>The truth file is tab-separated: a line that says that it is synthetic, a header, then one line for each image of
     * the log, in the log's order (before scattering): {@code image_key}; {@code breed} (or what the recipe calls a label), the true
     * label, empty if it shows none of the lexicon; {@code subject}, what it shows (breed, mix, cross, dog, homonym, dog-thing, other); {@code
     * noise}, what was planted against the truth (look-alike, popular, broad, comparison, mix, wrong, homonym, or empty);
     * {@code noise_breed} (or with the recipe's word), which label that planted.
     *
     * @param log where to write it; with several shards they are numbered: {@code clicks-00.tsv}, {@code clicks-01.tsv}
     * @param truth where to write what is true, or null for nowhere
     * @param force whether files that exist are replaced
     * @throws ClicktureException if the lexicon or a knob cannot be used, a file exists, is no regular file or cannot be
     *     written, or the thread is interrupted; then no file is left
     */
    public static SynthReport write(
            SynthRequest request, Path log, @Nullable Path truth, boolean force, Progress progress) {
        List<Path> logs = ShardedLog.targets(log, request.shards());
        List<OutputFile> files =
                logs.stream().map(file -> OutputFile.of(file, force)).toList();
        OutputFile truthFile = truth == null ? null : OutputFile.of(truth, force);
        requireDifferentPlaces(files, truthFile);
        try {
            for (OutputFile file :
                    Stream.concat(files.stream(), Stream.ofNullable(truthFile)).toList()) {
                requireNoInput(file, request.lexicon());
            }
            return new Synth(request, progress).write(logs, files, truthFile);
        } catch (IOException e) {
            throw files.get(0).failed(e);
        }
    }

    private static void requireNoInput(OutputFile file, Path lexicon) throws IOException {
        if (Files.exists(lexicon) && Files.exists(file.place()) && Files.isSameFile(lexicon, file.place())) {
            throw new ClicktureException(file.named() + ": this is the lexicon; name another file");
        }
    }

    private static void requireDifferentPlaces(List<OutputFile> logs, @Nullable OutputFile truth) {
        Set<Path> places = new HashSet<>();
        for (OutputFile log : logs) {
            if (!places.add(log.place())) {
                throw new ClicktureException(log.named() + ": this is another shard as well; remove the symbolic link");
            }
        }
        if (truth != null && places.contains(truth.place())) {
            throw new ClicktureException(truth.named() + ": this is the log as well as its truth; give two names");
        }
    }

    private SynthReport write(List<Path> logs, List<OutputFile> logFiles, @Nullable OutputFile truth)
            throws IOException {
        String notice = model.request().notice();
        String label = model.breeds().labelName();
        try (PendingFiles files = new PendingFiles()) {
            long bytes;
            try (ShardedLog log = new ShardedLog(files, logFiles, notice, extent.images());
                    OutputStream truths = truth == null ? OutputStream.nullOutputStream() : files.create(truth)) {
                truths.write((notice.replace("click log made", "truth of the click log made") + "\nimage_key\t" + label
                                + "\tsubject\tnoise\tnoise_" + label + "\n")
                        .getBytes(StandardCharsets.UTF_8));
                writeBlocks(log, truths);
                bytes = log.bytes();
            }
            files.commit();
            progress.end("wrote " + Plurals.counted(rows, "row") + " of " + Plurals.counted(extent.images(), "image"));
            return new SynthReport(logs, rows, malformedRows, extent.images(), breedImages, severalBreedsImages, bytes);
        }
    }

    private void writeBlocks(ShardedLog log, OutputStream truths) throws IOException {
        int threads = Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(threads, Synth::daemon);
        try {
            long imagesPerBlock = BlockMaker.imagesPerBlock(model);
            long blocks = (extent.images() + imagesPerBlock - 1) / imagesPerBlock;
            Deque<Future<BlockMaker>> pending = new ArrayDeque<>();
            long next = 0;
            for (; next < Math.min(blocks, threads + 1); next++) {
                BlockMaker maker = new BlockMaker(model, extent);
                long number = next;
                pending.add(pool.submit(() -> maker.make(number, imagesPerBlock)));
            }
            while (!pending.isEmpty()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                BlockMaker maker = pending.remove().get();
                writeBlock(maker, log, truths);
                double done = (double) (maker.firstImage() + maker.block().imageCount()) / extent.images();
                progress.update("synth", log.bytes(), (long) (log.bytes() / done), rows);
                if (next < blocks) {
                    long number = next++;
                    pending.add(pool.submit(() -> maker.make(number, imagesPerBlock)));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClicktureException("interrupted; no file was left", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a block could not be made", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private void writeBlock(BlockMaker maker, ShardedLog log, OutputStream truths) throws IOException {
        Block block = maker.block();
        log.write(block, maker.firstImage());
        truths.write(block.truth().bytes(), 0, block.truth().length());
        rows += block.rowCount();
        malformedRows += block.malformedRows;
        breedImages += block.breedImages;
        severalBreedsImages += block.severalBreedsImages;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "clickture-synth");
        thread.setDaemon(true);
        return thread;
    }
}
