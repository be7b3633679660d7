package org.clickture.frame;

import it.unimi.dsi.fastutil.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.clickture.ClicktureException;
import org.clickture.LabelledImages;
import org.clickture.label.ImageWalk;
import org.clickture.label.KeyPrefix;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The rows of the data set, sorted by label, then image key. One object for one table. */
final class DatasetFrame {

    private final LabelledImages images;
    /** The rows of label {@code i} are {@code firstRow[i]} to {@code firstRow[i + 1]}, exclusive. */
    private final int[] firstRow;

    private final String[] keys;
    private final long[] prefixes;
    private final long[] clicks;
    private final long[] queries;

    private DatasetFrame(LabelledImages images) {
        this.images = images;
        this.firstRow = firstRows(images);
        int rows = firstRow[firstRow.length - 1];
        this.keys = new String[rows];
        this.prefixes = new long[rows];
        this.clicks = new long[rows];
        this.queries = new long[rows];
    }

    static Table of(LabelledImages images) {
        DatasetFrame frame = new DatasetFrame(images);
        frame.fill();
        frame.sort();
        return frame.table();
    }

    private static int[] firstRows(LabelledImages images) {
        long[] rowsOf = new long[images.labels().size()];
        ImageWalk.over(images, image -> {
            for (int i = 0; i < image.size(); i++) {
                rowsOf[image.labelId(i)]++;
            }
        });
        int[] first = new int[rowsOf.length + 1];
        long row = 0;
        for (int label = 0; label < rowsOf.length; label++) {
            row += rowsOf[label];
            if (row > Integer.MAX_VALUE) {
                throw new ClicktureException("The data set has more than 2^31 - 1 rows, too many for a table. Write it"
                        + " with “clickture dataset” instead.");
            }
            first[label + 1] = (int) row;
        }
        return first;
    }

    private void fill() {
        int[] nextRow = firstRow.clone();
        ImageWalk.over(images, image -> {
            String key = image.imageKey();
            long prefix = KeyPrefix.of(key);
            for (int i = 0; i < image.size(); i++) {
                int row = nextRow[image.labelId(i)]++;
                keys[row] = key;
                prefixes[row] = prefix;
                clicks[row] = image.clicks(i);
                queries[row] = image.queries(i);
            }
        });
    }

    /** Labels are in order already, as their ids are. Keys are ASCII: as strings they sort like their bytes. */
    private void sort() {
        IntStream.range(0, firstRow.length - 1)
                .parallel()
                .forEach(label -> Arrays.quickSort(firstRow[label], firstRow[label + 1], this::compare, this::swap));
    }

    private int compare(int a, int b) {
        int byPrefix = Long.compare(prefixes[a], prefixes[b]);
        return byPrefix != 0 ? byPrefix : keys[a].compareTo(keys[b]);
    }

    private void swap(int a, int b) {
        String key = keys[a];
        keys[a] = keys[b];
        keys[b] = key;
        swap(prefixes, a, b);
        swap(clicks, a, b);
        swap(queries, a, b);
    }

    private static void swap(long[] values, int a, int b) {
        long value = values[a];
        values[a] = values[b];
        values[b] = value;
    }

    private Table table() {
        List<String> labels = images.labels();
        StringColumn labelColumn = StringColumn.create(images.labelName());
        for (int label = 0; label < labels.size(); label++) {
            for (int row = firstRow[label]; row < firstRow[label + 1]; row++) {
                labelColumn.append(labels.get(label));
            }
        }
        return Columns.table(
                "data set",
                labelColumn,
                StringColumn.create("image_key", keys),
                Columns.longs("clicks", clicks),
                Columns.longs("queries", queries));
    }
}
