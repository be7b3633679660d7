package org.clickture.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FittedRowsTest {

    private static final List<String> HEADER = List.of("boxer", "clicks", "file");

    private static List<String> print(String query, String file) {
        return print(out -> new FittedRows(out, HEADER, 100), query, file);
    }

    private static List<String> print(Function<PrintWriter, FittedRows> printer, String query, String file) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        FittedRows rows = printer.apply(out);
        rows.row(query, 1234L, file);
        rows.end();
        out.flush();
        return text.toString().lines().toList();
    }

    private static String cell(String query) {
        return print(query, "log.tsv").get(1).replaceAll(" +1,234.*", "");
    }

    @Test
    void keepsWhatFits() {
        assertThat(print("a [boxer]", "log.tsv"))
                .containsExactly("boxer      clicks  file", "a [boxer]   1,234  log.tsv");
        String longest = "x".repeat(83);
        assertThat(cell(longest)).isEqualTo(longest);
    }

    @Test
    void shortensWhatDoesNotFitAroundTheMark() {
        assertThat(cell("x".repeat(84))).isEqualTo("x".repeat(82) + "\u2026");
        for (int before = 0; before < 300; before += 7) {
            for (int after = 0; after < 300; after += 11) {
                String query = "\u00E9".repeat(before) + "[boxer]" + "\uD83D\uDC36".repeat(after);
                String cell = cell(query);

                assertThat(cell.codePointCount(0, cell.length())).isLessThanOrEqualTo(83);
                assertThat(cell).contains("[boxer]");
                assertThat(query).contains(cell.replace("\u2026", ""));
                assertThat(cell.startsWith("\u2026") || query.startsWith(cell.replace("\u2026", "")))
                        .isTrue();
                assertThat(cell.endsWith("\u2026") || query.endsWith(cell.replace("\u2026", "")))
                        .isTrue();
            }
        }
    }

    @Test
    void shortensNoQueryWhereThereIsNoTerminal() {
        String query = "x".repeat(500);
        assertThat(print(out -> new FittedRows(out, HEADER), query, "log.tsv").get(1))
                .isEqualTo(query + "   1,234  log.tsv");
    }

    @Test
    void leavesRoomForAQueryBesideLongNames() {
        assertThat(print("x".repeat(50), "y".repeat(200)).get(1)).startsWith("x".repeat(23) + "\u2026 ");
    }

    @Test
    void makesTextHarmless() {
        assertThat(cell("\u001b[31m")).isEqualTo("\\u001b[31m");
    }
}
