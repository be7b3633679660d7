package org.clickture.jupyter;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clickture.ClicktureException;
import org.jspecify.annotations.Nullable;

/**
 * Where Jupyter keeps kernels, after the documentation of jupyter_core ("Data files").
 *
 * @param environment the variables of the process
 * @param home the user's home folder
 * @param system the name of the operating system, as in {@code os.name}
 */
record JupyterFolders(Map<String, String> environment, Path home, String system) {

    static JupyterFolders ofThisProcess() {
        return new JupyterFolders(
                System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("os.name"));
    }

    /** The data folder below a prefix, such as the folder of a virtual environment. */
    static Path data(Path prefix) {
        return prefix.resolve("share").resolve("jupyter");
    }

    /** The user's own data folder. */
    Path user() {
        String set = environment.get("JUPYTER_DATA_DIR");
        if (set != null) {
            return Path.of(set);
        }
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Jupyter");
        }
        if (name.startsWith("windows")) {
            return Path.of(environment.getOrDefault("APPDATA", home.toString())).resolve("jupyter");
        }
        String shared = environment.get("XDG_DATA_HOME");
        return (shared == null ? home.resolve(".local").resolve("share") : Path.of(shared)).resolve("jupyter");
    }

    /** All data folders in the order in which they are searched. */
    List<Path> all(@Nullable Path prefix) {
        List<Path> folders = new ArrayList<>();
        if (prefix != null) {
            folders.add(data(prefix));
        }
        String set = environment.getOrDefault("JUPYTER_PATH", "");
        for (String folder : set.split(File.pathSeparator, -1)) {
            if (!folder.isBlank()) {
                folders.add(Path.of(folder));
            }
        }
        folders.add(user());
        for (String variable : List.of("VIRTUAL_ENV", "CONDA_PREFIX")) {
            String environmentFolder = environment.get(variable);
            if (environmentFolder != null) {
                folders.add(data(Path.of(environmentFolder)));
            }
        }
        folders.add(data(Path.of("/usr/local")));
        folders.add(data(Path.of("/usr")));
        return folders;
    }

    /** The first file of that name that belongs to a kernel; our own kernel only holds copies. */
    Optional<Path> kernelFile(String name, @Nullable Path prefix) {
        for (Path folder : all(prefix)) {
            Path kernels = folder.resolve("kernels");
            if (!Files.isDirectory(kernels)) {
                continue;
            }
            try (DirectoryStream<Path> specs = Files.newDirectoryStream(kernels)) {
                for (Path spec : specs) {
                    Path file = spec.resolve(name);
                    if (Files.isRegularFile(file) && !spec.endsWith(KernelSpec.NAME)) {
                        return Optional.of(file);
                    }
                }
            } catch (IOException e) {
                throw new ClicktureException("cannot list the Jupyter kernels in " + kernels + ": " + e, e);
            }
        }
        return Optional.empty();
    }
}
