package org.clickture;

import java.util.ArrayList;
import java.util.List;

/**
 * Walks over labelled images, one at a time, without an object for each. Not thread-safe. The getters speak of the image
 * of the last {@link #next()} that returned true.
 */
public interface ImageCursor {

    /** Moves to the next image; false behind the last one. */
    boolean next();

    /** The image key; makes a new string. */
    String imageKey();

    /** How many labels the image has, at least 1. */
    int size();

    /** The id of label {@code i} of this image, {@code 0 <= i < size()}; ids grow with {@code i}. */
    int labelId(int i);

    /** The clicks of label {@code i} of this image. */
    long clicks(int i);

    /** The distinct normalised queries of label {@code i} of this image. */
    long queries(int i);

    /** The image as a value, with the names of its labels taken from {@code labels}. */
    default LabelSet labelSet(List<String> labels) {
        List<LabelCount> counts = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) {
            counts.add(new LabelCount(labels.get(labelId(i)), clicks(i), queries(i)));
        }
        return new LabelSet(imageKey(), counts);
    }
}
