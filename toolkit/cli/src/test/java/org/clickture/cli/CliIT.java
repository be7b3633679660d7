package org.clickture.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import org.clickture.lexicon.RecipeReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole command line as people run it: the one jar, a process for each command. */
class CliIT {

    @TempDir
    private static Path shared;

    private static SmallLog small;
    /** A store of {@link #small}, read by many tests. */
    private static String store;

    @TempDir
    private Path folder;

    private CliProcess cli;

    @BeforeAll
    static void build() throws IOException, InterruptedException {
        small = SmallLog.in(shared.resolve("in"));
        CliProcess cli = new CliProcess(shared);
        store = cli.work().resolve("dog.store").toString();
        CliProcess.Result result = cli.run("build", "--recipe", recipe(), "--out", store, log());
        assertThat(result.err())
                .isEqualTo("12 rows, 8 gated, 7 matched; 4 images, 1 of them ambiguous (" + time(result) + ")\n");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("rows").contains("12").contains("ambiguous");
        assertThat(cli.workFiles()).containsExactly("dog.store");
        assertThat(cli.strayFiles()).isEmpty();
    }

    @BeforeEach
    void start() throws IOException {
        cli = new CliProcess(folder);
    }

    @AfterEach
    void writesNothingElsewhere() throws IOException {
        assertThat(cli.strayFiles()).isEmpty();
    }

    @Test
    void sumsUpAsJson() throws Exception {
        CliProcess.Result result = succeed("summary", store, "--json");

        assertThat(JSON.std.mapFrom(result.out())).isEqualTo(SmallLog.COUNTS);
    }

    @Test
    void sumsUpForPeople() throws Exception {
        String out = succeed("summary", store).out();

        assertThat(out)
                .containsPattern("(?m)^invalid utf8 +1$|^invalid_utf8 +1$")
                .contains("dog.yaml")
                .contains(log())
                .containsPattern("(?m)^fields +\\S+log.tsv +10 +\\d+ +one field$");
    }

    @Test
    void writesTheDatasetToAFile() throws Exception {
        CliProcess.Result result = succeed("dataset", store, "--out", "dog.csv");

        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("Clickture may not be redistributed").hasLineCount(1);
        assertThat(cli.work().resolve("dog.csv")).hasContent(SmallLog.DATASET);
        assertThat(cli.workFiles()).containsExactly("dog.csv");
    }

    @Test
    void writesTheDatasetToStandardOutput() throws Exception {
        assertThat(succeed("dataset", store, "--out", "-").out()).isEqualTo(SmallLog.DATASET);
        assertThat(cli.workFiles()).isEmpty();
    }

    @Test
    void comparesPolicies() throws Exception {
        String out = succeed("policies", "--recipe", recipe(), "-q", log()).out();

        assertThat(out)
                .containsPattern("(?m)^policy +triads +pairs +images +ambiguous +meaning$")
                .contains("singular");
        List<Object> rows = JSON.std.listFrom(
                succeed("policies", "--recipe", recipe(), "-q", "--json", log()).out());
        assertThat(rows).hasSize(4);
        assertThat(succeed("policies", "--recipe", recipe(), "-q", "--csv", "--threads", "1", log())
                        .out())
                .startsWith("policy,meaning,triads,pairs,images,ambiguous,added_triads,removed_triads,")
                .hasLineCount(5);
        assertThat(fail("policies", "--recipe", recipe(), "--truth", "none.tsv", log())
                        .err())
                .contains("none.tsv");
    }

    @Test
    void givesEveryImageOneLabel() throws Exception {
        CliProcess.Result result = succeed("resolve", store, "--out", "resolved.csv");

        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("Clickture may not be redistributed").hasLineCount(1);
        List<String> lines = Files.readAllLines(cli.work().resolve("resolved.csv"));
        assertThat(lines.get(0)).isEqualTo("image_key,breed,confidence,candidates");
        assertThat(lines.subList(1, lines.size()))
                .hasSize(4)
                .isSorted()
                .anyMatch(line -> line.startsWith("AAAAAAAAAAAAAA,boxer,0."))
                .allMatch(line -> line.matches("\\w{14},[a-z ]+,[01]\\.\\d{6},([a-z ]+:[01]\\.\\d{6};?)+"));
    }

    @Test
    void writesResolutionsToStandardOutput() throws Exception {
        succeed("resolve", store, "--keep-precision", "0.01", "--out", "r.csv");
        CliProcess.Result result = succeed("resolve", store, "--keep-precision", "0.01", "--out", "-");

        assertThat(result.out())
                .startsWith("image_key,breed,confidence,candidates\n")
                .isEqualTo(Files.readString(cli.work().resolve("r.csv")));
        assertThat(result.err()).contains("kept ");
        assertThat(cli.workFiles()).containsExactly("r.csv");
    }

    @Test
    void resolvesByMajorityAndReplacesOnlyByForce() throws Exception {
        Files.writeString(cli.work().resolve("r.csv"), "mine");

        assertThat(fail("resolve", store, "--method", "clicks", "--out", "r.csv")
                        .err())
                .contains("--force");
        succeed("resolve", store, "--method", "clicks", "--out", "r.csv", "--force");

        assertThat(cli.work().resolve("r.csv")).content().startsWith("""
                image_key,breed,confidence,candidates
                AAAAAAAAAAAAAA,boxer,0.894737,boxer:0.894737;pug:0.105263
                BBBBBBBBBBBBBB,german shepherd,1.000000,german shepherd:1.000000
                """);
        assertThat(cli.workFiles()).containsExactly("r.csv");
    }

    @Test
    void keepsOnlyWhatIsSure() throws Exception {
        CliProcess.Result result =
                succeed("resolve", store, "--method", "clicks", "--keep-precision", "1", "--out", "r.csv");

        assertThat(result.err())
                .contains(
                        "kept 3 of 4 images, those with a confidence of 1.000000 or more; their labels' share of what the"
                                + " rule counts is 1.0000, which is not calibrated: fewer may be right\n")
                .doesNotContain("expected precision");
        assertThat(succeed("resolve", store, "--keep-precision", "0.01", "--out", "em.csv")
                        .err())
                .containsPattern("kept 4 of 4 images, those .*; expected precision [01]\\.\\d{4}\n");
        assertThat(Files.readAllLines(cli.work().resolve("r.csv"))).hasSize(4);
        assertThat(cli.run("resolve", store, "--keep-precision", "0", "--out", "x.csv")
                        .exitCode())
                .isEqualTo(2);
        assertThat(cli.run("resolve", store, "--method", "guess", "--out", "x.csv")
                        .err())
                .contains("guess")
                .contains("drop, clicks, log-clicks, queries, hierarchy, em");
    }

    @Test
    void looksAtThePlaceBeforeTheWork() throws Exception {
        Path mine = Files.writeString(cli.work().resolve("mine"), "mine");
        // What is wrong with the place comes before what is wrong with the store.
        for (String place : List.of("mine", "mine/r.csv")) {
            for (String command : List.of("resolve", "dataset")) {
                assertThat(fail(command, "nowhere", "--out", place).err()).contains(place + ": ");
            }
            assertThat(fail("resolve", store, "--keep-precision", "0.5", "--out", place)
                            .err())
                    .doesNotContain("kept");
        }
        assertThat(fail("build", "--recipe", recipe(), "--out", "mine/dog.store", "no-log.tsv")
                        .err())
                .contains("mine/dog.store: cannot be written: ")
                .contains("mine is no folder");
        assertThat(mine).hasContent("mine");
        succeed("resolve", store, "--out", "new/r.csv");
        assertThat(cli.work().resolve("new/r.csv")).isNotEmptyFile();
    }

    @Test
    void saysWhyAStoreIsEmpty() throws Exception {
        String rows = Files.readString(small.log(), StandardCharsets.ISO_8859_1);
        Files.writeString(cli.work().resolve("utf16.tsv"), rows, StandardCharsets.UTF_16LE);
        Files.writeString(cli.work().resolve("cats.tsv"), "AAAAAAAAAAAAAA\ttabby cat\t10\n");
        Files.writeString(cli.work().resolve("wrong.tsv"), "one field\nanother\n");
        Files.writeString(cli.work().resolve("empty.tsv"), "");

        assertThat(succeed("build", "-q", "--recipe", recipe(), "--out", "a", "utf16.tsv")
                        .err())
                .startsWith("a holds no image: the log has 13 rows, ")
                .contains("utf16.tsv looks like UTF-16, a log must be UTF-8")
                .hasLineCount(1);
        assertThat(succeed("build", "-q", "--recipe", recipe(), "--out", "b", "cats.tsv")
                        .err())
                .startsWith("b holds no image: the log has 1 row, 0 of them malformed, and 0 with a query that passes")
                .contains("'clickture funnel --store b'")
                .hasLineCount(1);
        assertThat(succeed("build", "-q", "--recipe", recipe(), "--out", "c", "wrong.tsv")
                        .err())
                .startsWith("c holds no image: the log has 2 rows, 2 of them malformed, ")
                .contains("no row has the fields key,query,clicks with TABs between, see 'clickture summary c'")
                .contains("--columns names every field of a row")
                .hasLineCount(1);
        assertThat(succeed("build", "-q", "--recipe", recipe(), "--out", "e", "--columns", "key,clicks,query", log())
                        .err())
                .contains("whether the fields are key,clicks,query (--columns)");
        assertThat(succeed("build", "--recipe", recipe(), "--out", "d", "empty.tsv")
                        .err())
                .contains("0 rows, 0 gated, 0 matched; 0 images")
                .contains("d holds no image: the log has 0 rows")
                .contains("check that it is the right file");
    }

    @Test
    void scoresAgainstATruth() throws Exception {
        succeed("resolve", store, "--method", "clicks", "--out", "r.csv");
        Files.writeString(cli.work().resolve("truth.tsv"), """
                # synthetic
                image_key\tbreed
                AAAAAAAAAAAAAA\tpug
                BBBBBBBBBBBBBB\tgerman shepherd
                EEEEEEEEEEEEEE\tpug
                GGGGGGGGGGGGGG\tpug
                """);

        assertThat(succeed("score", "r.csv", "truth.tsv").out())
                .containsPattern("(?m)^all +4 +0\\.750 ")
                .containsPattern("(?m)^ambiguous +1 +0\\.000 ");
        Map<String, Object> json = JSON.std.mapFrom(
                succeed("score", "r.csv", "truth.tsv", "--json").out());
        assertThat(json.get("all"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("accuracy", 0.75);
        assertThat(succeed("score", "r.csv", "truth.tsv", "--store", store).out())
                .isEqualTo(succeed("score", "r.csv", "truth.tsv").out());
        assertThat(succeed("score", "r.csv", "truth.tsv").err()).isEmpty();
        assertThat(fail("score", "none.csv", "truth.tsv").err()).contains("none.csv: there is no such file");
        assertThat(fail("score", "r.csv", "truth.tsv", "--store", "none.store").err())
                .contains("none.store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat", "gzip -c", "cat packed.gz"})
    void scoresAgainstATruthFromAPipe(String source) throws Exception {
        Files.writeString(cli.work().resolve("r.csv"), """
                image_key,breed,confidence,candidates
                AAAAAAAAAAAAAA,pug,0.900000,pug:0.900000
                """);
        Files.writeString(cli.work().resolve("t.tsv"), "AAAAAAAAAAAAAA\tpug\n");
        try (OutputStream packed =
                new GZIPOutputStream(Files.newOutputStream(cli.work().resolve("packed.gz")))) {
            Files.copy(cli.work().resolve("t.tsv"), packed);
        }
        ProcessBuilder builder = cli.builder(List.of(), "score", "r.csv", "/dev/stdin");
        List<String> command = new ArrayList<>(List.of("sh", "-c", "cat t.tsv | " + source + " | cat | \"$@\"", "sh"));
        command.addAll(builder.command());
        Path out = folder.resolve("out");
        Process process = builder.command(command).redirectOutput(out.toFile()).start();

        assertThat(CliProcess.exitCode(process)).isZero();
        assertThat(out).content().containsPattern("(?m)^all +1 +1\\.000 ");
    }

    @Test
    void tellsWhatAScoreDoesNotSpeakOf() throws Exception {
        succeed("resolve", store, "--method", "clicks", "--out", "r.csv");
        Files.writeString(cli.work().resolve("truth.tsv"), "EEEEEEEEEEEEEE\tPug\u001b\nz\tpug\ny\tpug\n");

        assertThat(succeed("score", "r.csv", "truth.tsv").err()).isEqualTo("""
                left out 3 images that are not in the truth
                2 images of the truth are not in r.csv and not in the scores; the first: y
                1 image has a true label that is none of r.csv: any label is wrong there; the first: EEEEEEEEEEEEEE "Pug\\u001b"
                """);
        assertThat(succeed("score", "r.csv", "truth.tsv", "--store", store).err())
                .contains("a true label that is none of " + store + ": any");
        assertThat(succeed("score", "r.csv", "truth.tsv", "--json").out())
                .contains("\"not_in_truth\":3,"
                        + "\"not_in_file\":{\"images\":2,\"first_image_key\":\"y\",\"first_label\":\"pug\"},"
                        + "\"unknown_label\":{\"images\":1,\"first_image_key\":\"EEEEEEEEEEEEEE\",\"first_label\":");
    }

    @Test
    void scoresNothingAsNothing() throws Exception {
        Files.writeString(cli.work().resolve("one.csv"), """
                image_key,breed,confidence,candidates
                AAAAAAAAAAAAAA,pug,0.900000,pug:0.900000
                ZZZZZZZZZZZZZZ,pug,0.900000,pug:0.900000
                """);
        Files.writeString(cli.work().resolve("one.tsv"), "AAAAAAAAAAAAAA\tpug\n");
        Files.writeString(cli.work().resolve("empty.csv"), "");

        CliProcess.Result table = succeed("score", "one.csv", "one.tsv");
        String json = succeed("score", "one.csv", "one.tsv", "--json").out();

        assertThat(table.out())
                .containsPattern("(?m)^ambiguous +0 +- +- +- +-$")
                .containsPattern("reliability, all images +confidence +right\n +1 +0\\.900 +1\\.000\n\n")
                .doesNotContain("NaN");
        assertThat(table.err()).contains("left out 1 image that is not in the truth");
        assertThat(JSON.std.mapFrom(json).get("ambiguous"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("images", 0)
                .containsEntry("accuracy", null)
                .containsEntry("ece", null)
                .containsEntry("brier", null);
        assertThat(json).doesNotContain("NaN");
        assertThat(fail("score", "empty.csv", "none.tsv").err()).contains("empty.csv: it is empty; give");
    }

    @Test
    void tellsWhyImagesHaveSeveralLabels() throws Exception {
        assertThat(succeed("types", store).out())
                .containsPattern(
                        "(?m)^comparison +the labels share a query +1 +1\\.000 +AAAAAAAAAAAAAA: boxer 17, pug 2$")
                .containsPattern("(?m)^true-conflict +people disagree +0 ");
        String json = succeed("types", store, "--json").out();
        assertThat(JSON.std.listFrom(json)).hasSize(6);
        assertThat(json)
                .contains(
                        "{\"image_key\":\"AAAAAAAAAAAAAA\",\"labels\":["
                                + "{\"label\":\"boxer\",\"clicks\":17,\"queries\":3},{\"label\":\"pug\",\"clicks\":2,\"queries\":1}]}");
    }

    @Test
    void replacesAFileOnlyByForce() throws Exception {
        Path csv = Files.writeString(cli.work().resolve("dog.csv"), "mine");

        assertThat(fail("dataset", store, "--out", "dog.csv").err())
                .contains("dog.csv")
                .contains("--force");
        assertThat(csv).hasContent("mine");
        succeed("dataset", store, "--out", "dog.csv", "--force");
        assertThat(csv).hasContent(SmallLog.DATASET);
        assertThat(cli.workFiles()).containsExactly("dog.csv");
    }

    @Test
    void replacesAStoreOnlyByForce() throws Exception {
        succeed("build", "--quiet", "--recipe", recipe(), "--out", "dog.store", log());
        byte[] manifest = Files.readAllBytes(cli.work().resolve("dog.store/manifest.json"));

        assertThat(fail("build", "--recipe", recipe(), "--out", "dog.store", log())
                        .err())
                .contains("dog.store")
                .contains("--force");
        succeed("build", "--force", "--threads", "1", "--recipe", recipe(), "--out", "dog.store", log());
        assertThat(cli.work().resolve("dog.store/manifest.json")).hasBinaryContent(manifest);
        assertThat(cli.workFiles()).containsExactly("dog.store");
    }

    @Test
    void saysNothingWhenQuiet() throws Exception {
        CliProcess.Result result = succeed("build", "-q", "--recipe", recipe(), "--out", "dog.store", log());

        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEmpty();
    }

    @Test
    void stopsAtTheFirstMalformedRowWhenStrict() throws Exception {
        CliProcess.Result result = fail("build", "--strict", "--recipe", recipe(), "--out", "dog.store", log());

        assertThat(result.err()).contains("log.tsv").contains("zero");
        assertThat(cli.workFiles()).isEmpty();
    }

    @Test
    void readsOtherColumns() throws Exception {
        Path log = Files.writeString(folder.resolve("url.tsv"), "KKKKKKKKKKKKKK\thttp://x\tpug dog\t3\n");
        succeed("build", "-q", "--recipe", recipe(), "--out", "s", "--columns", "key,-,query,clicks", log.toString());

        assertThat(succeed("dataset", "s", "--out", "-").out())
                .isEqualTo("breed,image_key,clicks,queries\npug,KKKKKKKKKKKKKK,3,1\n");
    }

    @Test
    void listsBreeds() throws Exception {
        assertThat(succeed("breeds", store).out()).isEqualTo("""
                rank  breed            images  clicks  image queries  ambiguous images  ambiguous share
                   1  pug                   3       4              3                 1            0.333
                   2  boxer                 1      17              3                 1            1.000
                   3  german shepherd       1      10              2                 0            0.000
                """);
        assertThat(succeed("breeds", store, "--csv", "--top", "1").out()).isEqualTo("""
                rank,breed,images,clicks,image_queries,ambiguous_images,ambiguous_share
                1,pug,3,4,3,1,0.3333333333333333
                """);
        assertThat(JSON.std.listFrom(succeed("breeds", store, "--json").out())).hasSize(3);
    }

    @Test
    void listsAmbiguousImages() throws Exception {
        assertThat(succeed("ambiguous", store).out()).isEqualTo("""
                image key       breeds                clicks  entropy bits
                AAAAAAAAAAAAAA  boxer 89 %, pug 11 %      19         0.485
                """);
        assertThat(succeed("ambiguous", store, "--csv").out())
                .startsWith("image_key,breeds,clicks,entropy_bits\nAAAAAAAAAAAAAA,boxer:17;pug:2,19,0.48");
        assertThat(succeed("ambiguous", store, "--json").out())
                .startsWith("[\n{\"image_key\":\"AAAAAAAAAAAAAA\",\"labels\":["
                        + "{\"label\":\"boxer\",\"clicks\":17,\"queries\":3,\"share\":0.89");
    }

    @Test
    void explainsAnImage() throws Exception {
        String out = succeed("explain", store, "AAAAAAAAAAAAAA").out();

        assertThat(out.replace(log(), "LOG").replaceAll(" {2,}", "  ")).isEqualTo("""
                breed  clicks  queries
                boxer  17  3
                pug  2  1

                boxer  clicks  found  file  byte offset
                [boxer] dog  10  name  log.tsv  0
                [Boxer] Dogs  5  name  log.tsv  28
                pug or [boxer] puppy  2  name  log.tsv  56

                pug  clicks  found  file  byte offset
                [pug] or boxer puppy  2  name  log.tsv  56

                log.tsv is LOG
                """);
    }

    @Test
    void explainsAnImageAsJson() throws Exception {
        CliProcess.Result result = succeed("explain", store, "BBBBBBBBBBBBBB", "--json", "--dropped");

        assertThat(result.err()).contains("rows of the image in the log: 2, dropped: 0");
        assertThat(result.out().replace(log(), "LOG"))
                .isEqualTo("{\"image_key\":\"BBBBBBBBBBBBBB\","
                        + "\"labels\":[{\"label\":\"german shepherd\",\"clicks\":10,\"queries\":2}],\"triads\":["
                        + "{\"query\":\"german-shepherd dog\",\"clicks\":7,\"names\":[{\"label\":\"german shepherd\","
                        + "\"name\":\"german shepherd\",\"form\":\"name\",\"from\":0,\"to\":15}],\"file\":\"LOG\","
                        + "\"byte_offset\":92},"
                        + "{\"query\":\"alsatian dog\",\"clicks\":3,\"names\":[{\"label\":\"german shepherd\","
                        + "\"name\":\"alsatian\",\"form\":\"alias\",\"from\":0,\"to\":8}],\"file\":\"LOG\","
                        + "\"byte_offset\":129}],\"rows\":2,\"dropped\":[]}\n");
    }

    @Test
    void tellsWhatFellOutOfAnImage() throws Exception {
        CliProcess.Result result = succeed("explain", store, "DDDDDDDDDDDDDD", "--dropped", "-q");
        assertThat(result.err()).isEmpty();
        assertThat(result.out().replace(log(), "LOG").replaceAll(" {2,}", "  ")).isEqualTo("""
                dropped  clicks  step  why  file  byte offset
                red shoes  9  gate  no gate word  log.tsv  189

                rows of the image in the log: 1, dropped: 1

                log.tsv is LOG
                """);
        assertThat(succeed("explain", store, "FFFFFFFFFFFFFF", "--dropped").out())
                .containsPattern("(?m)^pug dog +zero +clicks +malformed clicks +log.tsv +249$");
        assertThat(succeed("explain", store, "AAAAAAAAAAAAAA", "--dropped", log())
                        .out())
                .endsWith("\nrows of the image in the log: 3, dropped: 0\n\nlog.tsv is " + log() + "\n");
    }

    @Test
    void refusesALogThatTheStoreWasNotBuiltFrom() throws Exception {
        Path other = Files.writeString(folder.resolve("other.tsv"), "AAAAAAAAAAAAAA\tpug dog\t3\n");

        assertThat(fail("explain", store, "AAAAAAAAAAAAAA", "--dropped", other.toString())
                        .err())
                .contains("other.tsv is not in the log");
        assertThat(fail("explain", store, "ZZZZZZZZZZZZZZ", "--dropped", "-q").err())
                .contains("nor in its log");
        assertThat(fail("funnel", "--store", store, other.toString()).err()).contains("other.tsv is not in the log");
        assertThat(cli.run("explain", store, "AAAAAAAAAAAAAA", other.toString()).exitCode())
                .isEqualTo(2);
    }

    @Test
    void tellsWhatFallsOutAtEachStep() throws Exception {
        CliProcess.Result result = succeed("funnel", "--recipe", recipe(), log());

        assertThat(result.err()).contains("12 rows, 7 left after the last step");
        assertThat(result.out().replaceAll(" {2,}", "  ")).startsWith("""
                        step  meaning  fell  share  left
                        rows  rows of the log  0  0.000  12
                        fields  malformed: not 3 fields  1  0.083  11
                        gate  no word of the gate  1  0.083  10
                        exclusion  an excluded phrase  0  0.000  10
                        key  malformed: the image key  1  0.083  9
                        clicks  malformed: the clicks  1  0.083  8
                        name  no breed is named  1  0.083  7
                        pairs  distinct pairs of breed and image  0  0.000  5
                        images  distinct images  0  0.000  4

                        sample  clicks  step  why  file  byte offset
                        one field  fields  not 3 fields  log.tsv  277
                        red shoes  9  gate  no gate word  log.tsv  189
                        pug dog  1  key  malformed key "a key"  log.tsv  287
                        pug dog  zero  clicks  malformed clicks  log.tsv  249
                        cute puppies  4  name  no name  log.tsv  159
                        """);
        assertThat(succeed("funnel", "-q", "--store", store, "--csv", "--sample", "1", "--top", "3")
                        .out()
                        .replace(log(), "LOG"))
                .isEqualTo("""
                        step,meaning,fell,share,left,sample
                        rows,rows of the log,0,0.0,12,
                        fields,malformed: not 3 fields,1,0.08333333333333333,11,one field (LOG:277)
                        gate,no word of the gate,1,0.08333333333333333,10,red shoes (LOG:189)
                        """);
        assertThat(JSON.std.listFrom(
                        succeed("funnel", "--store", store, "--json").out()))
                .hasSize(9);
    }

    @Test
    void funnelsTheSameWithAnyNumberOfThreads() throws Exception {
        String one = succeed("funnel", "-q", "--recipe", recipe(), "--threads", "1", "--json", log())
                .out();

        assertThat(one).isNotEmpty();
        assertThat(succeed("funnel", "-q", "--recipe", recipe(), "--threads", "5", "--json", log())
                        .out())
                .isEqualTo(one);
    }

    @Test
    void makesQueriesHarmlessForTheTerminalInAnyLocale() throws Exception {
        CliProcess.Result result = cli.run("", List.of(), Map.of("LC_ALL", "C"), "explain", store, "EEEEEEEEEEEEEE");

        assertThat(result.out()).contains("d\u00f6g [pug] \\u001b[31m!").doesNotContain("\u001b");
    }

    @Test
    void saysWhenAnImageHasNoLabel() throws Exception {
        assertThat(fail("explain", store, "DDDDDDDDDDDDDD").err()).contains("DDDDDDDDDDDDDD");
    }

    @Test
    void matchesQueries() throws Exception {
        CliProcess.Result result = cli.runWithInput(
                "pug or boxer dog\r\nGerman Shepherd\n\nred\tshoes \u00ff", "match", "--recipe", recipe());

        assertThat(result.outBytes()).isEqualTo("""
                        true\tboxer;pug\tpug or boxer dog
                        false\tgerman shepherd\tGerman Shepherd
                        false\t\t
                        false\t\tred\tshoes \u00ff
                        """);
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void matchesQueriesOfAFile() throws Exception {
        Path queries = Files.writeString(folder.resolve("queries.txt"), "pug puppies");

        assertThat(succeed("match", "--recipe", recipe(), queries.toString()).out())
                .isEqualTo("true\tpug\tpug puppies\n");
    }

    @Test
    void checksARecipe() throws Exception {
        assertThat(succeed("recipe", "check", recipe()).out()).contains(": 0 errors, ");

        Files.writeString(folder.resolve("l.tsv"), "breed\taliases\npug\tmops\nboxer\tMops;\u001b[31m..\n");
        Path faulty = Files.writeString(folder.resolve("r.yaml"), "label: breed\nlexicon: l.tsv\ncolour: red\n");
        CliProcess.Result people = cli.run("recipe", "check", faulty.toString());
        assertThat(people.exitCode()).isEqualTo(1);
        assertThat(people.err()).isEmpty();
        assertThat(people.out())
                .startsWith(faulty + ": 2 errors, ")
                .contains("error: two-labels (1)", "l.tsv:3: \"mops\" stands for \"boxer\" here", "What to do: ")
                .doesNotContain("\u001b");

        CliProcess.Result json = cli.run("recipe", "check", faulty.toString(), "--json");
        assertThat(json.exitCode()).isEqualTo(1);
        assertThat(JSON.std.listFrom(json.out()))
                .filteredOn(row -> "error".equals(((Map<?, ?>) row).get("grade")))
                .extracting(row -> ((Map<?, ?>) row).get("rule"), row -> ((Map<?, ?>) row).get("line"))
                .containsExactly(tuple("recipe", 3), tuple("two-labels", 3));
        assertThat(cli.run("recipe", "check", faulty.toString(), "--csv").out())
                .startsWith("grade,rule,file,line,what,why,remedy\nerror,recipe,");

        assertThat(cli.run("recipe", "check").exitCode()).isEqualTo(2);
        assertThat(cli.run("recipe").exitCode()).isEqualTo(2);
    }

    @Test
    void refusesLabelsThatAreOtherColumnsOfItsFiles() throws Exception {
        List<String> headers = new ArrayList<>();
        for (List<String> command : List.of(
                List.of("dataset", store, "--out", "-"),
                List.of("resolve", store, "--out", "-"),
                List.of("breeds", store, "--csv"),
                List.of("ambiguous", store, "--csv"))) {
            headers.add(succeed(command.toArray(new String[0]))
                    .out()
                    .lines()
                    .findFirst()
                    .orElseThrow());
        }
        List<String> columns = headers.stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .filter(column -> !column.equals("breed") && !column.equals("breeds"))
                .toList();

        assertThat(columns).hasSize(3 + 3 + 6 + 3);
        for (String column : columns) {
            Path recipe = Files.writeString(folder.resolve("r.yaml"), "lexicon: l.tsv\nlabel: " + column + "\n");
            assertThatThrownBy(() -> RecipeReader.read(recipe)).hasMessageContaining("r.yaml:2: `label` is `" + column);
        }
    }

    @Test
    void showsAllFindingsOnlyWhenAsked() throws Exception {
        StringBuilder lexicon = new StringBuilder("breed\taliases\n");
        for (int i = 0; i < 10; i++) {
            lexicon.append("pug").append(i).append("\tp").append(i).append('\n');
        }
        Files.writeString(folder.resolve("l.tsv"), lexicon);
        String recipe = Files.writeString(folder.resolve("r.yaml"), "label: breed\nlexicon: l.tsv\n")
                .toString();

        assertThat(succeed("recipe", "check", recipe).out())
                .contains("risk: short-name (10)", "... and 7 more; --all shows them");
        assertThat(succeed("recipe", "check", recipe, "--all").out()).doesNotContain("more; --all");
        assertThat(succeed("recipe", "check", recipe, "--json").out().lines().filter(row -> row.contains("short-name")))
                .hasSize(10);
    }

    @Test
    void verifiesAStore() throws Exception {
        succeed("verify", store);
        succeed("build", "-q", "--recipe", recipe(), "--out", "s", log());
        Path largest = largestFile(cli.work().resolve("s"));
        byte[] bytes = Files.readAllBytes(largest);
        bytes[bytes.length / 2] ^= 1;
        Files.write(largest, bytes);

        CliProcess.Result result = cli.run("verify", "s");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out() + result.err()).contains(largest.getFileName().toString());
    }

    @Test
    void leavesAReadOnlyStoreAsItWas() throws Exception {
        Path copy = cli.work().resolve("s");
        succeed("build", "-q", "--recipe", recipe(), "--out", "s", log());
        Map<String, Long> before = modified(copy);
        succeed("dataset", "s", "--out", "-");
        succeed("breeds", "s");

        assertThat(modified(copy)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"summary nowhere", "dataset nowhere --out x.csv", "verify nowhere", "breeds ."})
    void saysInOneSentenceWhatIsNoStore(String line) throws Exception {
        CliProcess.Result result = fail(line.split(" "));

        assertThat(result.err()).hasLineCount(1);
        assertThat(cli.workFiles()).isEmpty();
    }

    @Test
    void endsWithTwoWhenMisused() throws Exception {
        CliProcess.Result result = cli.run("build", "--out", "s", log());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("clickture: ")
                .contains("--recipe")
                .endsWith("Try 'clickture build --help'.\n");
        assertThat(cli.workFiles()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "build --recipe r.yaml --out - log.tsv",
                "synth --lexicon l.tsv --out -",
                "synth --lexicon l.tsv --out log.tsv --truth -"
            })
    void refusesStandardOutputForWhatIsWholeOrNotThere(String line) throws Exception {
        CliProcess.Result result = cli.run(line.split(" "));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains(" cannot write to standard output; name a place");
        assertThat(cli.workFiles()).isEmpty();
    }

    @Test
    void showsAStackTraceOnlyInADebugRun() throws Exception {
        assertThat(cli.run("summary", "nowhere").err()).doesNotContain("\tat ");
        assertThat(cli.run("summary", "nowhere", "--debug").err()).contains("\tat org.clickture.");
    }

    @Test
    void endsQuietlyWhenNobodyReadsOn() throws Exception {
        Path queries = folder.resolve("queries.txt");
        try (BufferedWriter writer = Files.newBufferedWriter(queries)) {
            for (int i = 0; i < 100_000; i++) {
                writer.write("pug puppies " + i + "\n");
            }
        }
        Path err = folder.resolve("err");
        Process process = cli.builder(List.of(), "match", "--recipe", recipe(), queries.toString())
                .redirectError(err.toFile())
                .start();
        process.getInputStream().close();

        assertThat(CliProcess.exitCode(process)).isZero();
        assertThat(err).isEmptyFile();
    }

    @Test
    void leavesNothingAndSaysNothingWhenStopped() throws Exception {
        Path log = folder.resolve("large.tsv.gz");
        writeLargeLog(log);
        Path err = folder.resolve("err");
        Process process = cli.builder(List.of(), "build", "--recipe", recipe(), "--out", "dog.store", log.toString())
                .redirectError(err.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.waitFor(1_500, TimeUnit.MILLISECONDS);
        process.destroy();

        assertThat(CliProcess.exitCode(process)).as("SIGTERM").isEqualTo(143);
        assertThat(cli.workFiles()).isEmpty();
        assertThat(CliProcess.withoutJavasWarnings(Files.readString(err))).isEmpty();
    }

    @Test
    void buildsTheSameStoreWithMuchLessMemory() throws Exception {
        String log = manyMatches();
        succeed("build", "-q", "--recipe", recipe(), "--out", "large.store", log);
        CliProcess.Result result = cli.run(
                "",
                List.of("-Xmx32m"),
                Map.of(),
                "build",
                "-q",
                "--memory=4m",
                "--recipe",
                recipe(),
                "--out",
                "small.store",
                log);

        assertThat(result.err()).isEmpty();
        assertThat(cli.workFiles()).containsExactly("large.store", "small.store");
        for (String name : List.of("images.dat", "evidence.bin", "manifest.json")) {
            assertThat(Files.mismatch(
                            cli.work().resolve("large.store").resolve(name),
                            cli.work().resolve("small.store").resolve(name)))
                    .as(name)
                    .isEqualTo(-1);
        }
    }

    /** A limit for the size of files fails as a full disk does. */
    @Test
    void saysThatItCannotWriteWhatTheMemoryDoesNotTake() throws Exception {
        ProcessBuilder builder = cli.builder(
                List.of(), "build", "--memory=4m", "--recipe", recipe(), "--out", "dog.store", manyMatches());
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f 4096 && exec \"$@\"", "sh"));
        command.addAll(builder.command());
        Path err = folder.resolve("err");
        Process process = builder.command(command).redirectError(err.toFile()).start();

        assertThat(CliProcess.exitCode(process)).isEqualTo(1);
        assertThat(CliProcess.withoutJavasWarnings(Files.readString(err)))
                .startsWith("clickture: cannot write the temporary file ")
                .contains(".dog.store.partial")
                .hasLineCount(1);
        assertThat(cli.workFiles()).isEmpty();
    }

    @Test
    void refusesSizesThatAreNone() throws Exception {
        for (String size : List.of("0", "-1", "1t", "many", "1m", "17179869185g")) {
            CliProcess.Result result =
                    cli.run("build", "--memory=" + size, "--recipe", recipe(), "--out", "dog.store", log());
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err()).contains("--memory").contains("m");
        }
    }

    /** With several sizes and threads: which allocation fails, and where, is a matter of luck. */
    @ParameterizedTest
    @ValueSource(ints = {11, 12, 13, 14})
    void namesTheFlagWhenTheHeapIsFull(int megabytes) throws Exception {
        CliProcess.Result result = cli.run(
                "",
                List.of("-Xmx" + megabytes + "m"),
                Map.of(),
                "build",
                "--threads=4",
                "--memory=1g",
                "--recipe",
                recipe(),
                "--out",
                "dog.store",
                manyMatches());

        assertThat(result.err())
                .startsWith("clickture: out of memory")
                .contains("-Xmx")
                .hasLineCount(1);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(cli.workFiles()).isEmpty();
    }

    /** A log of which 16 MB match. */
    private String manyMatches() throws IOException {
        Path log = folder.resolve("many.tsv");
        try (BufferedWriter writer = Files.newBufferedWriter(log)) {
            for (int i = 0; i < 300_000; i++) {
                writer.write(String.format("%014d\tpug dog %d\t1%n", i % 100_000, i));
            }
        }
        return log.toString();
    }

    @Test
    void makesALogThatBuilds() throws Exception {
        String lexicon = Path.of("..", "..", "data", "lexicons", "dog-breeds.tsv")
                .toAbsolutePath()
                .toString();
        String out = succeed(
                        "synth",
                        "--lexicon",
                        lexicon,
                        "--images",
                        "3000",
                        "--set",
                        "dog-share=0.2",
                        "--out",
                        "a.tsv.gz",
                        "--truth",
                        "t.tsv")
                .out();
        assertThat(out).isEqualTo("a.tsv.gz\n");
        assertThat(cli.workFiles()).containsExactly("a.tsv.gz", "t.tsv");
        assertThat(fail("synth", "--lexicon", lexicon, "--images", "10", "--out", "a.tsv.gz")
                        .err())
                .contains("--force");

        succeed("build", "-q", "--recipe", recipe(), "--out", "s", "a.tsv.gz");
        assertThat(succeed("summary", "s").out()).contains("log (synthetic)");
        assertThat(succeed("breeds", "s", "--csv").out()).hasLineCount(1 + 3);
    }

    @Test
    void listsTheKnobsOfALog() throws Exception {
        assertThat(succeed("synth", "--knobs").out())
                .containsPattern("(?m)^noise-rate +0.25 +0 +1 +assumed +")
                .containsPattern("(?m)^dog-share +0.002376025 +0 +1 +published +");
    }

    @Test
    void makesALogWithLawsOfNoise() throws Exception {
        assertThat(succeed("synth", "--laws").out()).containsPattern("(?m)^look-alike +0.25 +share of the queries ");
        String lexicon = Files.writeString(
                        cli.work().resolve("l.tsv"),
                        "breed\taliases\tkind\nboxer\t\tpure\npoodle\t\tpure\npug\t\tpure\n")
                .toString();
        String[] synth = {
            "synth", "-q", "--lexicon", lexicon, "--images", "200", "--set", "dog-share=0.6", "--truth", "t.tsv"
        };
        List<String> lawful = new ArrayList<>(List.of(synth));
        lawful.addAll(List.of("--out", "a.tsv", "--law", "any=0.4", "--law", "burst"));

        succeed(lawful.toArray(String[]::new));

        assertThat(cli.work().resolve("a.tsv")).content().contains(", law any 0.4, law burst 0.15; not Clickture data");
        assertThat(cli.work().resolve("t.tsv")).content().contains("\tany\t").contains("\tburst\t");
        lawful.set(lawful.indexOf("any=0.4"), "any=much");
        lawful.add("--force");
        CliProcess.Result refused = cli.run(lawful.toArray(String[]::new));
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("the strength of the law any is \"much\"");
        lawful.set(lawful.indexOf("any=much"), "bots");
        assertThat(cli.run(lawful.toArray(String[]::new)).err())
                .contains("there is no law \"bots\"; there are: look-alike, ");
    }

    @Test
    void examinesTheInstallation() throws Exception {
        CliProcess.Result result = cli.run("doctor");

        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .containsPattern("(?m)^ok +JDK ")
                .containsPattern("(?m)^ok +JVM flags ")
                .containsPattern("(?m)^ok +gate search +(SWAR|Vector API), \\d+ bits at a time, because ");
        assertThat(result.exitCode()).isEqualTo(result.out().contains("\nmissing ") ? 1 : 0);
    }

    @Test
    void installsTheKernel() throws Exception {
        Path jjava = folder.resolve("jjava.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(jjava))) {
            jar.putNextEntry(new ZipEntry("org/dflib/jjava/distro/JJava.class"));
        }
        succeed("kernel", "install", "--prefix", "env", "--jjava", jjava.toString());

        assertThat(cli.work().resolve("env/share/jupyter/kernels/clickture/kernel.json"))
                .content()
                .contains(CliProcess.JAR.toString());
        assertThat(cli.workFiles()).containsExactly("env");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--version",
                "breeds STORE",
                "ambiguous STORE",
                "explain STORE AAAAAAAAAAAAAA",
                "explain STORE AAAAAAAAAAAAAA --dropped",
                "funnel --store STORE",
                "types STORE",
                "dataset STORE --out -"
            })
    void loadsNoLibraryThatItDoesNotNeed(String line) throws Exception {
        CliProcess.Result result = cli.run(
                "",
                List.of("-Xlog:class+load"),
                Map.of(),
                line.replace("STORE", store).split(" "));

        assertThat(result.exitCode()).isZero();
        assertThat(result.out().lines().filter(loaded -> loaded.contains("source:")))
                .isNotEmpty()
                .noneMatch(loaded -> loaded.contains(" tech.tablesaw.")
                        || loaded.contains(" java.awt.")
                        || loaded.contains(" org.knowm.")
                        || loaded.contains(" net.openhft."));
    }

    private CliProcess.Result succeed(String... args) throws IOException, InterruptedException {
        CliProcess.Result result = cli.run(args);
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result;
    }

    private CliProcess.Result fail(String... args) throws IOException, InterruptedException {
        CliProcess.Result result = cli.run(args);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("clickture: ").doesNotContain("\tat ");
        return result;
    }

    private static String recipe() {
        return small.recipe().toString();
    }

    private static String log() {
        return small.log().toString();
    }

    private static String time(CliProcess.Result result) {
        return result.err().replaceFirst("(?s).*\\((.*)\\)\n", "$1");
    }

    /** About 1 GB of rows in a file of some MB: one gzip member many times over. */
    private static void writeLargeLog(Path log) throws IOException {
        ByteArrayOutputStream member = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(member)) {
            gzip.write("HHHHHHHHHHHHHH\tpug dog\t1\n".repeat(400_000).getBytes(StandardCharsets.UTF_8));
        }
        try (OutputStream out = Files.newOutputStream(log)) {
            for (int i = 0; i < 100; i++) {
                member.writeTo(out);
            }
        }
    }

    private static Path largestFile(Path store) throws IOException {
        try (var files = Files.list(store)) {
            return files.max((a, b) ->
                            Long.compare(a.toFile().length(), b.toFile().length()))
                    .orElseThrow();
        }
    }

    private static Map<String, Long> modified(Path store) throws IOException {
        try (var files = Files.walk(store)) {
            return files.collect(java.util.stream.Collectors.toMap(
                    file -> file.toString(), file -> file.toFile().lastModified()));
        }
    }
}
