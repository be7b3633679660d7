package org.clickture.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowPrinterTest {

    private static final List<String> HEADER = List.of("breed", "images", "ambiguous_share");

    private final StringWriter text = new StringWriter();
    private final PrintWriter out = new PrintWriter(text);

    @Test
    void alignsNumbersToTheRightAndTextToTheLeft() {
        RowPrinter rows = new AlignedRows(out, HEADER);
        rows.row("boxer", 1_234_567L, 0.25);
        rows.row("shih tzu", 8L, 1.0);
        rows.end();

        assertThat(text).hasToString("""
                breed        images  ambiguous share
                boxer     1,234,567            0.250
                shih tzu          8            1.000
                """);
    }

    @Test
    void shortensTheWidestTextToTheTerminal() {
        RowPrinter rows = new AlignedRows(out, List.of("breed", "images", "examples"), 36);
        rows.row("boxer", 1_234L, "🐕🐕 beagle 12, pug 3, poodle");
        rows.row("shih tzu", 8L, "🐕🐕 beagle 1, pug");
        rows.end();

        assertThat(text).hasToString("""
                breed     images  examples
                boxer      1,234  🐕🐕 beagle 12, pug…
                shih tzu       8  🐕🐕 beagle 1, pug
                """);
    }

    @Test
    void leavesALineTooLongRatherThanShowNextToNothing() {
        RowPrinter rows = new AlignedRows(out, List.of("breed", "examples"), 24);
        rows.row("shih tzu", "beagle 12, pug 3, poodle");
        rows.end();

        assertThat(text).hasToString("breed     examples\nshih tzu  beagle 12, pug 3, poodle\n");
    }

    @Test
    void countsCharactersBeyondTheBasicPlaneOnce() {
        RowPrinter rows = new AlignedRows(out, List.of("a", "b"));
        rows.row("🐕🐕", "x");
        rows.row("yyyy", "z");
        rows.end();

        assertThat(text).hasToString("a     b\n🐕🐕    x\nyyyy  z\n");
    }

    @Test
    void neutralisesUntrustedTextForPeopleOnly() {
        String evil = "\u001b[2Jdog";
        RowPrinter table = new AlignedRows(out, List.of("query"));
        table.row(evil);
        table.end();
        assertThat(text).hasToString("query\n\\u001b[2Jdog\n");

        text.getBuffer().setLength(0);
        RowPrinter csv = new CsvRows(out, List.of("query"), false);
        csv.row(evil);
        csv.end();
        assertThat(text).hasToString("query\n" + evil + "\n");
    }

    @Test
    void writesAShareOfNothingAsNothing() {
        for (RowPrinter rows :
                List.of(new AlignedRows(out, HEADER), new CsvRows(out, HEADER, true), new JsonRows(out, HEADER))) {
            rows.row("boxer", 0L, Double.NaN);
            rows.end();
        }

        assertThat(text).hasToString("""
                breed  images  ambiguous share
                boxer       0                -
                breed,images,ambiguous_share
                boxer,0,
                [
                {"breed":"boxer","images":0,"ambiguous_share":null}
                ]
                """);
    }

    @Test
    void tellsPeopleWhenThereIsMore() {
        RowPrinter rows = new AlignedRows(out, List.of("breed"));
        rows.row("boxer");
        rows.end(1, 1_300, "breeds");

        assertThat(text).hasToString("breed\nboxer\n\nThe first 1 of 1,300 breeds; --top 0 shows all.\n");
    }

    @Test
    void writesCsvWithPlainNumbersAndQuotesWhereNeeded() {
        RowPrinter rows = new CsvRows(out, HEADER, false);
        rows.row("say \"hi\", dog", 1_234_567L, 0.125);
        rows.end(1, 9, "breeds");

        assertThat(text).hasToString("breed,images,ambiguous_share\n\"say \"\"hi\"\", dog\",1234567,0.125\n");
    }

    @Test
    void disarmsFormulasInSafeCsv() {
        RowPrinter rows = new CsvRows(out, List.of("query", "clicks"), true);
        for (String start : List.of("=", "+", "-", "@", "\t", "\r", "'", "a")) {
            rows.row(start + "1", -1L);
        }
        rows.end();

        assertThat(text)
                .hasToString("query,clicks\n'=1,-1\n'+1,-1\n'-1,-1\n'@1,-1\n'\t1,-1\n\"'\r1\",-1\n'1,-1\na1,-1\n");
    }

    @Test
    void writesAJsonArrayOfObjects() throws IOException {
        RowPrinter rows = new JsonRows(out, HEADER);
        rows.row("a \"b\"\n", 9_007_199_254_740_993L, 0.5);
        rows.row("c", 2L, 1.0);
        rows.end(2, 2, "breeds");

        assertThat(JSON.std.listFrom(text.toString()))
                .containsExactly(
                        Map.of("breed", "a \"b\"\n", "images", 9_007_199_254_740_993L, "ambiguous_share", 0.5),
                        Map.of("breed", "c", "images", 2, "ambiguous_share", 1.0));
        assertThat(text.toString().lines()).as("an object a line").hasSize(4);
    }

    @Test
    void writesAnEmptyJsonArrayWithoutRows() {
        new JsonRows(out, HEADER).end();

        assertThat(text).hasToString("[]\n");
    }
}
