package org.clickture;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that a run is going to write: under another name in its folder first, then moved to its place. A symbolic link
 * stays one: the place is where it points to. Immutable.
 */
public final class OutputFile {

    private static final int MAX_LINKS = 40;
    /** The folder that has these files is a store. */
    private static final List<String> PARTS_OF_STORE = List.of("manifest.json", "evidence.bin");

    private final Path named;
    private final Path place;

    private OutputFile(Path named, Path place) {
        this.named = named;
        this.place = place;
    }

    /**
     * Looks whether a file can be written, which is worth knowing before a long run. Makes and changes nothing.
     *
     * @param force whether an existing file may be replaced
     * @throws ClicktureException if a file is there and {@code force} is false, if something is there that is no regular file,
     *     if the place is in a store, which nobody changes once it is built, or if nothing can be written there
     */
    public static OutputFile of(Path file, boolean force) {
        if (Files.isDirectory(file)) {
            throw new ClicktureException(file + ": this is a folder; name a file");
        }
        boolean exists = Files.exists(file);
        if (exists && !Files.isRegularFile(file)) {
            throw new ClicktureException(
                    file + ": this is a device, a pipe or a socket, which no file may replace; name a file");
        }
        OutputFile output;
        try {
            output = new OutputFile(file, exists ? file.toRealPath() : absolute(followed(file)));
        } catch (IOException e) {
            throw failed(file, e);
        }
        if (exists && !force) {
            throw output.exists();
        }
        requireFolder(file, output.place);
        requireNoStore(file, output.place);
        return output;
    }

    /**
     * Looks whether something can be made at a place. Folders that are missing above it can be made, too.
     *
     * @throws ClicktureException if what should be a folder is none, or may not be written into
     */
    public static void requireFolderFor(Path place) {
        requireFolder(place, place);
    }

    private static void requireFolder(Path named, Path place) {
        Path folder = place.toAbsolutePath().getParent();
        while (folder != null && !Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            folder = folder.getParent();
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ClicktureException(named + ": cannot be written: " + Objects.requireNonNullElse(folder, place)
                    + " is no folder; name another place");
        }
        if (!Files.isWritable(folder)) {
            throw new ClicktureException(named + ": cannot be written: the folder " + folder
                    + " is read-only for you; change its permissions or name another place");
        }
    }

    private static void requireNoStore(Path named, Path place) {
        Path folder = place.getParent();
        if (folder != null && PARTS_OF_STORE.stream().allMatch(part -> Files.exists(folder.resolve(part)))) {
            throw new ClicktureException(named + ": this is in the store " + folder
                    + ", where a file more or another one would spoil what it holds; name another folder");
        }
    }

    /** Where a link without a file behind it points to. */
    private static Path followed(Path file) throws IOException {
        Path place = file;
        for (int links = 0; Files.isSymbolicLink(place); links++) {
            if (links == MAX_LINKS) {
                throw new IOException("its symbolic links run in a circle");
            }
            place = place.resolveSibling(Files.readSymbolicLink(place));
        }
        return place;
    }

    private static Path absolute(Path place) throws IOException {
        Path absolute = place.toAbsolutePath();
        Path folder = absolute.getParent();
        return folder != null && Files.isDirectory(folder)
                ? folder.toRealPath().resolve(String.valueOf(absolute.getFileName()))
                : absolute.normalize();
    }

    /** The path as it was given. */
    public Path named() {
        return named;
    }

    /** Where the file is, or will be: absolute and no symbolic link. Two files are the same if their places are equal. */
    public Path place() {
        return place;
    }

    /** The other name under which it is written first. */
    public Path partial() {
        return place.resolveSibling("." + place.getFileName() + ".partial-"
                + ProcessHandle.current().pid());
    }

    /** Makes the folders above the file that are missing. */
    public void createFolder() throws IOException {
        createFolderFor(place);
    }

    /** Makes the folders above a place that are missing; a link to a folder is one. */
    public static void createFolderFor(Path place) throws IOException {
        Path folder = place.toAbsolutePath().getParent();
        // Older releases of Java 17 take a link to a folder for something else.
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
    }

    /** What to throw if the file is there and may not be replaced. */
    public ClicktureException exists() {
        return new ClicktureException(named + ": this file exists; name another one or use --force to replace it");
    }

    /** What to throw if it cannot be written. */
    public ClicktureException failed(IOException cause) {
        return failed(named, cause);
    }

    private static ClicktureException failed(Path named, IOException cause) {
        return new ClicktureException(
                named + ": cannot be written: " + reason(cause)
                        + "; check the folder, its permissions and the free space",
                cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "its folder has gone";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        return Optional.of(cause)
                .filter(FileSystemException.class::isInstance)
                .map(e -> ((FileSystemException) e).getReason())
                .or(() -> Optional.ofNullable(cause.getMessage()))
                .orElse(cause.getClass().getSimpleName());
    }
}
