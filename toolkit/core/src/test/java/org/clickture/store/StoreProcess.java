package org.clickture.store;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clickture.ClicktureException;
import org.clickture.ImageCursor;

/** What the tests let other processes do with stores. Needs no JUnit. */
final class StoreProcess {

    private StoreProcess() {}

    /** Runs the command in the first argument on the store in the second one. */
    public static void main(String[] arguments) throws Exception {
        Path path = Path.of(arguments[1]);
        try {
            switch (arguments[0]) {
                case "build" -> StoreFixture.write(path, false, images(path), 2);
                case "rebuild" -> rebuildForEver(path);
                case "check" -> check(path);
                case "read" -> readForEver(path);
                case "kernel" -> buildFromAddedJars(path);
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        } catch (ClicktureException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** The images of a store, as many as its name says. */
    static MemoryImages images(Path path) {
        return MemoryImages.random(1, Integer.parseInt(path.getFileName().toString()));
    }

    private static void rebuildForEver(Path path) throws IOException {
        MemoryImages images = images(path);
        System.out.println("ready");
        while (true) {
            StoreFixture.write(path, true, images, 2);
        }
    }

    private static void check(Path path) {
        MemoryImages images = images(path);
        try (Store store = Store.open(path)) {
            for (String key : images.keys()) {
                require(store.find(key).orElseThrow().equals(images.labelSet(key)));
                require(store.evidence(key).equals(images.evidence(key)));
            }
            require(countImages(store) == images.images());
        }
    }

    private static void readForEver(Path path) {
        MemoryImages images = images(path);
        try (Store store = Store.open(path)) {
            System.out.println("ready");
            while (true) {
                for (String key : images.keys()) {
                    require(store.find(key).isPresent() && !store.evidence(key).isEmpty());
                }
                require(countImages(store) == images.images());
            }
        }
    }

    private static long countImages(Store store) {
        long count = 0;
        ImageCursor cursor = store.images();
        while (cursor.next()) {
            count++;
        }
        return count;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new AssertionError("the store does not answer as the oracle");
        }
    }

    /** Notebook kernels add jars by a class loader of their own, which the class path does not show. */
    private static void buildFromAddedJars(Path path) throws Exception {
        List<URL> jars = new ArrayList<>();
        for (String element : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            jars.add(Path.of(element).toUri().toURL());
        }
        System.setProperty("java.class.path", "kernel.jar");
        try (URLClassLoader added =
                new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Object command = Arrays.asList("build", path.toString()).toArray(String[]::new);
            var main = added.loadClass(StoreProcess.class.getName()).getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, command);
        }
    }
}
