package org.clickture.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.clickture.ImageCursor;
import org.clickture.LabelledImages;

/**
 * Writes the data set: one row for each (label, image key), with the exact sum of clicks and the number of distinct
 * queries. CSV after RFC 4180, UTF-8, LF, quotes only where needed; sorted by label (UTF-16 code units), then image key
 * (unsigned bytes). The same images give the same bytes.
 */
public final class DatasetWriter {

    /** RFC 4180 knows no comments; labels and keys never begin with a TAB, so that none is quoted for being one. */
    private static final char NO_COMMENTS = '\t';

    private final LabelledImages images;
    private final List<String> keys = new ArrayList<>();
    /** The pairs of all images, one after the other. */
    private final LongArrayList clicks = new LongArrayList();

    private final LongArrayList queries = new LongArrayList();
    private final IntArrayList imageOfPair = new IntArrayList();
    /** For each label its pairs. */
    private final List<IntArrayList> pairsOfLabel = new ArrayList<>();

    private DatasetWriter(LabelledImages images) {
        this.images = images;
        for (int label = 0; label < images.labels().size(); label++) {
            pairsOfLabel.add(new IntArrayList());
        }
        ImageCursor cursor = images.images();
        while (cursor.next()) {
            for (int i = 0; i < cursor.size(); i++) {
                pairsOfLabel.get(cursor.labelId(i)).add(imageOfPair.size());
                imageOfPair.add(keys.size());
                clicks.add(cursor.clicks(i));
                queries.add(cursor.queries(i));
            }
            keys.add(cursor.imageKey());
        }
    }

    /**
     * Writes the data set of the images.
     *
     * @param out is flushed and stays open
     */
    public static void write(LabelledImages images, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .commentCharacter(NO_COMMENTS)
                .build(writer);
        try {
            new DatasetWriter(images).write(csv);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        csv.flush();
    }

    private void write(CsvWriter csv) {
        csv.writeRecord(images.labelName(), "image_key", "clicks", "queries");
        List<String> labels = images.labels();
        for (int label = 0; label < labels.size(); label++) {
            IntArrayList pairs = pairsOfLabel.get(label);
            pairs.sort((a, b) -> key(a).compareTo(key(b)));
            for (int i = 0; i < pairs.size(); i++) {
                int pair = pairs.getInt(i);
                csv.writeRecord(
                        labels.get(label),
                        key(pair),
                        Long.toString(clicks.getLong(pair)),
                        Long.toString(queries.getLong(pair)));
            }
        }
    }

    private String key(int pair) {
        return keys.get(imageOfPair.getInt(pair));
    }
}
