package org.clickture.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;
import org.clickture.ClicktureException;
import org.clickture.MalformedReason;
import org.clickture.MalformedRow;
import org.clickture.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScanTest {

    private static final int[] SEGMENT_BYTES = {1, 2, 3, 7, 64, 4096, 1 << 20};
    private static final Columns COLUMNS = Columns.parse("key,query,clicks");
    private static final String ROW = "key\tdog\t1\n";

    @TempDir
    Path temp;

    /** What a scan showed, in an order that does not depend on its workers. */
    record Seen(List<String> triads, ScanReport report) {}

    private static Seen scan(List<LogFile> files, Columns columns, ScanOptions options) {
        List<String> triads = Collections.synchronizedList(new ArrayList<>());
        ScanReport report = Scan.run(
                files,
                columns,
                List.of("dog"),
                options,
                () -> new TriadSink() {
                    @Override
                    public boolean admits(byte[] bytes, int from, int to) {
                        return NaiveScan.admits(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
                    }

                    @Override
                    public void triad(TriadView t) {
                        triads.add(NaiveScan.triad(
                                t.file(),
                                t.byteOffset(),
                                new String(
                                        t.bytes(), t.keyFrom(), t.keyTo() - t.keyFrom(), StandardCharsets.ISO_8859_1),
                                new String(
                                        t.bytes(),
                                        t.queryFrom(),
                                        t.queryTo() - t.queryFrom(),
                                        StandardCharsets.ISO_8859_1),
                                t.clicks()));
                    }
                },
                Progress.NONE);
        Collections.sort(triads);
        return new Seen(triads, report);
    }

    private static Seen scan(List<LogFile> files, int threads, int segmentBytes) {
        return scan(files, COLUMNS, new ScanOptions(threads, segmentBytes, false));
    }

    private LogFile file(String name, byte[] bytes) throws IOException {
        Path path = Files.write(temp.resolve(name), bytes);
        return new LogFile(name, path, bytes.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void seesWhatANaiveReaderSees(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Columns columns = Columns.parse(List.of("key,query,clicks", "clicks,-,query,key", "query,clicks,key,-")
                .get(random.nextInt(3)));
        List<LogFile> files = new ArrayList<>();
        NaiveScan naive = new NaiveScan(columns);
        for (int i = 0; i < 4; i++) {
            byte[] log = NaiveScan.randomLog(random, columns);
            files.add(file("log" + i, log));
            naive.read(i, log);
        }
        for (int segmentBytes : SEGMENT_BYTES) {
            for (int threads : new int[] {1, 2, 8}) {
                Seen seen = scan(files, columns, new ScanOptions(threads, segmentBytes, false));
                String what = "seed %d, segments of %d bytes, %d threads".formatted(seed, segmentBytes, threads);
                assertThat(seen.triads()).as(what).isEqualTo(naive.triads());
                assertThat(seen.report().rows()).as(what).isEqualTo(naive.rows());
                assertThat(seen.report().malformed()).as(what).isEqualTo(naive.malformed());
                assertThat(seen.report().places().stream().map(ScanTest::place))
                        .as(what)
                        .isEqualTo(naive.places());
                for (int i = 0; i < files.size(); i++) {
                    CRC32C crc = new CRC32C();
                    crc.update(Files.readAllBytes(files.get(i).path()));
                    assertThat(seen.report().files().get(i).crc32c()).as(what).isEqualTo((int) crc.getValue());
                }
            }
        }
    }

    @Test
    void showsAllRowsThatHoldAWordAndAllMalformedOnes() throws IOException {
        SplittableRandom random = new SplittableRandom(21);
        for (int round = 0; round < 40; round++) {
            byte[] log = NaiveScan.randomLog(random, COLUMNS);
            LogFile file = file("log", log);
            for (String word : List.of("AAAAAAAAAAAAAA", "+1", "HotDog")) {
                List<String> seen = Collections.synchronizedList(new ArrayList<>());
                Scan.run(
                        List.of(file),
                        COLUMNS,
                        List.of(word),
                        new ScanOptions(1 + round % 3, SEGMENT_BYTES[round % SEGMENT_BYTES.length], false),
                        () -> new TriadSink() {
                            @Override
                            public boolean admits(byte[] bytes, int from, int to) {
                                return true;
                            }

                            @Override
                            public void triad(TriadView t) {
                                add(t.bytes(), t.rowFrom(), t.rowTo(), t.byteOffset());
                            }

                            @Override
                            public void malformed(
                                    MalformedReason reason, byte[] bytes, int from, int to, int file, long byteOffset) {
                                add(bytes, from, to, byteOffset);
                            }

                            private void add(byte[] bytes, int from, int to, long byteOffset) {
                                String row = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
                                seen.add(head(byteOffset + " " + row));
                            }
                        },
                        Progress.NONE);

                assertThat(seen).as("round %d, %s", round, word).doesNotHaveDuplicates();
                assertThat(rows(log).stream().map(ScanTest::head)).containsAll(seen);
                assertThat(seen)
                        .as("round %d, %s", round, word)
                        .containsAll(rows(log).stream()
                                .filter(row -> row.contains(word) || row.split("\t", -1).length != COLUMNS.count())
                                .map(ScanTest::head)
                                .toList());
            }
        }
    }

    private static String head(String row) {
        return row.substring(0, Math.min(row.length(), row.indexOf(' ') + 1 + 256));
    }

    /** Byte offset and bytes of every row. */
    private static List<String> rows(byte[] log) {
        String text = new String(log, StandardCharsets.ISO_8859_1);
        List<String> rows = new ArrayList<>();
        int at = text.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
        while (at < text.length()) {
            int lineFeed = text.indexOf('\n', at);
            int end = lineFeed < 0 ? text.length() : lineFeed;
            String row = text.substring(at, end);
            row = row.endsWith("\r") ? row.substring(0, row.length() - 1) : row;
            rows.add(at + " " + row);
            at = end + 1;
        }
        return rows;
    }

    private static String place(MalformedRow row) {
        return NaiveScan.place(
                row.reason(), Integer.parseInt(row.file().substring("log".length())), row.row(), row.byteOffset());
    }

    @Test
    void readsCompressedFilesAsPlainOnes() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        byte[] log = bytes("k1\tdog\t1\n" + "x".repeat(3_000_000) + "\tdog\t2\n"
                + new String(NaiveScan.randomLog(random, COLUMNS), StandardCharsets.ISO_8859_1).repeat(2000));
        int cut = log.length / 3;
        byte[] members = concat(gzip(Arrays.copyOf(log, cut)), gzip(Arrays.copyOfRange(log, cut, log.length)));
        byte[] frames =
                concat(Zstd.compress(Arrays.copyOf(log, cut)), Zstd.compress(Arrays.copyOfRange(log, cut, log.length)));
        Seen plain = scan(List.of(file("log", log)), 2, 4096);
        for (LogFile compressed : List.of(file("log.gz", members), file("log.zst", frames))) {
            for (int threads = 1; threads <= 2; threads++) {
                Seen seen = scan(List.of(compressed), threads, 4096);
                assertThat(seen.triads())
                        .as("%s, %d threads", compressed.name(), threads)
                        .isEqualTo(plain.triads());
                assertThat(seen.report().rows()).isEqualTo(plain.report().rows());
                assertThat(seen.report().malformed()).isEqualTo(plain.report().malformed());
                CRC32C crc = new CRC32C();
                crc.update(Files.readAllBytes(compressed.path()));
                assertThat(seen.report().files().get(0).crc32c()).isEqualTo((int) crc.getValue());
            }
        }
    }

    @Test
    void refusesBrokenCompressedFiles() throws IOException {
        byte[] whole = gzip(bytes(ROW.repeat(100_000)));
        assertRefused(file("cut.gz", Arrays.copyOf(whole, whole.length / 2)), "cut.gz: cannot be read on from");
        assertRefused(file("tail.gz", concat(whole, bytes("garbage"))), "tail.gz: cannot be read on from");
        assertRefused(
                file("text.gz", bytes(ROW)),
                "text.gz: not a click log: although its name says so, it is not gzip data but text");
        byte[] frame = Zstd.compress(bytes(ROW.repeat(100_000)));
        assertRefused(file("cut.zst", Arrays.copyOf(frame, frame.length / 2)), "cut.zst: cannot be read on from");
    }

    private static void assertRefused(LogFile file, String message) {
        assertThatThrownBy(() -> scan(List.of(file), 2, 64))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining(message);
    }

    @Test
    void findsRowsBehindTwoGibibytes() throws IOException {
        Path path = temp.resolve("sparse");
        long hole = 2_200_000_000L;
        try (FileChannel channel = FileChannel.open(
                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.SPARSE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes(ROW)));
            channel.write(ByteBuffer.wrap(bytes("\n" + ROW)), hole);
        }
        LogFile sparse = new LogFile("sparse", path, Files.size(path));
        Seen seen = scan(List.of(sparse), 2, ScanOptions.DEFAULT_SEGMENT_BYTES);
        assertThat(seen.triads())
                .containsExactly(NaiveScan.triad(0, 0, "key", "dog", 1), NaiveScan.triad(0, hole + 1, "key", "dog", 1));
        assertThat(seen.report().rows()).isEqualTo(3);
        assertThat(seen.report().places())
                .extracting(MalformedRow::reason, MalformedRow::row, MalformedRow::byteOffset)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(MalformedReason.FIELDS, 2L, (long) ROW.length()));
    }

    @Test
    void stopsAtTheFirstMalformedRowWhenStrict() throws IOException {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            log.append(i < 3000 || i % 3 == 0 ? ROW : "key\tdog\t0\n");
        }
        LogFile good = file("a", bytes(ROW.repeat(2000)));
        LogFile bad = file("b", bytes(log.toString()));
        LogFile packed = file("c.gz", gzip(bytes("x\n".repeat(5) + ROW)));
        for (int threads = 1; threads <= 8; threads++) {
            ScanOptions options = new ScanOptions(threads, 64, true);
            assertThatThrownBy(() -> scan(List.of(good, bad, packed), COLUMNS, options))
                    .isInstanceOf(ClicktureException.class)
                    .hasMessageContaining("b: row 3002 at byte offset " + 3001 * ROW.length())
                    .hasMessageContaining("clicks");
        }
        assertThat(scan(List.of(good), COLUMNS, new ScanOptions(2, 64, true)).triads())
                .hasSize(2000);
    }

    @Test
    void saysWhenAFileShrinksUnderneath() throws IOException {
        LogFile file = file("log", bytes(ROW.repeat(10)));
        LogFile longer = new LogFile("log", file.path(), file.bytes() + 1000);
        assertThatThrownBy(() -> scan(List.of(longer), 1, 1 << 20))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("the file ends at byte offset " + file.bytes());
    }

    @Test
    void passesOnWhatASinkThrows() throws IOException {
        LogFile file = file("log", bytes(ROW.repeat(1000)));
        TriadSink broken = new TriadSink() {
            @Override
            public boolean admits(byte[] bytes, int from, int to) {
                throw new OutOfMemoryError("no more");
            }

            @Override
            public void triad(TriadView triad) {}
        };
        assertThatThrownBy(() -> Scan.run(
                        List.of(file), COLUMNS, List.of(), new ScanOptions(2, 64, false), () -> broken, Progress.NONE))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void readsAnEmptyFileAsNoRows() throws IOException {
        Seen seen = scan(List.of(file("a", new byte[0]), file("b", bytes(ROW)), file("c.gz", new byte[0])), 2, 64);
        assertThat(seen.report().rows()).isEqualTo(1);
        assertThat(seen.triads()).hasSize(1);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
