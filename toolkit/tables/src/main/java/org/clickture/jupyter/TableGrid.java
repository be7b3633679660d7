package org.clickture.jupyter;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/**
 * A Tablesaw table as a grid of its first rows. Whole numbers get thousands separators, other numbers as many decimals
 * as four significant digits need, the same in the whole column; a column with a print formatter of its own is shown as
 * that formatter says.
 */
final class TableGrid {

    /** More columns than this are cut: nobody reads them side by side. */
    static final int MAX_COLUMNS = 30;

    private static final MathContext FOUR_DIGITS = new MathContext(4);
    private static final int MAX_DECIMALS = 4;

    private TableGrid() {}

    /** The first {@code maxRows} rows of the table, with its true number of rows and columns below. */
    static Grid of(Table table, int maxRows) {
        int shownRows = Math.min(maxRows, table.rowCount());
        int shownColumns = Math.min(MAX_COLUMNS, table.columnCount());
        String name = table.name();
        Grid grid = new Grid(name == null ? "" : name);
        List<List<String>> columns = new ArrayList<>();
        for (Column<?> column : table.columns().subList(0, shownColumns)) {
            if (column instanceof NumericColumn<?> numbers) {
                grid.number(column.name());
                columns.add(numbers(numbers, shownRows));
            } else {
                grid.text(column.name());
                columns.add(IntStream.range(0, shownRows)
                        .mapToObj(column::getString)
                        .toList());
            }
        }
        for (int row = 0; row < shownRows; row++) {
            List<String> cells = new ArrayList<>();
            for (List<String> column : columns) {
                cells.add(column.get(row));
            }
            grid.row(cells);
        }
        return grid.note(extent(shownRows, table.rowCount(), "row") + " × "
                + extent(shownColumns, table.columnCount(), "column"));
    }

    private static String extent(int shown, int all, String noun) {
        String text = String.format(Locale.ROOT, "%,d %s%s", all, noun, all == 1 ? "" : "s");
        return shown == all ? text : String.format(Locale.ROOT, "%,d of %s", shown, text);
    }

    private static List<String> numbers(NumericColumn<?> column, int rows) {
        boolean whole = switch (column.type().name()) {
            case "INTEGER", "LONG", "SHORT" -> true;
            default -> false;
        };
        if (hasOwnFormat(column, whole, rows)) {
            return IntStream.range(0, rows).mapToObj(column::getString).toList();
        }
        if (whole) {
            return IntStream.range(0, rows)
                    .mapToObj(row -> column.isMissing(row) ? "" : String.format(Locale.ROOT, "%,d", column.get(row)))
                    .toList();
        }
        int decimals = IntStream.range(0, rows)
                .filter(row -> Double.isFinite(column.getDouble(row)))
                .map(row -> BigDecimal.valueOf(column.getDouble(row))
                        .round(FOUR_DIGITS)
                        .stripTrailingZeros()
                        .scale())
                .map(scale -> Math.min(scale, MAX_DECIMALS))
                .reduce(0, Math::max);
        return IntStream.range(0, rows)
                .mapToObj(row -> column.isMissing(row) ? "" : decimal(column.getDouble(row), decimals))
                .toList();
    }

    private static String decimal(double value, int decimals) {
        boolean vanishes = value != 0 && Math.abs(value) < 0.5 * Math.pow(10, -MAX_DECIMALS);
        return vanishes
                ? String.format(Locale.ROOT, "%.1e", value)
                : String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    /** Tablesaw keeps a column's formatter to itself, so its work is compared with that of the default one. */
    private static boolean hasOwnFormat(NumericColumn<?> column, boolean whole, int rows) {
        NumberFormat standard =
                (whole ? NumberColumnFormatter.ints() : NumberColumnFormatter.floatingPointDefault()).getFormat();
        return IntStream.range(0, rows)
                .filter(row -> !column.isMissing(row))
                .anyMatch(row -> !column.getString(row).equals(standard.format(column.get(row))));
    }
}
