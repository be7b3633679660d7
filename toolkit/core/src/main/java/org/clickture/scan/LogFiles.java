package org.clickture.scan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clickture.ClicktureException;

/** Finds the files of a click log. */
public final class LogFiles {

    private static final int HEAD_BYTES = 1 << 16;

    private LogFiles() {}

    /**
     * All files that are named, in the order of their names whatever the order in which they were given. A folder means
     * the files in it (not those in its sub-folders, and none whose name begins with a dot), a glob in the last part of
     * a path the files that match.
     *
     * @throws ClicktureException if a name means nothing or something that is no file, or a file is named twice
     */
    public static List<LogFile> find(List<String> names) {
        if (names.isEmpty()) {
            throw new ClicktureException("no click log is named; name files, folders or globs");
        }
        List<LogFile> files = new ArrayList<>();
        for (String name : names) {
            files.addAll(find(name));
        }
        files.sort(Comparator.comparing(LogFile::name));
        Set<Path> seen = new HashSet<>();
        for (LogFile file : files) {
            if (!seen.add(realPath(file.path()))) {
                throw new ClicktureException(
                        file.name() + ": this file is named twice; its clicks would count twice, name it once");
            }
        }
        return files;
    }

    /**
     * The first rows of the first file, as they stand there: untrusted text, read as UTF-8, without their ends. Looks
     * at the first 64 KiB only.
     *
     * @param limit the most rows, at least 0
     * @throws ClicktureException if a name means nothing or the file cannot be read
     */
    public static List<String> firstRows(List<String> names, int limit) {
        String head = new String(head(find(names).get(0)), StandardCharsets.UTF_8);
        return head.lines().limit(limit).toList();
    }

    /**
     * The first file that seems to be UTF-16, by its first 64 KiB: a log is UTF-8.
     *
     * @throws ClicktureException if a name means nothing or a file cannot be read
     */
    public static Optional<LogFile> utf16(List<String> names) {
        return find(names).stream().filter(file -> Utf16.seems(head(file))).findFirst();
    }

    private static byte[] head(LogFile file) {
        try {
            return file.head(HEAD_BYTES);
        } catch (IOException e) {
            throw new ClicktureException(file.name() + ": the file cannot be read: " + e, e);
        }
    }

    private static List<LogFile> find(String name) {
        Path path = Path.of(name);
        if (Files.isDirectory(path)) {
            return list(path, "*", name);
        }
        if (Files.exists(path)) {
            return List.of(file(path, name));
        }
        Path pattern = path.getFileName();
        if (pattern == null || !pattern.toString().matches(".*[*?\\[{].*")) {
            throw new ClicktureException(name + ": there is no such file or folder; check the path");
        }
        return list(path.resolveSibling(""), pattern.toString(), name);
    }

    private static List<LogFile> list(Path folder, String glob, String name) {
        List<LogFile> files = new ArrayList<>();
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(folder.toString().isEmpty() ? Path.of(".") : folder, glob)) {
            for (Path entry : entries) {
                String entryName = String.valueOf(entry.getFileName());
                if (Files.isRegularFile(entry) && !entryName.startsWith(".")) {
                    Path path = folder.resolve(entryName);
                    files.add(file(path, path.toString()));
                }
            }
        } catch (IOException e) {
            throw new ClicktureException(name + ": the folder cannot be read: " + e, e);
        }
        if (files.isEmpty()) {
            throw new ClicktureException(name + ": no file is there; sub-folders are not searched, name them instead");
        }
        return files;
    }

    private static LogFile file(Path path, String name) {
        if (!Files.isRegularFile(path)) {
            throw new ClicktureException(
                    name + ": this is a pipe or a device, which cannot be read in parts; write it to a file first");
        }
        if (!Files.isReadable(path)) {
            throw new ClicktureException(name + ": the file cannot be read; check its permissions");
        }
        try {
            return new LogFile(name, path, Files.size(path));
        } catch (IOException e) {
            throw new ClicktureException(name + ": the file cannot be read: " + e, e);
        }
    }

    private static Path realPath(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
