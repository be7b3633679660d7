package org.clickture.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clickture.Counts;
import org.clickture.Evidence;
import org.clickture.FunnelStep;
import org.clickture.LabelCount;
import org.clickture.LabelSet;
import org.clickture.MalformedReason;
import org.clickture.Progress;
import org.clickture.run.BuildRequest;
import org.clickture.run.Clickture;
import org.clickture.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class RenderingsTest {

    private static final LabelSet AMBIGUOUS =
            new LabelSet("a/b+c", List.of(new LabelCount("boxer", 3000, 2), new LabelCount("pug", 1000, 1)));

    @AfterEach
    void showTwentyRowsAgain() {
        Renderings.limitTables(20);
    }

    @Test
    void drawsCharts() {
        XYChart chart = new XYChartBuilder().width(30).height(20).build();
        chart.addSeries("a", new double[] {1, 2}, new double[] {3, 4});

        assertThat(Renderings.of(chart).orElseThrow().data()).containsOnlyKeys("text/plain", "image/png");
    }

    @Test
    void limitsTheRowsOfTables() {
        Table table =
                Table.create("", IntColumn.create("n", IntStream.range(0, 30).toArray()));

        assertThat(text(table)).endsWith("\n20 of 30 rows × 1 column");
        Renderings.limitTables(3);
        assertThat(text(table)).endsWith("\n3 of 30 rows × 1 column");
        assertThatThrownBy(() -> Renderings.limitTables(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsLabelsWithTheirShares() {
        assertThat(text(AMBIGUOUS)).isEqualTo("""
                Image a/b+c
                label  clicks  queries  share of clicks
                boxer   3,000        2           75.0 %
                pug     1,000        1           25.0 %
                ambiguous: 2 labels""");
    }

    @Test
    void showsTheLargestClicksWithoutOverflow() {
        LabelCount half = new LabelCount("boxer", Long.MAX_VALUE, 1);

        assertThat(text(new LabelSet("k", List.of(half, half)))).contains("50.0 %");
    }

    @Test
    void showsCountsUnderTheirNames() {
        Counts counts = new Counts(
                1_000_000,
                Map.of(MalformedReason.KEY, 2L, MalformedReason.CLICKS, 1L),
                4,
                50_000,
                6_000,
                700,
                80,
                9,
                10);

        assertThat(text(counts)).isEqualTo("""
                                  count  what is counted
                rows          1,000,000  all rows of the click log
                malformed             3  rows skipped: fields 0, key 2, clicks 1
                invalid_utf8          4  gated rows with malformed UTF-8
                gated            50,000  triads that pass the gate
                matched           6,000  of these, triads that name a label
                pairs               700  rows of the data set: label and image
                images               80  images with a label
                breeds                9  labels with an image
                ambiguous            10  images with two or more labels""");
    }

    @Test
    void showsAStoreWithItsCountsAndOrigin(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("lexicon.tsv"), "breed\taliases\nboxer\t\n");
        Path recipe = Files.writeString(
                folder.resolve("dog.yaml"), "gate: [dog]\nlabel: breed\nlexicon: lexicon.tsv\nmatch: longest\n");
        Path log = Files.writeString(folder.resolve("log.tsv"), "key\tboxer dog\t3\nkey\tcat\t1\n");
        BuildRequest request = BuildRequest.of(recipe, folder.resolve("a <b> & c"), log.toString());

        try (Store store = Clickture.build(request, Progress.NONE)) {
            assertThat(text(store))
                    .startsWith("Store a <b> & c\n")
                    .contains("\nrows              2  all rows", "\nimages            1  images with a label\n")
                    .endsWith("\nMade from a click log. Recipe dog.yaml.");
            assertThat(Renderings.of(store).orElseThrow().data().get("text/html"))
                    .contains(">Store a &lt;b&gt; &amp; c</div>");
        }
    }

    @Test
    void showsEvidenceAloneAndInLists() {
        Evidence triad = new Evidence("boxer & pug <3", 12, List.of("boxer", "pug"), "log.tsv", 1_234_567);

        assertThat(text(triad)).isEqualTo("""
                query           clicks  labels      file     byte offset
                boxer & pug <3      12  boxer; pug  log.tsv    1,234,567""");
        assertThat(text(List.of(triad))).isEqualTo(text(triad));
        assertThat(Renderings.of(triad).orElseThrow().data().get("text/html")).contains("boxer &amp; pug &lt;3");
        Renderings.limitTables(2);
        assertThat(text(List.of(triad, triad, triad))).endsWith("\n2 of 3 rows");
    }

    @Test
    void showsWhyAnImageHasItsLabelsAndWhatFellOut(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("lexicon.tsv"), "breed\taliases\nboxer\t\npug\tmops\n");
        Path recipe = Files.writeString(
                folder.resolve("dog.yaml"), "gate: [dog]\nlabel: breed\nlexicon: lexicon.tsv\nmatch: longest\n");
        Path log = Files.writeString(
                folder.resolve("log.tsv"), "key\tBoxers & mops dog\t3\nkey\tboxer\t1\nkey\tdog <i>\t2\n");
        BuildRequest request = BuildRequest.of(recipe, folder.resolve("store"), log.toString());

        try (Store store = Clickture.build(request, Progress.NONE)) {
            assertThat(text(Clickture.explain(store, "key")).replace(log.toString(), "LOG"))
                    .isEqualToNormalizingWhitespace("""
                            Image key
                            breed query clicks found file byte offset
                            boxer [Boxers] & mops dog 3 plural of boxer LOG 0
                            pug Boxers & [mops] dog 3 alias LOG 0""");
            assertThat(text(Clickture.dropped(store, "key", List.of(), Progress.NONE))
                            .replace(log.toString(), "LOG"))
                    .isEqualToNormalizingWhitespace("""
                            Dropped rows of image key
                            query clicks step why file byte offset
                            boxer 1 gate no gate word, but boxer LOG 24
                            dog <i> 2 name no name LOG 36
                            rows of the image in the log: 3, dropped: 2""");
            List<FunnelStep> steps = Clickture.funnel(store, List.of(), 1, 1, Progress.NONE);
            assertThat(text(steps)).containsPattern("name +no breed is named +1 +1 +dog <i>\n");
            assertThat(Renderings.of(steps).orElseThrow().data().get("text/html"))
                    .contains("dog &lt;i&gt;");
            Renderings.limitTables(1);
            assertThat(text(Clickture.explain(store, "key"))).endsWith("\n1 of 2 rows");
            assertThat(text(Clickture.dropped(store, "key", List.of(), Progress.NONE)))
                    .endsWith(", dropped: 2, shown: 1");
        }
    }

    @Test
    void looksIntoAnOptional() {
        assertThat(Renderings.of(Optional.of(AMBIGUOUS))).isEqualTo(Renderings.of(AMBIGUOUS));
        assertThat(Renderings.of(Optional.empty())).isEmpty();
    }

    @Test
    void leavesOtherValuesToTheKernel() {
        assertThat(Renderings.of(List.of())).isEmpty();
        assertThat(Renderings.of(List.of(1, 2))).isEmpty();
        assertThat(Renderings.of("text")).isEmpty();
    }

    private static String text(Object value) {
        return Renderings.of(value).orElseThrow().text();
    }
}
