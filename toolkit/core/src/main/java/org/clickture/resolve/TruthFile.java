package org.clickture.resolve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.clickture.ClicktureException;

/** Reads what images truly show. One object for one file. */
final class TruthFile {

    private static final int UNKNOWN = -1;

    private final Path file;
    private final String labelName;
    private final Map<String, String> labels = new HashMap<>();
    private int column = UNKNOWN;
    private long line;

    private TruthFile(Path file, String labelName) {
        this.file = file;
        this.labelName = labelName;
    }

    /** The true labels by image key; see {@link ScoreReport#of}. */
    static Map<String, String> read(Path file, String labelName) {
        TruthFile truth = new TruthFile(file, labelName);
        try (InputStream bytes = Files.newInputStream(file);
                InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader lines = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                truth.add(line);
            }
        } catch (IOException | UncheckedIOException e) {
            throw ScoreReport.unreadable(file, e);
        }
        if (truth.column == UNKNOWN) {
            throw new ClicktureException(file + ": no line begins with image_key or has two fields with a TAB between"
                    + " them; give the file that 'clickture synth --truth' wrote, or lines of image key, TAB, label");
        }
        return truth.labels;
    }

    private void add(String text) {
        line++;
        String[] fields = text.split("\t", -1);
        if (column == UNKNOWN && fields[0].equals(ScoreReport.IMAGE_KEY)) {
            column = Arrays.asList(fields).indexOf(labelName);
            if (column < 1) {
                throw new ClicktureException(
                        file + ": no column `" + labelName + "`; the header has: " + String.join(", ", fields));
            }
        } else if (column == UNKNOWN && fields.length == 2 && !text.startsWith("#")) {
            column = 1;
            labels.put(fields[0], fields[1]);
        } else if (column != UNKNOWN && !text.isEmpty()) {
            if (fields.length <= column) {
                throw new ClicktureException(
                        file + ":" + line + ": it has " + fields.length + " fields, not " + (column + 1) + " or more");
            }
            labels.put(fields[0], fields[column]);
        }
    }
}
