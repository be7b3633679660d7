package org.clickture.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.clickture.Progress;
import org.clickture.scan.Columns;
import org.clickture.scan.LogFile;
import org.clickture.scan.LogFiles;
import org.clickture.scan.Scan;
import org.clickture.scan.ScanOptions;
import org.clickture.scan.TriadSink;
import org.clickture.scan.TriadView;
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

/** Reading a log in memory, with sinks that only count: what is left when everything behind the gate costs nothing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
// The exported package is that of the jar's manifest: where the scan can use the Vector API, it needs it.
@Fork(value = 1, jvmArgsAppend = "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED")
public class ScanBenchmark {

    @Param("5000000")
    long rows;

    @Param({"1", "2"})
    int threads;

    /** Words between commas; none lets every row pass. */
    @Param({"dog,dogs,puppy,puppies", ""})
    String gate = "";

    private Path folder = Path.of("");
    private List<LogFile> files = List.of();
    private List<String> gateWords = List.of();
    private long bytes;

    /** The result in other units: megabytes (1,000,000 bytes) in a second. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Read {
        public double megabytes;
    }

    /** Admits every row that it is shown. */
    private static final class Counter implements TriadSink {

        private long triads;

        @Override
        public boolean admits(byte[] bytes, int queryFrom, int queryTo) {
            return true;
        }

        @Override
        public void triad(TriadView triad) {
            triads++;
        }
    }

    @Setup
    public void writeLog() throws IOException {
        folder = Material.newFolder();
        Path log = folder.resolve("clicks.tsv");
        Material.write(Material.log().withRows(rows), log);
        bytes = Files.size(log);
        files = LogFiles.find(List.of(log.toString()));
        gateWords = gate.isEmpty() ? List.of() : List.of(gate.split(",", -1));
    }

    @TearDown
    public void deleteLog() throws IOException {
        Material.delete(folder);
    }

    @Benchmark
    public long scan(Read read) {
        List<Counter> counters = new ArrayList<>();
        ScanOptions options = new ScanOptions(threads, ScanOptions.DEFAULT_SEGMENT_BYTES, false);
        long seen = Scan.run(
                        files,
                        Columns.parse("key,query,clicks"),
                        gateWords,
                        options,
                        () -> {
                            Counter counter = new Counter();
                            counters.add(counter);
                            return counter;
                        },
                        Progress.NONE)
                .rows();
        long triads = counters.stream().mapToLong(counter -> counter.triads).sum();
        // Malformed rows are one in 100,000, rows about dogs one in 170.
        long expected = gateWords.isEmpty() ? rows * 99 / 100 : rows / 1000;
        if (seen != rows + 1 || triads < expected || (!gateWords.isEmpty() && triads > rows / 10)) {
            throw new IllegalStateException(triads + " triads in " + seen + " of " + rows + " rows");
        }
        read.megabytes += bytes / 1e6;
        return triads;
    }
}
