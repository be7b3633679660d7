package org.clickture.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clickture.ClicktureException;
import org.clickture.DroppedRows;
import org.clickture.ExplainedTriad;
import org.clickture.FunnelStep;
import org.clickture.ImageCursor;
import org.clickture.ImageExplanation;
import org.clickture.LabelledImages;
import org.clickture.OutputFile;
import org.clickture.Progress;
import org.clickture.check.Finding;
import org.clickture.check.RecipeCheck;
import org.clickture.export.AtomicFile;
import org.clickture.export.DatasetWriter;
import org.clickture.export.ResolutionWriter;
import org.clickture.label.PolicyRow;
import org.clickture.lexicon.CompiledRecipe;
import org.clickture.lexicon.QueryReader;
import org.clickture.resolve.Disagreement;
import org.clickture.resolve.Disagreements;
import org.clickture.resolve.Method;
import org.clickture.resolve.Resolutions;
import org.clickture.resolve.ScoreReport;
import org.clickture.resolve.Truth;
import org.clickture.resolve.TypeRow;
import org.clickture.scan.Columns;
import org.clickture.scan.LogFile;
import org.clickture.scan.LogFiles;
import org.clickture.scan.Scan;
import org.clickture.scan.ScanOptions;
import org.clickture.store.Store;
import org.clickture.synth.BackgroundQueries;
import org.jspecify.annotations.Nullable;

/** One call for each thing that the toolkit does; the command line and the notebooks use the same ones. */
public final class Clickture {

    private Clickture() {}

    /**
     * The first rows of a click log as they stand there, for people to look at: untrusted text. See {@link
     * LogFiles#firstRows}.
     */
    public static List<String> firstRows(List<String> logs, int limit) {
        return LogFiles.firstRows(logs, limit);
    }

    /**
     * Scans a click log into a new store and opens it.
     *
     * @throws org.clickture.ClicktureException if the recipe, the lexicon or the log cannot be used, or the store exists
     */
    public static Store build(BuildRequest request, Progress progress) {
        Build.run(request, ScanOptions.DEFAULT_SEGMENT_BYTES, progress);
        return open(request.out());
    }

    /**
     * If a store holds no image: what its log was like and what to look at, in one line.
     *
     * @param logs where the log's files are: files, folders or globs
     * @throws org.clickture.ClicktureException if a file of the log cannot be read
     */
    public static Optional<String> whyEmpty(Store store, List<String> logs) {
        return store.counts().images() > 0
                ? Optional.empty()
                : Optional.of(EmptyStore.why(store, LogFiles.utf16(logs).map(LogFile::name)));
    }

    /**
     * Opens a store for reading.
     *
     * @throws org.clickture.ClicktureException if it is no complete store
     */
    public static Store open(Path store) {
        return Store.open(store);
    }

    /**
     * Looks whether a file can be written, before the work for it begins. Makes and changes nothing.
     *
     * @param force whether an existing file may be replaced
     * @throws org.clickture.ClicktureException if {@link #writeDataset(LabelledImages, Path, boolean)} or {@link
     *     #writeResolutions} would refuse the file
     */
    public static void requireWritable(Path file, boolean force) {
        OutputFile.of(file, force);
    }

    /**
     * Writes the data set as CSV: one row for each (label, image key).
     *
     * @param force whether an existing file is replaced
     * @throws org.clickture.ClicktureException if the file exists, is no regular file or cannot be written
     */
    public static void writeDataset(LabelledImages images, Path csv, boolean force) {
        AtomicFile.write(csv, force, out -> DatasetWriter.write(images, out));
    }

    /**
     * Why an image has its labels: the triads behind them and the names in their queries; empty if it has no label.
     *
     * @throws org.clickture.ClicktureException if the store is damaged
     */
    public static Optional<ImageExplanation> explain(Store store, String imageKey) {
        return store.find(imageKey).map(image -> {
            QueryReader reader = new QueryReader(StoredRecipe.of(store).recipe());
            return new ImageExplanation(
                    store.labelName(),
                    image,
                    store.evidence(imageKey).stream()
                            .map(triad -> new ExplainedTriad(
                                    triad, reader.read(triad.query()).namesFor(triad.labels())))
                            .toList());
        });
    }

    /**
     * Scans the log of a store once more for all rows of an image, and tells which are no evidence and why. Also for an image
     * that is not in the store. A row with the wrong number of fields is one of the image if the key is among its fields.
     *
     * @param logs where the log's files are now: files, folders or globs; empty = where they were when the store was built
     * @throws org.clickture.ClicktureException if the key is not a legal one, or the log cannot be read or is not the one the
     *     store was built from
     */
    public static DroppedRows dropped(Store store, String imageKey, List<String> logs, Progress progress) {
        return dropped(store, imageKey, logs, Runtime.getRuntime().availableProcessors(), progress);
    }

    /** The same with a number of workers, at least 1. */
    public static DroppedRows dropped(Store store, String imageKey, List<String> logs, int threads, Progress progress) {
        DroppedRows rows =
                ImageRows.dropped(store, imageKey, logs, threads, ScanOptions.DEFAULT_SEGMENT_BYTES, progress);
        progress.end(String.format(
                Locale.ROOT,
                "rows of the image in the log: %,d, dropped: %,d",
                rows.rows(),
                rows.dropped().size()));
        return rows;
    }

    /**
     * Scans a log and tells how many of its rows fall out at each step, with a sample of them: the rows whose first 256 bytes
     * have the smallest XXH64, each content once.
     *
     * @throws org.clickture.ClicktureException if the recipe, the lexicon or the log cannot be used
     */
    public static List<FunnelStep> funnel(FunnelRequest request, Progress progress) {
        Funnel.Outcome outcome = funnel(
                Build.compile(request.recipe()),
                LogFiles.find(request.logs()),
                request.columns(),
                request.threads(),
                request.sample(),
                progress);
        progress.end(outcome.summary());
        return outcome.steps();
    }

    /**
     * The same for a store, with its own recipe and its own log.
     *
     * @param logs where the log's files are now; empty = where they were when the store was built
     * @param threads number of workers, at least 1
     * @param sample how many of the rows that fall out at a step are kept, at least 0
     * @throws org.clickture.ClicktureException if the log cannot be read or is not the one the store was built from
     */
    public static List<FunnelStep> funnel(Store store, List<String> logs, int threads, int sample, Progress progress) {
        StoreLog log = StoreLog.find(store, logs);
        Funnel.Outcome outcome = funnel(
                StoredRecipe.of(store).recipe(), log.files(), store.manifest().columns(), threads, sample, progress);
        log.requireSame(outcome.scan());
        progress.end(outcome.summary());
        return outcome.steps();
    }

    private static Funnel.Outcome funnel(
            CompiledRecipe recipe, List<LogFile> files, String columns, int threads, int sample, Progress progress) {
        ScanOptions options = new ScanOptions(threads, ScanOptions.DEFAULT_SEGMENT_BYTES, false);
        try (Funnel funnel = new Funnel(recipe, files, Columns.parse(columns), options, sample)) {
            return funnel.run(progress);
        }
    }

    /**
     * Scans a log once and tells what several policies make of it: the recipe as it is, with other ways to find names, and with
     * homonyms instead of its gate. The recipe's own row comes first; the others are held against it.
     *
     * @throws org.clickture.ClicktureException if a recipe, a file that it names, the log or the truth cannot be used
     */
    public static List<PolicyRow> policies(PoliciesRequest request, Progress progress) {
        try (Policies policies =
                new Policies(request, ScanOptions.DEFAULT_SEGMENT_BYTES, BuildRequest.defaultMemoryBytes())) {
            List<PolicyRow> rows = policies.run(progress);
            progress.end(rows.size() + " policies compared");
            return rows;
        }
    }

    /**
     * Gives every image of a store one label; images in the order of their keys.
     *
     * @throws org.clickture.ClicktureException if the store is damaged or the thread is interrupted
     */
    public static Resolutions resolve(Store store, Method method) {
        StoredRecipe recipe = StoredRecipe.of(store);
        return method.resolve(recipe.votes(), recipe.tree());
    }

    /**
     * The same by every method, so that they can be held against each other.
     *
     * @throws org.clickture.ClicktureException if the store is damaged or the thread is interrupted
     */
    public static Map<Method, Resolutions> resolveAll(Store store) {
        StoredRecipe recipe = StoredRecipe.of(store);
        return Method.resolveAll(recipe.votes(), recipe.tree());
    }

    /**
     * What {@link Method#EM} believes before its confidence is calibrated.
     *
     * @throws org.clickture.ClicktureException if the store is damaged or the thread is interrupted
     */
    public static Resolutions resolveUncalibrated(Store store) {
        StoredRecipe recipe = StoredRecipe.of(store);
        return Method.emUncalibrated(recipe.votes(), recipe.tree());
    }

    /**
     * Finds the images for which {@link Method#EM} chooses another label than a rule, each with what made it do so; see
     * {@link Disagreements#of}.
     *
     * @param rule {@link Method#CLICKS}, {@link Method#LOG_CLICKS} or {@link Method#QUERIES}
     * @throws org.clickture.ClicktureException if the store is damaged or the thread is interrupted
     */
    public static List<Disagreement> disagreements(Store store, Method rule) {
        StoredRecipe recipe = StoredRecipe.of(store);
        return Disagreements.of(store, recipe.recipe(), recipe.hints(), rule);
    }

    /**
     * What the images of a store truly show, if that is known: the store is synthetic, the file is there and has all images
     * of the store.
     *
     * @throws org.clickture.ClicktureException if the file is there but is no truth, see {@link Truth#read}
     */
    public static Optional<Truth> truth(Store store, Path file) {
        if (!store.manifest().synthetic() || !Files.exists(file)) {
            return Optional.empty();
        }
        Truth truth = Truth.read(file, store.labelName());
        ImageCursor images = store.images();
        while (images.next()) {
            if (!truth.knows(images.imageKey())) {
                return Optional.empty();
            }
        }
        return Optional.of(truth);
    }

    /**
     * Compares resolutions with the truth. Ambiguous are the images of the store with two or more labels, whichever method
     * resolved them; labels are those of its recipe.
     *
     * @param resolutions a file that {@link #writeResolutions} made of the store
     * @throws org.clickture.ClicktureException as {@link ScoreReport#of(Path, Path)}, and if an image is not in the store
     */
    public static ScoreReport score(Path resolutions, Path truth, Store store) {
        CompiledRecipe recipe = StoredRecipe.of(store).recipe();
        return ScoreReport.of(
                resolutions,
                truth,
                imageKey -> store.find(imageKey)
                        .orElseThrow(() ->
                                new ClicktureException(resolutions + ": image " + imageKey + " is not in the store "
                                        + store.folder() + "; give the store that the file was made of"))
                        .ambiguous(),
                recipe.recipe().label(),
                recipe.labels());
    }

    /**
     * Tells why images of a store have several labels: a row for each type, in the order in which they are tested.
     *
     * @param homonyms a file of names with another meaning, or null for those of the store's recipe and of its lexicon
     * @param examples the most examples of a type, at least 0
     * @throws org.clickture.ClicktureException if a file cannot be used or the thread is interrupted
     */
    public static List<TypeRow> ambiguityTypes(Store store, @Nullable Path homonyms, int examples) {
        StoredRecipe recipe = StoredRecipe.of(store);
        return recipe.types(homonyms).count(store, examples);
    }

    /**
     * Writes resolutions as CSV: {@code image_key}, the label, {@code confidence}, {@code candidates}.
     *
     * @param minConfidence if above 0, images with a lower confidence or without a label are left out
     * @param force whether an existing file is replaced
     * @throws org.clickture.ClicktureException if the file exists, is no regular file or cannot be written
     */
    public static void writeResolutions(
            Resolutions resolutions, String labelName, double minConfidence, Path csv, boolean force) {
        AtomicFile.write(csv, force, out -> ResolutionWriter.write(resolutions, labelName, minConfidence, out));
    }

    /**
     * The same into a stream, which is flushed and stays open.
     *
     * @throws IOException what the stream throws
     */
    public static void writeResolutions(
            Resolutions resolutions, String labelName, double minConfidence, OutputStream csv) throws IOException {
        ResolutionWriter.write(resolutions, labelName, minConfidence, csv);
    }

    /** What people who get an export must be told, in one sentence: what its licence forbids, or that it is synthetic. */
    public static String exportNote(Store store) {
        return store.manifest().synthetic()
                ? "This data is synthetic: a generator made the click log."
                : "Clickture may not be redistributed: if the click log is Microsoft's, its licence holds for this file too.";
    }

    /**
     * The same into a stream, which is flushed and stays open.
     *
     * @throws IOException what the stream throws
     */
    public static void writeDataset(LabelledImages images, OutputStream csv) throws IOException {
        DatasetWriter.write(images, csv);
    }

    /** Which byte search finds the gate's words in a large log in this JVM and why, in one sentence. */
    public static String gateSearch() {
        return Scan.search();
    }

    /**
     * How a recipe reads queries.
     *
     * @throws org.clickture.ClicktureException if the recipe or its lexicon cannot be used
     */
    public static QueryMatcher matcher(Path recipe) {
        return new QueryMatcher(Build.compile(recipe));
    }

    /**
     * Finds what is wrong or risky in a recipe and its lexicon: all errors, where {@link #build} stops at the first.
     *
     * @param homonyms a file of names with another meaning, which is checked besides the recipe's own; or null
     * @return errors first, then risks, then notes; they hold text of the files
     */
    public static List<Finding> checkRecipe(Path recipe, @Nullable Path homonyms) {
        return RecipeCheck.check(recipe, homonyms, BackgroundQueries.all());
    }
}
