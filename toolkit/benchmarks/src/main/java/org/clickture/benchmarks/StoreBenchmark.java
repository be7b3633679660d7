package org.clickture.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.clickture.ImageCursor;
import org.clickture.LabelSet;
import org.clickture.Progress;
import org.clickture.run.BuildRequest;
import org.clickture.run.Clickture;
import org.clickture.store.Store;
import org.clickture.synth.Knob;
import org.clickture.synth.SynthRequest;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Filling a store and reading it. Nearly every image of the log is about a dog, so that a build is mostly filling: there is no
 * other door to it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        // Those of the jar's manifest: what Chronicle Map needs to write, and the scan for the Vector API.
        jvmArgsAppend = {
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.base/jdk.internal.ref=ALL-UNNAMED",
            "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED"
        })
public class StoreBenchmark {

    @Param("500000")
    long images;

    private Path folder = Path.of("");
    private final List<String> keys = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JMH calls build() first
    private Store store;

    /** The result in other units: images in a second. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Images {
        public long images;
    }

    @Setup
    public void build() throws IOException {
        folder = Material.newFolder();
        SynthRequest onlyDogs = Material.log()
                .withImages(images)
                .with(Knob.DOG_SHARE, 0.9)
                .with(Knob.OTHER_DOGS, 0)
                .with(Knob.HOMONYM_SHARE, 0)
                .with(Knob.DOG_THING_SHARE, 0)
                .with(Knob.DOG_TRIADS_PER_IMAGE, 5.31);
        Material.write(onlyDogs, folder.resolve("clicks.tsv"));
        store = buildStore();
        for (ImageCursor cursor = store.images(); cursor.next(); ) {
            keys.add(cursor.imageKey());
        }
        if (keys.size() != store.counts().images() || keys.size() < images / 2) {
            throw new IllegalStateException(keys.size() + " of " + images + " images are in the store");
        }
    }

    @TearDown
    public void delete() throws IOException {
        store.close();
        Material.delete(folder);
    }

    private Store buildStore() {
        BuildRequest request = new BuildRequest(
                Material.recipe(),
                folder.resolve("store"),
                List.of(folder.resolve("clicks.tsv").toString()),
                BuildRequest.CLICKTURE_COLUMNS,
                Runtime.getRuntime().availableProcessors(),
                false,
                true);
        return Clickture.build(request, Progress.NONE);
    }

    /** A whole build: scan, gather, fill, open. */
    @Benchmark
    public long put(Images done) {
        try (Store built = buildStore()) {
            done.images += built.counts().images();
            return built.counts().pairs();
        }
    }

    /** One image by its key, as a value. */
    @Benchmark
    public LabelSet get() {
        String key = keys.get(ThreadLocalRandom.current().nextInt(keys.size()));
        return store.find(key).orElseThrow();
    }

    /** All images once, with the clicks of all labels. */
    @Benchmark
    public long iterate(Images done) {
        long clicks = 0;
        for (ImageCursor cursor = store.images(); cursor.next(); ) {
            for (int i = 0; i < cursor.size(); i++) {
                clicks += cursor.clicks(i);
            }
        }
        done.images += keys.size();
        return clicks;
    }
}
