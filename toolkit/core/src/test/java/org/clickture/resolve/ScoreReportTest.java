package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.clickture.ClicktureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreReportTest {

    private static final String HEADER = "image_key,breed,confidence,candidates\n";

    @TempDir
    private Path folder;

    private Path resolutions;
    private Path truth;

    @BeforeEach
    void write() throws IOException {
        resolutions = Files.writeString(folder.resolve("r.csv"), HEADER + """
                a,pug,0.9,pug:0.9
                b,pug,0.8,pug:0.8;boxer:0.2
                c,,0.6,pug:0.2;boxer:0.2
                d,,0.6,"pug:0.2;dog, big:0.2"
                """);
        truth = Files.writeString(folder.resolve("t.tsv"), """
                # synthetic
                image_key\tbreed\tsubject
                a\tpug\tbreed
                b\tboxer\tbreed
                c\t\tmix
                d\tdog, big\tbreed
                other\tpug\tbreed
                """);
    }

    @Test
    void comparesAllAndAmbiguousImages() {
        ScoreReport report = ScoreReport.of(resolutions, truth);

        assertThat(report.all().images()).isEqualTo(4);
        assertThat(report.all().accuracy()).isEqualTo(0.5);
        assertThat(report.ambiguous().images()).isEqualTo(3);
        assertThat(report.ambiguous().accuracy()).isEqualTo(1.0 / 3);
    }

    @Test
    void takesNoLabelForRightIfTheTruthIsNoCandidate() throws IOException {
        Files.writeString(resolutions, HEADER + "d,,0.6,pug:0.2;boxer:0.2\n");

        assertThat(ScoreReport.of(resolutions, truth).all().accuracy()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "z,pug,0.9,pug:0.9 | it has none of the images of",
                "a,pug,high,pug:0.9 | :2: the confidence is \"high\"",
                "a,pug,1.5,pug:0.9 | :2: the confidence is \"1.5\"",
                "a,pug,0x1p-1,pug:0.9 | :2: the confidence is \"0x1p-1\", not a decimal number from 0 to 1, such as 0.95; give",
                "a,pug,0.5f,pug:0.9 | :2: the confidence is \"0.5f\"",
                "'a,pug, 0.5,pug:0.9' | :2: the confidence is \" 0.5\"",
                "a,pug,-0.5,pug:0.9 | :2: the confidence is \"-0.5\"",
                "a,pug,NaN,pug:0.9 | :2: the confidence is \"NaN\"",
                "a,pug,,pug:0.9 | :2: the confidence is \"\"",
                "a,pug,٠.٥,pug:0.9 | :2: the confidence is \"٠.٥\"",
                "a,pug | r.csv:2: it has 2 fields, not 4; give a file that 'clickture resolve' wrote",
                "a,pug,0.9,pug:0.9,x | r.csv:2: it has 5 fields, not 4",
                "a,clown;fish,0.9,clown;fish:0.9 | r.csv:2: the candidate \"clown\" is not name:posterior"
            })
    void saysWhereARowIsWrong(String row, String message) throws IOException {
        Files.writeString(resolutions, HEADER + row + "\n");

        assertThatThrownBy(() -> ScoreReport.of(resolutions, truth))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "0.500000", "5e-1", "0.05E+1"})
    void readsDecimalNumbers(String confidence) throws IOException {
        Files.writeString(resolutions, HEADER + "a,pug," + confidence + ",pug:0.9\n");

        assertThat(ScoreReport.of(resolutions, truth).all().brier()).isEqualTo(0.25);
    }

    @Test
    void refusesAnImageThatStandsTwice() throws IOException {
        Files.writeString(resolutions, HEADER + "a,pug,0.9,pug:0.9\nb,pug,0.9,pug:0.9\na,boxer,0.9,boxer:0.9\n");

        assertThatThrownBy(() -> ScoreReport.of(resolutions, truth))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("r.csv:4: image a stands also in line 2");
    }

    @Test
    void readsNamesWithColons() throws IOException {
        Files.writeString(resolutions, HEADER + "a,a:b fish,0.5,a:b fish:0.5;pug:0.1\nb,,0.5,a:b fish:0.5;pug:0.1\n");
        Files.writeString(truth, "a\ta:b fish\nb\ta:b fish\n");

        ScoreReport report = ScoreReport.of(resolutions, truth);

        assertThat(report.ambiguous().images()).isEqualTo(2);
        assertThat(report.all().accuracy()).isEqualTo(0.5);
    }

    @Test
    void takesTheImagesForAmbiguousThatItIsTold() {
        ScoreReport report = ScoreReport.of(resolutions, truth, "ab"::contains, "breed", List.of("boxer", "pug"));

        assertThat(report.all()).isEqualTo(ScoreReport.of(resolutions, truth).all());
        assertThat(report.ambiguous().images()).isEqualTo(2);
        assertThat(report.ambiguous().accuracy()).isEqualTo(0.5);
        assertThatThrownBy(() -> ScoreReport.of(resolutions, truth, "ab"::contains, "model", List.of("civic")))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("a label is called breed there, and model in the store");
    }

    @Test
    void acceptsAByteOrderMarkInBothFiles() throws IOException {
        ScoreReport expected = ScoreReport.of(resolutions, truth);
        Files.writeString(resolutions, "\uFEFF" + Files.readString(resolutions));
        Files.writeString(truth, "\uFEFFa\tpug\nb\tboxer\nc\t\nd\tdog, big\nother\tpug\n");

        assertThat(ScoreReport.of(resolutions, truth)).isEqualTo(expected);
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        assertThatThrownBy(() -> ScoreReport.of(folder, truth))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining(folder + ": cannot be read: Is a directory; name a file");
    }

    @Test
    void refusesWhatIsNotUtf8() throws IOException {
        Files.write(resolutions, (HEADER + "a,b\u00e9arn,0.9,b\u00e9arn:0.9\n").getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> ScoreReport.of(resolutions, truth))
                .isInstanceOf(ClicktureException.class)
                .hasMessage(resolutions + ":2: the file of resolutions is not UTF-8 at byte offset 41; save it as"
                        + " plain UTF-8 text");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | r.csv: it is empty; give",
                "'\n\n' | r.csv: it is empty; give",
                "'" + HEADER + "'| r.csv: it has a header and no row"
            })
    void saysThatAFileHasNoRow(String text, String message) throws IOException {
        Files.writeString(resolutions, text);

        assertThatThrownBy(() -> ScoreReport.of(resolutions, truth))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining(message);
    }

    @Test
    void saysWhatToDoIfTheFilesAreSwapped() {
        assertThatThrownBy(() -> ScoreReport.of(truth, resolutions))
                .hasMessageContaining("t.tsv:1: it has 1 field, not 4; give a file that 'clickture resolve' wrote");
    }

    @Test
    void leavesOutWhatTheTruthDoesNotHave() throws IOException {
        Files.writeString(resolutions, HEADER + "a,pug,0.9,pug:0.9\nz,pug,0.9,pug:0.9\n");

        ScoreReport report = ScoreReport.of(resolutions, truth);

        assertThat(report.all().images()).isEqualTo(1);
        assertThat(report.unknown()).isEqualTo(1);
    }

    @Test
    void tellsWhichImagesOfTheTruthAreMissing() throws IOException {
        assertThat(ScoreReport.of(resolutions, truth).missing()).isEqualTo(new TruthGap(1, "other", "pug"));
        Files.writeString(truth, "zz\tpug\na\tpug\nZ\t\n");

        assertThat(ScoreReport.of(resolutions, truth).missing()).isEqualTo(new TruthGap(2, "Z", ""));
    }

    @Test
    void tellsTrueLabelsThatTheFileHasNowhere() throws IOException {
        assertThat(ScoreReport.of(resolutions, truth).foreign()).isEqualTo(new TruthGap(0, "", ""));
        Files.writeString(truth, "d\tPug\na\tpug\nb\tboxers\nc\t\nother\tcat\n");

        assertThat(ScoreReport.of(resolutions, truth).foreign()).isEqualTo(new TruthGap(2, "b", "boxers"));
        assertThat(ScoreReport.of(resolutions, truth, key -> true, "breed", List.of("Pug", "boxers"))
                        .foreign())
                .as("of a lexicon")
                .isEqualTo(new TruthGap(1, "a", "pug"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "image_key\tbreed\n", "# by hand\n", "# by hand\nimage_key\tbreed\n"})
    void readsTwoColumnsWithAndWithoutAHeader(String above) throws IOException {
        Files.writeString(truth, above + "a\tpug\nb\tboxer\nc\t\nd\tdog, big\n");

        ScoreReport report = ScoreReport.of(resolutions, truth);

        assertThat(report.all().images()).isEqualTo(4);
        assertThat(report.all().accuracy()).isEqualTo(0.5);
        assertThat(report.unknown()).isZero();
    }

    @Test
    void readsCompressedFiles() throws IOException {
        Path packedTruth = gzipped(truth);
        Path packedResolutions = gzipped(resolutions);

        assertThat(ScoreReport.of(packedResolutions, packedTruth)).isEqualTo(ScoreReport.of(resolutions, truth));
    }

    private Path gzipped(Path file) throws IOException {
        Path packed = folder.resolve(file.getFileName() + ".gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(file, out);
        }
        return packed;
    }

    @Test
    void saysWhichLineOfTheTruthIsShort() throws IOException {
        Files.writeString(truth, "image_key\tbreed\na\tpug\nb\n");

        assertThatThrownBy(() -> ScoreReport.of(resolutions, truth))
                .hasMessageContaining(":3: it has 1 field, not 2 or more");
    }

    @Test
    void saysThatAFileIsNoSuchFile() throws IOException {
        assertThatThrownBy(() -> ScoreReport.of(folder.resolve("no.csv"), truth))
                .hasMessageContaining("no.csv: there is no such file; check the path");
        assertThatThrownBy(() -> ScoreReport.of(resolutions, folder.resolve("no.tsv")))
                .hasMessageContaining("no such file");
        assertThatThrownBy(() -> ScoreReport.of(resolutions, resolutions))
                .hasMessageContaining("r.csv:1: it has 1 field, not 2");
        Files.writeString(truth, "image_key\tlabel\na\tpug\n");
        assertThatThrownBy(() -> ScoreReport.of(resolutions, truth)).hasMessageContaining("no column `breed`");
        Files.writeString(resolutions, "a,b\n");
        assertThatThrownBy(() -> ScoreReport.of(resolutions, truth)).hasMessageContaining(":1: it has 2 fields");
        Files.writeString(resolutions, "a,b,c,d\n");
        assertThatThrownBy(() -> ScoreReport.of(resolutions, truth)).hasMessageContaining("the header is not");
    }
}
