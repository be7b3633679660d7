package org.clickture.resolve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.clickture.ClicktureException;

/**
 * The truth of a generated log.
 *
 * @param labels image key to true label; empty text if the image has none
 */
public record PlantedTruth(Map<String, String> labels) {

    private static final String IMAGE_KEY = "image_key";

    public PlantedTruth {
        labels = Map.copyOf(labels);
    }

    /**
     * Reads tab-separated text as {@code clickture synth --truth} writes it, plain or {@code .gz}: lines before the header,
     * which begins with {@code image_key}, are skipped; the column of the true label is called like the label.
     *
     * @throws ClicktureException if the file cannot be read or has another form
     */
    public static PlantedTruth read(Path file, String labelName) {
        Map<String, String> labels = new HashMap<>();
        try (InputStream bytes = open(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            int column = -1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split("\t", -1);
                if (column >= 0 && fields.length > column) {
                    labels.put(fields[0], fields[column]);
                } else if (fields[0].equals(IMAGE_KEY)) {
                    column = Arrays.asList(fields).indexOf(labelName);
                    if (column < 0) {
                        throw new ClicktureException(
                                file + ": no column `" + labelName + "`; the header has: " + String.join(", ", fields));
                    }
                }
            }
            if (column < 0) {
                throw new ClicktureException(
                        file + ": no line begins with image_key; give the file that 'clickture synth --truth' wrote");
            }
        } catch (NoSuchFileException e) {
            throw new ClicktureException(file + ": there is no such file", e);
        } catch (IOException | UncheckedIOException e) {
            throw new ClicktureException(file + ": cannot be read: " + e.getMessage(), e);
        }
        return new PlantedTruth(labels);
    }

    private static InputStream open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    }
}
