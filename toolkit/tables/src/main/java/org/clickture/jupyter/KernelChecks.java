package org.clickture.jupyter;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for what notebooks need beside Java: Jupyter, JJava and our kernel. Changes nothing. */
public final class KernelChecks {

    private KernelChecks() {}

    /**
     * What one check found.
     *
     * @param subject what was looked for
     * @param ok whether it is there
     * @param detail what was found, or what is missing and what to do
     */
    public record Check(String subject, boolean ok, String detail) {

        private static Check found(String subject, String detail) {
            return new Check(subject, true, detail);
        }

        private static Check missing(String subject, String detail) {
            return new Check(subject, false, detail);
        }
    }

    /**
     * All checks, in an order in which things are installed.
     *
     * @param prefix the environment to look at first, such as the folder of a virtual environment; may be null
     */
    public static List<Check> all(@Nullable Path prefix) {
        JupyterFolders folders = JupyterFolders.ofThisProcess();
        return List.of(jupyter(folders, prefix), jjava(folders, prefix), kernel(folders, prefix));
    }

    private static Check jupyter(JupyterFolders folders, @Nullable Path prefix) {
        Stream<Path> own = prefix == null ? Stream.of() : Stream.of(prefix.resolve("bin"), prefix.resolve("Scripts"));
        Stream<Path> path = Stream.of(
                        folders.environment().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
        return Stream.concat(own, path)
                .flatMap(folder -> Stream.of(folder.resolve("jupyter"), folder.resolve("jupyter.exe")))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> Check.found("Jupyter", program.toString()))
                .orElseGet(() -> Check.missing("Jupyter", "no program jupyter on the path: pip install jupyterlab"));
    }

    private static Check jjava(JupyterFolders folders, @Nullable Path prefix) {
        return folders.kernelFile("jjava.jar", prefix)
                .map(jar -> Check.found("JJava", jar.toString()))
                .orElseGet(() -> Check.missing("JJava", "no jjava.jar among the kernels: pip install jjava==1.0a8"));
    }

    private static Check kernel(JupyterFolders folders, @Nullable Path prefix) {
        String subject = "Jupyter kernel " + KernelSpec.NAME;
        Optional<Path> description = folders.all(prefix).stream()
                .map(folder ->
                        folder.resolve("kernels").resolve(KernelSpec.NAME).resolve("kernel.json"))
                .filter(Files::isRegularFile)
                .findFirst();
        if (description.isEmpty()) {
            return Check.missing(subject, "not installed: clickture kernel install");
        }
        return moved(description.get())
                .map(gone ->
                        Check.missing(subject, gone + " is gone; install the kernel again: clickture kernel install"))
                .orElseGet(() ->
                        Check.found(subject, String.valueOf(description.get().getParent())));
    }

    /** A file that the kernel is started with and that is not there any more. */
    private static Optional<String> moved(Path description) {
        try {
            Map<String, Object> kernel = JSON.std.mapFrom(Files.readString(description));
            if (!(kernel.get("argv") instanceof List<?> argv) || argv.size() < 4) {
                return Optional.of("the command in " + description);
            }
            String here = String.valueOf(description.getParent());
            return Stream.concat(
                            Stream.of(String.valueOf(argv.get(0))),
                            Stream.of(String.valueOf(argv.get(3)).split(File.pathSeparator, -1)))
                    .map(file -> file.replace("{resource_dir}", here))
                    .filter(file -> !Files.exists(Path.of(file)))
                    .findFirst();
        } catch (IOException e) {
            return Optional.of("what " + description + " should hold (" + e.getMessage() + ")");
        }
    }
}
