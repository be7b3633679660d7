package org.clickture.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.clickture.Progress;
import org.clickture.Recipe;
import org.clickture.lexicon.CompiledRecipe;
import org.clickture.lexicon.LexiconReader;
import org.clickture.lexicon.RecipeReader;
import org.clickture.run.Clickture;
import org.clickture.synth.Synth;
import org.clickture.synth.SynthRequest;

/** What the benchmarks work on: the recipe and the sample of this checkout, and synthetic logs. */
final class Material {

    private Material() {}

    static Path recipe() {
        return data("recipes/dog.yaml");
    }

    static CompiledRecipe compiledRecipe() {
        Recipe recipe = RecipeReader.read(recipe());
        return CompiledRecipe.of(recipe, LexiconReader.read(recipe));
    }

    /** The first queries of the sample, in UTF-8: about a third is about dogs. */
    static byte[][] queries(int count) {
        List<String> rows =
                Clickture.firstRows(List.of(data("sample/clicks.tsv.gz").toString()), count + 1);
        // The first row only says that the log is synthetic.
        return rows.subList(1, count + 1).stream()
                .map(row -> row.split("\t", -1)[1].getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    /** A log of the recipe's breeds, to be changed as needed. */
    static SynthRequest log() {
        return SynthRequest.of(data("lexicons/dog-breeds.tsv"));
    }

    static void write(SynthRequest request, Path log) {
        Synth.write(request, log, null, false, Progress.NONE);
    }

    /** A new folder: in memory where the system has one, otherwise among its temporary files. */
    static Path newFolder() throws IOException {
        Path memory = Path.of("/dev/shm");
        return Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "clickture-")
                : Files.createTempDirectory("clickture-");
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** A file of the checkout's data folder, from anywhere in the checkout. */
    private static Path data(String name) {
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("data").resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        throw new UncheckedIOException(
                new IOException("no data/" + name + " above " + here + "; run it in a checkout"));
    }
}
