package org.clickture.resolve;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clickture.ClicktureException;

/** What images truly show, as a generator planted it or as people saw it. Immutable. */
public final class Truth {

    private final Map<String, String> labels;

    private Truth(Map<String, String> labels) {
        this.labels = Collections.unmodifiableMap(labels);
    }

    /** The truth of some images: image key to true label, empty if an image shows none. */
    public static Truth of(Map<String, String> labels) {
        return new Truth(Map.copyOf(labels));
    }

    /**
     * Reads the truth of a generated log, or of some images that people looked at.
     *
     * <p>The file is tab-separated UTF-8 text, plain, gzip or Zstandard (by its first bytes, or else by its name), with or without a
     * byte order mark. Empty lines are skipped, and lines that begin with {@code #} above the first other one. If that one begins
     * with {@code image_key}, it is a header, as {@code clickture synth --truth} writes it; else every line has two fields, an
     * image key and a label. An image may stand twice with the same label.
     *
     * @param labelName the column of the true label, if there is a header
     * @throws ClicktureException if the file cannot be read or is not UTF-8, has no image, no header with such a column, a line with too few
     *     fields or, without a header, too many, or an image with two labels
     */
    public static Truth read(Path file, String labelName) {
        return new Truth(TruthReader.read(file, labelName));
    }

    /** How many images show a label. */
    public long labelled() {
        return labels.values().stream().filter(label -> !label.isEmpty()).count();
    }

    /** Keys with labels, in no order. */
    Set<Map.Entry<String, String>> images() {
        return labels.entrySet();
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

    static ClicktureException unreadable(Path file, Exception failure) {
        Throwable cause = failure instanceof UncheckedIOException && failure.getCause() instanceof IOException read
                ? read
                : failure;
        if (cause instanceof NoSuchFileException) {
            return new ClicktureException(file + ": there is no such file; check the path", failure);
        }
        String why = cause.getMessage();
        if (cause instanceof EOFException) {
            why = "it ends too early";
        } else if (cause instanceof AccessDeniedException) {
            why = "permission denied";
        }
        return new ClicktureException(
                file + ": cannot be read: " + why + "; name a file that is whole and that you may read", failure);
    }
}
