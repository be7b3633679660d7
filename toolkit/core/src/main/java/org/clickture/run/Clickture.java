package org.clickture.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.clickture.LabelledImages;
import org.clickture.Progress;
import org.clickture.check.Finding;
import org.clickture.check.RecipeCheck;
import org.clickture.export.AtomicFile;
import org.clickture.export.DatasetWriter;
import org.clickture.export.ResolutionWriter;
import org.clickture.resolve.Method;
import org.clickture.resolve.Resolutions;
import org.clickture.resolve.TypeRow;
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
     * Opens a store for reading.
     *
     * @throws org.clickture.ClicktureException if it is no complete store
     */
    public static Store open(Path store) {
        return Store.open(store);
    }

    /**
     * Writes the data set as CSV: one row for each (label, image key).
     *
     * @param force whether an existing file is replaced
     * @throws org.clickture.ClicktureException if the file exists or cannot be written
     */
    public static void writeDataset(LabelledImages images, Path csv, boolean force) {
        AtomicFile.write(csv, force, out -> DatasetWriter.write(images, out));
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
     * Tells why images of a store have several labels: a row for each type, in the order in which they are tested.
     *
     * @param homonyms a file of names with another meaning, or null for those that the lexicon marks
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
     * @throws org.clickture.ClicktureException if the file exists or cannot be written
     */
    public static void writeResolutions(
            Resolutions resolutions, String labelName, double minConfidence, Path csv, boolean force) {
        AtomicFile.write(csv, force, out -> ResolutionWriter.write(resolutions, labelName, minConfidence, out));
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
     * @param homonyms a file of names with another meaning, which is checked as well; or null
     * @return errors first, then risks, then notes; they hold text of the files
     */
    public static List<Finding> checkRecipe(Path recipe, @Nullable Path homonyms) {
        return RecipeCheck.check(recipe, homonyms, BackgroundQueries.all());
    }
}
