package org.clickture.resolve;

import it.unimi.dsi.fastutil.objects.Object2LongOpenHashMap;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.clickture.ClicktureException;
import org.clickture.Utf8Reader;
import org.clickture.lexicon.Plurals;

/** Reads one file of a truth, see {@link Truth#read}. One object for one file. */
final class TruthReader {

    private static final String IMAGE_KEY = "image_key";
    private static final String WHAT_TO_GIVE =
            "; give the file that 'clickture synth --truth' wrote, or lines of image key, TAB, label";

    private final Path file;
    private final String labelName;
    private final Map<String, String> labels = new HashMap<>();
    private final Object2LongOpenHashMap<String> lineOf = new Object2LongOpenHashMap<>();
    private boolean header;
    private boolean rows;
    private int column = 1;
    private long number;

    private TruthReader(Path file, String labelName) {
        this.file = file;
        this.labelName = labelName;
    }

    static Map<String, String> read(Path file, String labelName) {
        return new TruthReader(file, labelName).read();
    }

    private Map<String, String> read() {
        try (InputStream text = CompressedFile.open(file);
                BufferedReader lines = new BufferedReader(new Utf8Reader(text, file, "truth"))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                read(line);
            }
        } catch (IOException | UncheckedIOException e) {
            throw Truth.unreadable(file, e);
        }
        if (!header && !rows) {
            throw new ClicktureException(file + ": it has no image" + WHAT_TO_GIVE);
        }
        return labels;
    }

    private void read(String line) {
        boolean begun = header || rows;
        if (line.isEmpty() || (!begun && line.startsWith("#"))) {
            return;
        }
        String[] fields = line.split("\t", -1);
        if (!begun && fields[0].equals(IMAGE_KEY)) {
            header(fields);
        } else {
            row(fields);
        }
    }

    private void header(String[] fields) {
        header = true;
        column = Arrays.asList(fields).indexOf(labelName);
        if (column < 1) {
            throw at("no column `" + labelName + "`; the header has: " + String.join(", ", fields)
                    + "; call the column of the true label `" + labelName + "`");
        }
    }

    private void row(String[] fields) {
        if (header && fields.length <= column) {
            throw at("it has " + Plurals.counted(fields.length, "field") + ", not " + (column + 1)
                    + " or more as the header says; put one TAB between all columns, also before empty ones");
        }
        if (!header && fields.length != 2) {
            throw at("it has " + Plurals.counted(fields.length, "field") + ", not 2, and no header with " + IMAGE_KEY
                    + " is above it" + WHAT_TO_GIVE);
        }
        rows = true;
        String key = fields[0];
        String label = fields[column];
        String before = labels.putIfAbsent(key, label);
        if (before == null) {
            lineOf.put(key, number);
        } else if (!before.equals(label)) {
            throw at("image " + key + " is \"" + label + "\" here and \"" + before + "\" in line " + lineOf.getLong(key)
                    + "; leave one of the two lines");
        }
    }

    private ClicktureException at(String message) {
        return new ClicktureException(file + ":" + number + ": " + message);
    }
}
