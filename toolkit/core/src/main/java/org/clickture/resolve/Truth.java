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
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.clickture.ClicktureException;

/** What images truly show, as a generator planted it. Immutable. */
public final class Truth {

    private static final String IMAGE_KEY = "image_key";
    private static final String GZIP = ".gz";

    private final Map<String, String> labels;

    private Truth(Map<String, String> labels) {
        this.labels = labels;
    }

    /** The truth of some images: image key to true label, empty if an image shows none. */
    public static Truth of(Map<String, String> labels) {
        return new Truth(Map.copyOf(labels));
    }

    /**
     * Reads the truth of a generated log, or of some images that people looked at.
     *
     * @param file tab-separated text as {@code clickture synth --truth} writes it, plain or {@code .gz}: lines before the
     *     header that begins with {@code image_key} are skipped. Or lines of an image key and a label without a header
     * @param labelName the column of the true label
     * @throws ClicktureException if the file cannot be read, has no such header, or a line is too short
     */
    public static Truth read(Path file, String labelName) {
        Map<String, String> labels = new HashMap<>();
        try (InputStream in = Files.newInputStream(file);
                InputStream text = file.toString().endsWith(GZIP) ? new GZIPInputStream(in) : in;
                BufferedReader lines = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            int column = -1;
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String[] fields = line.split("\t", -1);
                if (column < 0 && fields[0].equals(IMAGE_KEY)) {
                    column = Arrays.asList(fields).indexOf(labelName);
                    if (column < 1) {
                        throw new ClicktureException(
                                file + ": no column `" + labelName + "`; the header has: " + String.join(", ", fields));
                    }
                } else if (column >= 0 && !line.isEmpty() && fields.length <= column) {
                    throw new ClicktureException(file + ":" + number + ": it has " + fields.length + " fields, not "
                            + (column + 1) + " or more");
                } else if (column >= 0 && !line.isEmpty()) {
                    labels.put(fields[0], fields[column]);
                } else if (fields.length == 2 && !line.startsWith("#")) {
                    column = 1;
                    labels.put(fields[0], fields[1]);
                }
            }
            if (column < 0) {
                throw new ClicktureException(
                        file + ": no line begins with image_key or has two fields with a TAB between"
                                + " them; give the file that 'clickture synth --truth' wrote, or lines of image key, TAB, label");
            }
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(file, e);
        }
        return new Truth(labels);
    }

    /** How many images show a label. */
    public long labelled() {
        return labels.values().stream().filter(label -> !label.isEmpty()).count();
    }

    /** Whether it is known what an image shows. */
    public boolean knows(String imageKey) {
        return labels.containsKey(imageKey);
    }

    /**
     * The true label of an image, empty if it shows none.
     *
     * @throws ClicktureException if it is not known what the image shows
     */
    public String label(String imageKey) {
        String label = labels.get(imageKey);
        if (label == null) {
            throw new ClicktureException("image " + imageKey + " is not in the truth; give the truth of the same log");
        }
        return label;
    }

    /**
     * Whether a choice is right. A label is right if it is the true one. No label is right if the image truly has none, or
     * none of those that were candidates.
     *
     * @param label empty for none
     * @throws ClicktureException if it is not known what the image shows
     */
    boolean right(String imageKey, String label, List<String> candidates) {
        String truth = label(imageKey);
        return label.isEmpty() ? !candidates.contains(truth) : label.equals(truth);
    }

    static ClicktureException unreadable(Path file, Exception cause) {
        return new ClicktureException(
                cause instanceof NoSuchFileException
                        ? file + ": there is no such file"
                        : file + ": cannot be read: " + cause.getMessage(),
                cause);
    }
}
