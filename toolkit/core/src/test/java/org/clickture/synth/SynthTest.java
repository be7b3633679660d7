package org.clickture.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.clickture.ClicktureException;
import org.clickture.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SynthTest {

    @TempDir
    Path temp;

    private Path log;
    private Path truth;

    @BeforeEach
    void nameFiles() {
        log = temp.resolve("clicks.tsv");
        truth = temp.resolve("truth.tsv");
    }

    private List<String> fileNames() throws IOException {
        try (Stream<Path> files = Files.list(temp)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String key(String row) {
        return row.substring(0, row.indexOf('\t'));
    }

    @Test
    void givesTheSameBytesForTheSameRequestInAnyLocale() {
        SynthRequest request = Logs.odd().withImages(500);
        Logs.write(request, log, truth);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            Logs.write(request, temp.resolve("again.tsv"), temp.resolve("true.tsv"));
        } finally {
            Locale.setDefault(before);
        }
        assertThat(temp.resolve("again.tsv")).hasSameBinaryContentAs(log);
        assertThat(temp.resolve("true.tsv")).hasSameBinaryContentAs(truth);
    }

    @Test
    void givesOtherRowsForAnotherSeed() {
        Logs.write(Logs.odd().withImages(50), log, truth);
        Logs.write(Logs.odd().withImages(50).withSeed(2), temp.resolve("other.tsv"), temp.resolve("true.tsv"));
        assertThat(Logs.rows(temp.resolve("other.tsv"))).doesNotContainAnyElementsOf(Logs.rows(log));
    }

    @Test
    void saysInTheFirstRowOfEveryFileThatItIsSynthetic() {
        Logs.write(Logs.odd().withImages(5).withSeed(77).withShards(3), log, truth);
        for (int shard = 0; shard < 3; shard++) {
            assertThat(Logs.firstRow(temp.resolve("clicks-0" + shard + ".tsv")))
                    .startsWith("# SYNTHETIC click log made by clickture synth, seed 77, images 5, dog-share 0.4")
                    .endsWith("; not Clickture data")
                    .doesNotContain("\t");
        }
        assertThat(Logs.firstRow(truth))
                .startsWith("# SYNTHETIC truth of the click log")
                .contains("seed 77");
        assertThat(Logs.rows(truth).get(0)).isEqualTo("image_key\tbreed\tsubject\tnoise\tnoise_breed");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cutsTheSameRowsIntoShards(boolean scattered) {
        SynthRequest request = Logs.odd().withImages(250).withScattered(scattered);
        Logs.write(request, log, truth);
        for (int shards : new int[] {2, 7, 500}) {
            Path several = temp.resolve("cut" + shards + ".tsv");
            SynthReport report = Logs.write(request.withShards(shards), several, temp.resolve("true" + shards));
            List<String> rows = new ArrayList<>();
            report.logs().forEach(file -> rows.addAll(Logs.rows(file)));
            assertThat(report.logs()).hasSize(shards);
            assertThat(rows).isEqualTo(Logs.rows(log));
            assertThat(temp.resolve("true" + shards)).hasSameBinaryContentAs(truth);
        }
    }

    @Test
    void cutsALogOfSeveralBlocksBetweenImages() {
        SynthRequest request = SynthRequest.of(Logs.LEXICON).withImages(40_000).with(Knob.MALFORMED_SHARE, 0);
        Logs.write(request, log, truth);
        SynthReport report = Logs.write(request.withShards(5), temp.resolve("cut.tsv"), temp.resolve("true.tsv"));
        List<String> rows = new ArrayList<>();
        Set<String> earlier = new HashSet<>();
        int shards = 0;
        for (Path file : report.logs()) {
            List<String> shard = Logs.rows(file);
            Set<String> keys = new HashSet<>();
            shard.forEach(row -> keys.add(key(row)));
            assertThat(keys).hasSize(8_000);
            assertThat(earlier.addAll(keys) && earlier.size() == 8_000 * ++shards)
                    .isTrue();
            rows.addAll(shard);
        }
        assertThat(rows).isEqualTo(Logs.rows(log));
    }

    @Test
    void keepsTheRowsOfAnImageTogether() {
        Logs.write(Logs.odd().withImages(300).with(Knob.MALFORMED_SHARE, 0), log, truth);
        List<String> keys = new ArrayList<>();
        for (String row : Logs.rows(log)) {
            if (keys.isEmpty() || !keys.get(keys.size() - 1).equals(key(row))) {
                keys.add(key(row));
            }
        }
        assertThat(keys).doesNotHaveDuplicates().hasSize(300);
    }

    @Test
    void scattersTheSameRowsWithinAWindow() {
        SynthRequest request = SynthRequest.of(Logs.LEXICON).withImages(40_000).with(Knob.MALFORMED_SHARE, 0);
        Logs.write(request, log, truth);
        Logs.write(request.withScattered(true), temp.resolve("scattered.tsv"), temp.resolve("true.tsv"));
        List<String> together = Logs.rows(log);
        List<String> scattered = Logs.rows(temp.resolve("scattered.tsv"));
        assertThat(scattered.stream().sorted().toList())
                .isEqualTo(together.stream().sorted().toList());
        Map<String, int[]> firstAndLast = new HashMap<>();
        int neighbours = 0;
        for (int i = 0; i < scattered.size(); i++) {
            int row = i;
            firstAndLast.computeIfAbsent(key(scattered.get(i)), key -> new int[] {row, row})[1] = i;
            neighbours += i > 0 && key(scattered.get(i)).equals(key(scattered.get(i - 1))) ? 1 : 0;
        }
        assertThat(neighbours).isLessThan(100);
        int longest = 0;
        for (int[] places : firstAndLast.values()) {
            longest = Math.max(longest, places[1] - places[0]);
        }
        assertThat(longest).isBetween(50_000, 120_000);
        assertThat(temp.resolve("true.tsv")).content().endsWith(Logs.text(truth).substring(1_000));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1_000, 123_457})
    void writesExactlyTheRequestedRows(int rows) {
        SynthReport report = Logs.write(Logs.odd().withRows(rows), log, truth);
        assertThat(Logs.rows(log)).hasSize(rows);
        assertThat(report.rows()).isEqualTo(rows);
        assertThat(Logs.rows(truth)).hasSize(Math.toIntExact(report.images()) + 1);
    }

    @Test
    void reportsWhatItWrote() throws IOException {
        SynthReport report = Logs.write(Logs.odd().withImages(2_000), log, truth);
        List<String> rows = Logs.rows(log);
        long wrong = rows.stream()
                .filter(row -> !row.matches("[A-Za-z0-9+/]{14}\t[^\t]*\t0*[1-9][0-9]{0,14}"))
                .count();
        assertThat(report.logs()).containsExactly(log);
        assertThat(report.rows()).isEqualTo(rows.size());
        assertThat(report.images()).isEqualTo(2_000);
        assertThat(report.malformedRows()).isEqualTo(wrong).isBetween(80L, 250L);
        assertThat(report.bytes()).isEqualTo(Files.size(log));
    }

    @Test
    void compressesByNameAndReproducibly() throws IOException {
        SynthRequest request = Logs.odd().withImages(200);
        Logs.write(request, log, truth);
        Logs.write(request, temp.resolve("a.tsv.gz"), temp.resolve("a-truth.tsv.zst"));
        Logs.write(request, temp.resolve("b.tsv.gz"), temp.resolve("b-truth.tsv.zst"));
        assertThat(Logs.text(temp.resolve("a.tsv.gz"))).isEqualTo(Logs.text(log));
        assertThat(Logs.text(temp.resolve("a-truth.tsv.zst"))).isEqualTo(Logs.text(truth));
        assertThat(temp.resolve("b.tsv.gz")).hasSameBinaryContentAs(temp.resolve("a.tsv.gz"));
        assertThat(temp.resolve("b-truth.tsv.zst")).hasSameBinaryContentAs(temp.resolve("a-truth.tsv.zst"));
        byte[] header = Files.readAllBytes(temp.resolve("a.tsv.gz"));
        assertThat(header[3]).as("flags: no name").isZero();
        assertThat(new byte[] {header[4], header[5], header[6], header[7]})
                .as("time")
                .containsOnly(0);
    }

    @Test
    void writesNoTruthIfNoneIsWanted() throws IOException {
        Synth.write(Logs.odd().withImages(3), log, null, false, Progress.NONE);
        assertThat(fileNames()).containsExactly("clicks.tsv");
    }

    @Test
    void replacesFilesOnRequestOnly() throws IOException {
        Files.writeString(truth, "mine");
        assertThatThrownBy(() -> Logs.write(Logs.odd().withImages(3), log, truth))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("truth.tsv: this file exists")
                .hasMessageContaining("--force");
        assertThat(truth).hasContent("mine");
        assertThat(fileNames()).containsExactly("truth.tsv");
        Synth.write(Logs.odd().withImages(3), log, truth, true, Progress.NONE);
        assertThat(Logs.firstRow(truth)).startsWith("# SYNTHETIC");
    }

    @Test
    void refusesOneNameForTwoFilesAndFolders() {
        assertThatThrownBy(() -> Logs.write(Logs.odd().withImages(3), log, log))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("give two names");
        assertThatThrownBy(() -> Logs.write(Logs.odd().withImages(3), temp, truth))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("this is a folder");
        Path lexicon = Logs.odd().lexicon();
        assertThatThrownBy(() -> Synth.write(Logs.odd().withImages(3), log, lexicon, true, Progress.NONE))
                .isInstanceOf(ClicktureException.class)
                .hasMessage(lexicon + ": this is the lexicon; name another file");
    }

    @Test
    void takesALexiconFromWhereNothingMayBeWritten() throws IOException {
        Path store = Files.createDirectory(temp.resolve("store"));
        for (String part : List.of("manifest.json", "evidence.bin")) {
            Files.createFile(store.resolve(part));
        }
        Path lexicon = Files.copy(Logs.odd().lexicon(), store.resolve("lexicon.tsv"));

        assertThat(Synth.write(SynthRequest.of(lexicon).withImages(3), log, truth, false, Progress.NONE)
                        .images())
                .isEqualTo(3);
    }

    @Test
    void makesFoldersAndWritesWhatALinkPointsTo() throws IOException {
        Path link = Files.createSymbolicLink(temp.resolve("link.tsv.gz"), Path.of("clicks"));
        Path nested = temp.resolve("new").resolve("truth.tsv");

        Logs.write(Logs.odd().withImages(3), link, nested);

        assertThat(link).isSymbolicLink();
        assertThat(Files.readAllBytes(temp.resolve("clicks")))
                .as("compressed as the link's name wants it")
                .startsWith(0x1f, 0x8b);
        assertThat(Logs.firstRow(nested)).startsWith("# SYNTHETIC");
        assertThatThrownBy(() ->
                        Synth.write(Logs.odd().withImages(3), link, temp.resolve("new/../clicks"), true, Progress.NONE))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("give two names");
        assertThat(fileNames()).containsExactlyInAnyOrder("clicks", "link.tsv.gz", "new");
    }

    @Test
    void leavesNoFileWhenItCannotWriteOrIsInterrupted() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "mine");
        assertThatThrownBy(() -> Logs.write(Logs.odd().withImages(3), log, file.resolve("truth.tsv")))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("cannot be written")
                .hasMessageContaining("file is no folder");
        assertThat(fileNames()).containsExactly("file");
        Files.delete(file);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Logs.write(Logs.odd().withImages(3), log, truth))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(fileNames()).isEmpty();
    }

    @Test
    void tellsHowFarItIs() {
        List<long[]> updates = new ArrayList<>();
        List<String> ends = new ArrayList<>();
        SynthReport report =
                Synth.write(SynthRequest.of(Logs.LEXICON).withRows(500_000), log, null, false, new Progress() {
                    @Override
                    public void update(String step, long done, long total, long rows) {
                        assertThat(step).isEqualTo("synth");
                        updates.add(new long[] {done, total, rows});
                    }

                    @Override
                    public void end(String summary) {
                        ends.add(summary);
                    }
                });
        assertThat(updates).isNotEmpty();
        for (long[] update : updates) {
            assertThat(update[0]).isPositive().isLessThanOrEqualTo(update[1]);
            assertThat((double) update[1] / report.bytes()).isBetween(0.95, 1.05);
        }
        assertThat(ends).containsExactly(String.format("wrote 500,000 rows of %,d images", report.images()));
    }

    @Test
    void takesASmallLexiconWithoutOptionalColumns() throws IOException {
        Path lexicon = temp.resolve("lexicon.tsv");
        Files.writeString(lexicon, "breed\taliases\tkind\nakita\t\tpure\nmops\tpug\tpure\nwolf\t\ttype\n");
        SynthRequest request = SynthRequest.of(lexicon).withImages(200).with(Knob.DOG_SHARE, 0.6);
        Logs.write(request, log, truth);
        Set<String> breeds = new HashSet<>();
        Logs.rows(truth).stream().skip(1).forEach(row -> breeds.add(row.split("\t", -1)[1]));
        assertThat(breeds).containsExactlyInAnyOrder("", "akita", "mops");
    }

    @Test
    void takesALexiconOfOneBreed() throws IOException {
        Path lexicon = temp.resolve("lexicon.tsv");
        Files.writeString(lexicon, "breed\taliases\tkind\nakita\t\tpure\n");
        SynthRequest request = SynthRequest.of(lexicon).withImages(200).with(Knob.DOG_SHARE, 0.6);
        SynthReport report = Logs.write(request, log, truth);
        assertThat(report.severalBreedsImages()).isZero();
        assertThat(report.breedImages()).isBetween(90L, 150L);
    }

    @Test
    void refusesALexiconWithoutAPureBreed() throws IOException {
        Path lexicon = temp.resolve("lexicon.tsv");
        Files.writeString(lexicon, "breed\taliases\tkind\nretriever\t\ttype\n");
        assertThatThrownBy(() -> Logs.write(SynthRequest.of(lexicon), log, truth))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("lexicon.tsv")
                .hasMessageContaining("kind pure");
        assertThatThrownBy(() -> Logs.write(SynthRequest.of(temp.resolve("none.tsv")), log, truth))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("none.tsv");
    }

    @ParameterizedTest
    @EnumSource(Knob.class)
    void worksAtBothEndsOfEveryKnob(Knob knob) {
        for (double value : new double[] {knob.min(), knob.max()}) {
            Path some = temp.resolve(knob.key() + value + ".tsv");
            SynthRequest request = Logs.odd().withImages(60).with(knob, value);
            boolean possible = Set.of(Knob.DOG_SHARE, Knob.HOMONYM_SHARE, Knob.DOG_THING_SHARE, Knob.OTHER_DOGS)
                            .contains(knob)
                    ? value == knob.min()
                    : true;
            if (possible) {
                assertThat(Logs.write(request, some, temp.resolve(knob.key() + value))
                                .images())
                        .isEqualTo(60);
            } else {
                assertThatThrownBy(() -> Logs.write(request, some, truth))
                        .isInstanceOf(ClicktureException.class)
                        .hasMessageContaining("add up to more than 1");
            }
        }
    }

    @Test
    void writesQueriesThatAreUtf8ButForTheShareThatIsNot() {
        Logs.write(
                Logs.odd().withImages(500).with(Knob.INVALID_UTF8_SHARE, 0).with(Knob.MALFORMED_SHARE, 0), log, truth);
        String text = Logs.text(log);
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .doesNotContain("\uFFFD")
                .contains("ö")
                .contains("ｄｏｇ");
    }
}
