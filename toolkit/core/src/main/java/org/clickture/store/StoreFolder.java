package org.clickture.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.clickture.ClicktureException;
import org.clickture.manifest.InputFile;
import org.clickture.manifest.Manifest;

/** The files of a store and whether they are all there. Its paths never come from a file's content. */
final class StoreFolder {

    /** The map: image key to labels. */
    static final String IMAGES = "images.dat";

    /** The triads behind the labels. */
    static final String EVIDENCE = "evidence.bin";

    /** Names of the labels, one a line; the first has id 0. */
    static final String LABELS = "labels.txt";

    /** Copies of the recipe and the lexicon, byte for byte. */
    static final String RECIPE = "recipe.yaml";

    static final String LEXICON = "lexicon.tsv";

    /** Written last: a folder without it is no store. */
    static final String MANIFEST = "manifest.json";

    /** Copy of the list of homonyms, if the recipe names one. */
    static final String HOMONYMS = "homonyms.tsv";

    /** The files that every manifest lists, in its order. */
    static final List<String> LISTED = List.of(IMAGES, EVIDENCE, LABELS, RECIPE, LEXICON);

    private StoreFolder() {}

    /** All files that a manifest lists, in its order. */
    static List<String> listed(Manifest manifest) {
        return manifest.homonyms().isEmpty()
                ? LISTED
                : Stream.concat(LISTED.stream(), Stream.of(HOMONYMS)).toList();
    }

    /**
     * Reads the manifest of a store.
     *
     * @throws ClicktureException if the folder holds no finished store; says what is missing
     */
    static Manifest manifest(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ClicktureException(
                    Files.exists(folder)
                            ? folder + " is a file; a store is a folder that 'clickture build' made: name one"
                            : "there is no store at " + folder
                                    + "; check the path, or make one with 'clickture build'");
        }
        Path file = folder.resolve(MANIFEST);
        try {
            Manifest manifest =
                    Manifest.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), file.toString());
            List<String> names = manifest.files().stream().map(InputFile::name).toList();
            if (!names.equals(listed(manifest))) {
                throw new ClicktureException(file + " lists other files than a store's: " + names
                        + "; the store is damaged: build it again");
            }
            return manifest;
        } catch (NoSuchFileException e) {
            List<String> missing = Stream.concat(LISTED.stream(), Stream.of(MANIFEST))
                    .filter(name -> !Files.exists(folder.resolve(name)))
                    .toList();
            throw new ClicktureException(
                    folder + " is no complete store: it lacks " + String.join(", ", missing)
                            + ". The manifest comes last in a build, so the build did not end; build it again.",
                    e);
        } catch (IOException e) {
            throw IoFailures.of("cannot read", file, e);
        }
    }

    /**
     * Compares every file with what the manifest says of it.
     *
     * @param maxChecksummedBytes files larger than that are compared by their size only
     */
    static List<FileCheck> check(Path folder, Manifest manifest, long maxChecksummedBytes) {
        List<FileCheck> checks = new ArrayList<>();
        for (InputFile expected : manifest.files()) {
            checks.add(new FileCheck(
                    expected.name(), problem(folder.resolve(expected.name()), expected, maxChecksummedBytes)));
        }
        return checks;
    }

    private static Optional<String> problem(Path file, InputFile expected, long maxChecksummedBytes) {
        try {
            long bytes = Files.size(file);
            if (bytes != expected.bytes()) {
                return Optional.of(String.format(Locale.ROOT, "has %,d bytes instead of %,d", bytes, expected.bytes()));
            }
            if (bytes <= maxChecksummedBytes
                    && !InputFile.of(expected.name(), file).equals(expected)) {
                return Optional.of("is damaged: its checksum (CRC-32C) is not the manifest's");
            }
            return Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.of("is missing");
        } catch (IOException e) {
            return Optional.of("cannot be read: " + IoFailures.reason(e));
        }
    }

    /**
     * Checks that a store may be written to a place.
     *
     * @throws ClicktureException if something is there that may not be replaced
     */
    static void requireFree(Path target, boolean force) {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!force) {
            throw new ClicktureException(target + " exists. Choose another place or replace the store with --force.");
        }
        if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new ClicktureException(target + " is no folder. --force replaces only a store or an empty folder.");
        }
        List<String> names = names(target);
        if (names.isEmpty()) {
            return;
        }
        if (!names.contains(MANIFEST)) {
            throw new ClicktureException(target
                    + " is no store: it has no manifest.json. --force replaces only a store or an empty folder.");
        }
        List<String> listed = listed(manifest(target));
        for (String name : names) {
            if (!name.equals(MANIFEST) && !listed.contains(name)) {
                throw new ClicktureException(target + " also holds " + name
                        + ", which is not the store's. Move it away; --force would delete it.");
            }
        }
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw IoFailures.of("cannot list", folder, e);
        }
    }
}
