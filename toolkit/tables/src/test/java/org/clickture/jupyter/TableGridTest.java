package org.clickture.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

class TableGridTest {

    @Test
    void showsTheFirstRowsAndTheTrueExtent() {
        Table table =
                Table.create("t", IntColumn.create("n", IntStream.range(0, 1013).toArray()));

        assertThat(TableGrid.of(table, 2).text()).isEqualTo("t\nn\n0\n1\n2 of 1,013 rows × 1 column");
        assertThat(TableGrid.of(table, 1013).text()).endsWith("1,012\n1,013 rows × 1 column");
    }

    @Test
    void showsTheFirstColumnsOfAWideTable() {
        Column<?>[] columns = IntStream.range(0, 31)
                .mapToObj(i -> StringColumn.create("c" + i, "x"))
                .toArray(Column[]::new);

        assertThat(TableGrid.of(Table.create("t", columns), 20).text())
                .contains("c29")
                .doesNotContain("c30")
                .endsWith("1 row × 30 of 31 columns");
    }

    @Test
    void groupsWholeNumbersExactly() {
        Table table = Table.create(
                "", LongColumn.create("long", Long.MAX_VALUE, -1234), IntColumn.create("int", new Integer[] {1000, null
                }));

        assertThat(TableGrid.of(table, 20).text()).isEqualTo("""
                                     long    int
                9,223,372,036,854,775,807  1,000
                                   -1,234
                2 rows × 2 columns""");
    }

    @Test
    void givesAColumnOfDecimalsTheSameNumberOfThem() {
        Table table = Table.create(
                "",
                DoubleColumn.create("share", 0.5, 0.12345678, 12),
                DoubleColumn.create("mean", 1234.5678, 3, Double.NaN),
                DoubleColumn.create("tiny", 0.5, 0.000001234, 0));

        assertThat(TableGrid.of(table, 20).text()).isEqualTo("""
                  share   mean     tiny
                 0.5000  1,235   0.5000
                 0.1235      3  1.2e-06
                12.0000          0.0000
                3 rows × 3 columns""");
    }

    @Test
    void keepsAColumnsOwnFormat() {
        IntColumn year = IntColumn.create("year", 2013, 2014);
        year.setPrintFormatter(NumberColumnFormatter.fixedWithGrouping(1));
        DoubleColumn share = DoubleColumn.create("share", 0.5, 0.25);
        share.setPrintFormatter(NumberColumnFormatter.percent(1));

        assertThat(TableGrid.of(Table.create("", year, share), 20).text()).isEqualTo("""
                   year  share
                2,013.0  50.0%
                2,014.0  25.0%
                2 rows × 2 columns""");
    }

    @Test
    void looksTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            Table table = Table.create("", DoubleColumn.create("d", 1.5), LongColumn.create("l", new long[] {1234567}));

            assertThat(TableGrid.of(table, 20).text()).isEqualTo("  d          l\n1.5  1,234,567\n1 row × 2 columns");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void showsOtherColumnsAsText() {
        Table table = Table.create("", BooleanColumn.create("b", true), StringColumn.create("s", List.of("")));

        assertThat(TableGrid.of(table, 20).text()).isEqualTo("b     s\ntrue\n1 row × 2 columns");
    }

    @Test
    void showsAnEmptyTable() {
        assertThat(TableGrid.of(Table.create("nothing"), 20).text()).isEqualTo("nothing\n\n0 rows × 0 columns");
    }
}
