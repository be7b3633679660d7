package org.clickture.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clickture.DroppedRow;
import org.clickture.DroppedRows;
import org.clickture.ExplainedTriad;
import org.clickture.FoundName;
import org.clickture.ImageExplanation;

/**
 * Why an image has its labels, as one JSON object.
 *
 * @param imageKey the image
 * @param image its labels; empty if it has none
 * @param dropped the rows that fell out; empty if nobody asked
 */
record ExplainJson(String imageKey, Optional<ImageExplanation> image, Optional<DroppedRows> dropped) {

    /** Prints the object on one line. */
    void print(PrintWriter out) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("image_key", imageKey);
        List<Object> labels = new ArrayList<>();
        List<Object> triads = new ArrayList<>();
        image.ifPresent(found -> {
            labels.addAll(LabelJson.counts(found.image().labels()));
            found.triads().forEach(triad -> triads.add(triad(triad)));
        });
        fields.put("labels", labels);
        fields.put("triads", triads);
        dropped.ifPresent(rows -> {
            fields.put("rows", rows.rows());
            fields.put("dropped", rows.dropped().stream().map(ExplainJson::row).toList());
        });
        try {
            out.println(JSON.std.asString(fields));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> triad(ExplainedTriad explained) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("query", explained.triad().query());
        fields.put("clicks", explained.triad().clicks());
        fields.put("names", explained.names().stream().map(ExplainJson::name).toList());
        fields.put("file", explained.triad().file());
        fields.put("byte_offset", explained.triad().byteOffset());
        return fields;
    }

    private static Map<String, Object> name(FoundName name) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("label", name.label());
        fields.put("name", name.name());
        fields.put("form", name.form().key());
        fields.put("from", name.span().from());
        fields.put("to", name.span().to());
        return fields;
    }

    /** A row that fell out. */
    static Map<String, Object> row(DroppedRow row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("step", row.reason().key());
        fields.put("why", row.why());
        fields.put("image_key", row.imageKey());
        fields.put("query", row.query());
        fields.put("clicks", row.clicks());
        fields.put("file", row.file());
        fields.put("byte_offset", row.byteOffset());
        return fields;
    }
}
