package org.clickture.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows as one JSON array of objects, an object a line. */
final class JsonRows implements RowPrinter {

    private final PrintWriter out;
    private final List<String> names;
    private String separator = "[\n";

    JsonRows(PrintWriter out, List<String> names) {
        this.out = out;
        this.names = names;
    }

    @Override
    public void row(Object... cells) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
            object.put(names.get(i), cells[i] instanceof Double value && value.isNaN() ? null : cells[i]);
        }
        try {
            out.print(separator
                    + JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES).asString(object));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        separator = ",\n";
    }

    @Override
    public void end() {
        out.println(separator.equals("[\n") ? "[]" : "\n]");
    }
}
