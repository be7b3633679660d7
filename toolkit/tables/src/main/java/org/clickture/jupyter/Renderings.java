package org.clickture.jupyter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clickture.Counts;
import org.clickture.DroppedRows;
import org.clickture.Evidence;
import org.clickture.ImageExplanation;
import org.clickture.LabelSet;
import org.clickture.store.Store;
import org.knowm.xchart.internal.chartpart.IChart;
import tech.tablesaw.api.Table;

/** How values look in a notebook. Knows no kernel. Safe for use by several threads. */
final class Renderings {

    /** The types whose values are rendered here, with their subtypes. */
    static final List<Class<?>> TYPES = List.of(
            Table.class,
            IChart.class,
            Store.class,
            Counts.class,
            LabelSet.class,
            Evidence.class,
            ImageExplanation.class,
            DroppedRows.class,
            List.class,
            Optional.class);

    private static volatile int maxTableRows = 20;

    private Renderings() {}

    /** Sets how many rows of a table are shown; at least 1. */
    static void limitTables(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("a table shows at least 1 row, not " + rows);
        }
        maxTableRows = rows;
    }

    /** How the value looks; empty if that is left to the kernel, as for a list of something else than records. */
    static Optional<Rendering> of(Object value) {
        if (value instanceof IChart chart) {
            return Optional.of(ChartPicture.of(chart));
        }
        if (value instanceof Optional<?> optional) {
            return optional.flatMap(Renderings::of);
        }
        return grid(value).map(Renderings::of);
    }

    private static Rendering of(Grid grid) {
        return new Rendering(Map.of(Rendering.TEXT, grid.text(), Rendering.HTML, grid.html()), Map.of());
    }

    private static Optional<Grid> grid(Object value) {
        if (value instanceof Table table) {
            return Optional.of(TableGrid.of(table, maxTableRows));
        }
        if (value instanceof Store store) {
            return Optional.of(ResultGrids.store(store));
        }
        if (value instanceof Counts counts) {
            return Optional.of(ResultGrids.counts("", counts));
        }
        if (value instanceof LabelSet labels) {
            return Optional.of(ResultGrids.labels(labels));
        }
        if (value instanceof ImageExplanation image) {
            return Optional.of(ResultGrids.explanation(image, maxTableRows));
        }
        if (value instanceof DroppedRows rows) {
            return Optional.of(ResultGrids.dropped(rows, maxTableRows));
        }
        if (value instanceof Evidence evidence) {
            return Optional.of(RecordGrid.of(List.of(evidence), maxTableRows));
        }
        if (value instanceof List<?> list && ResultGrids.areSteps(list)) {
            return Optional.of(ResultGrids.funnel(list));
        }
        if (value instanceof List<?> list && RecordGrid.fits(list)) {
            return Optional.of(RecordGrid.of(list, maxTableRows));
        }
        return Optional.empty();
    }
}
