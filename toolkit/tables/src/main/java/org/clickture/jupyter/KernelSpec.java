package org.clickture.jupyter;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.clickture.ClicktureException;
import org.jspecify.annotations.Nullable;

/**
 * The Jupyter kernel "Java (Clickture)": JJava with clickture.jar on its class path and the JVM flags that Chronicle Map
 * needs, in one JVM. Its first cell has imports and renderers without any setup.
 */
public final class KernelSpec {

    /** The kernel's name for Jupyter, and its folder. */
    public static final String NAME = "clickture";

    /** How people see it. */
    public static final String DISPLAY_NAME = "Java (Clickture)";

    private static final String JJAVA_JAR = "jjava.jar";
    private static final String JJAVA_MAIN = "org.dflib.jjava.distro.JJava";

    /** One list for every JDK since 17: those that do not know a flag pass over it, because of the first one. */
    private static final List<String> JVM_FLAGS = List.of(
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-ea:REPL...", // what a cell asserts must hold; JShell puts cells into this package
            "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED", // JJava; its own launcher adds it otherwise
            "--add-opens=java.base/java.lang=ALL-UNNAMED", // Chronicle Map, to write a map
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.base/jdk.internal.ref=ALL-UNNAMED",
            "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED", // the gate's search, to load the Vector API
            "--enable-native-access=ALL-UNNAMED", // silence on newer JDKs
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.awt.headless=true", // charts without a screen
            "-Dfile.encoding=UTF-8", // not the default on JDK 17
            "-Duser.language=en", // numbers look the same everywhere
            "-Duser.country=US");

    private KernelSpec() {}

    /**
     * Where the kernel goes and what it is made of; null leaves the choice to {@link #install}.
     *
     * @param prefix the environment that it is for, such as the folder of a virtual environment; null: the user's folder
     * @param jjava JJava's {@code jjava.jar}; null: the one that JJava's own kernel has
     * @param java the {@code java} program; null: the one that runs now
     * @param heap largest heap, such as {@code 2g}; null: what the JVM takes by itself
     */
    public record Request(
            @Nullable Path prefix,
            @Nullable Path jjava,
            @Nullable Path java,
            @Nullable String heap) {

        public Request {
            if (heap != null && !heap.matches("[1-9]\\d*[kKmMgG]?")) {
                throw new ClicktureException("a heap is a number with k, m or g, such as 2g, not " + heap);
            }
        }
    }

    /**
     * Writes the kernel, replacing one that is there.
     *
     * @return its folder
     * @throws ClicktureException if JJava or a fitting Java is missing, or the folder cannot be written
     */
    public static Path install(Request request) {
        return install(request, thisJar(), JupyterFolders.ofThisProcess());
    }

    static Path install(Request request, Path clickture, JupyterFolders folders) {
        Path jjava = request.jjava() != null ? request.jjava() : findJJava(request.prefix(), folders);
        requireJJava(jjava);
        Path java = request.java() != null ? request.java().toAbsolutePath() : JavaProgram.ofThisProcess();
        JavaProgram.problem(java).ifPresent(problem -> {
            throw new ClicktureException(problem);
        });
        Path data = request.prefix() != null ? JupyterFolders.data(request.prefix()) : folders.user();
        Path folder = data.resolve("kernels").resolve(NAME).toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            Files.copy(jjava, folder.resolve(JJAVA_JAR), StandardCopyOption.REPLACE_EXISTING);
            Files.write(folder.resolve("clickture.args"), flags(request.heap()));
            // Last, for Jupyter takes a folder with this file for a kernel.
            Files.writeString(folder.resolve("kernel.json"), description(java, clickture));
            return folder;
        } catch (IOException e) {
            throw new ClicktureException("cannot write the Jupyter kernel into " + folder + ": " + e, e);
        }
    }

    private static Path findJJava(@Nullable Path prefix, JupyterFolders folders) {
        return folders.kernelFile(JJAVA_JAR, prefix)
                .orElseThrow(() -> new ClicktureException("no " + JJAVA_JAR + " in the kernels of "
                        + folders.all(prefix) + "; install JJava (pip install jjava==1.0a8) or say where it is"));
    }

    private static void requireJJava(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            if (file.getEntry(JJAVA_MAIN.replace('.', '/') + ".class") == null) {
                throw new ClicktureException(jar + " is not the jar of JJava: it has no " + JJAVA_MAIN);
            }
        } catch (IOException e) {
            throw new ClicktureException("cannot read " + jar + " as the jar of JJava: " + e.getMessage(), e);
        }
    }

    private static List<String> flags(@Nullable String heap) {
        List<String> flags = new ArrayList<>(JVM_FLAGS);
        if (heap != null) {
            flags.add("-Xmx" + heap);
        }
        return flags;
    }

    private static String description(Path java, Path clickture) throws IOException {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put(
                "argv",
                List.of(
                        java.toString(),
                        "@{resource_dir}/clickture.args",
                        "-cp",
                        "{resource_dir}/" + JJAVA_JAR + File.pathSeparator + clickture.toAbsolutePath(),
                        JJAVA_MAIN,
                        "{connection_file}"));
        description.put("display_name", DISPLAY_NAME);
        description.put("language", "java");
        description.put("interrupt_mode", "message");
        return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(description) + "\n";
    }

    private static Path thisJar() {
        try {
            return Path.of(KernelSpec.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
