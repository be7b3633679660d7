package org.clickture.frame;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/** Makes columns from rows. They print the same in every locale. */
final class Columns {

    private Columns() {}

    static <R> StringColumn texts(String name, List<R> rows, Function<R, String> text) {
        return StringColumn.create(name, rows.stream().map(text));
    }

    static <R> LongColumn longs(String name, List<R> rows, ToLongFunction<R> count) {
        return longs(name, rows.stream().mapToLong(count).toArray());
    }

    static LongColumn longs(String name, long[] counts) {
        LongColumn column = LongColumn.create(name, counts);
        column.setPrintFormatter(formatter("#,##0"));
        return column;
    }

    static <R> DoubleColumn fractions(String name, List<R> rows, ToDoubleFunction<R> value) {
        DoubleColumn column =
                DoubleColumn.create(name, rows.stream().mapToDouble(value).toArray());
        column.setPrintFormatter(formatter("0.000"));
        return column;
    }

    /**
     * A table. The recipe's word for a label may be the name of another column ({@code clicks}): the later one of two
     * columns with the same name then gets a {@code _2}, where Tablesaw would refuse the table.
     */
    static Table table(String name, Column<?>... columns) {
        Set<String> taken = new HashSet<>();
        for (Column<?> column : columns) {
            while (!taken.add(column.name().toLowerCase(Locale.ROOT))) {
                column.setName(column.name() + "_2");
            }
        }
        return Table.create(name, columns);
    }

    private static NumberColumnFormatter formatter(String pattern) {
        return new NumberColumnFormatter(new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)));
    }
}
