package org.clickture;

import java.util.List;
import java.util.Optional;

/**
 * Images with their labels, as a scan left them. Immutable; safe for use by several threads at once, each with its own
 * cursor.
 */
public interface LabelledImages {

    /** What a label is called here, such as {@code breed}: the first column of the data set. */
    String labelName();

    /**
     * Every label that could be given, sorted by UTF-16 code units; a label's id is its position. Some may have no
     * image.
     */
    List<String> labels();

    /** The counts of the scan. */
    Counts counts();

    /** A new cursor before the first image. The order is fixed but has no meaning: sort what people see. */
    ImageCursor images();

    /** The labels of an image; empty if the image has none or the key is not a legal one. */
    Optional<LabelSet> find(String imageKey);

    /** The triads behind the labels of an image, by file and byte offset; empty if the image has none. */
    List<Evidence> evidence(String imageKey);

    /** A new cursor over the triads behind the labels of all images, before the first image. */
    default TriadCursor triads() {
        return new EvidenceCursor(this);
    }
}
