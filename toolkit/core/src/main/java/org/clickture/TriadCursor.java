package org.clickture;

/**
 * Walks over the triads behind labelled images, image by image, without an object for each. Not thread-safe. The getters
 * speak of the image of the last {@link #nextImage()} and of the triad of the last {@link #nextTriad()} that returned true.
 */
public interface TriadCursor {

    /** Moves before the first triad of the next image, in the order of {@link LabelledImages#images()}; false behind the last one. */
    boolean nextImage();

    /** The key of the image; makes a new string. */
    String imageKey();

    /** Moves to the next triad of the image, in the order of {@link LabelledImages#evidence}; false behind its last one. */
    boolean nextTriad();

    /** An array that holds the query in [0, {@link #queryLength()}) until the next triad: untrusted bytes, UTF-8 where all is well. */
    byte[] query();

    /** In bytes. */
    int queryLength();

    /** The clicks of the triad, 1 to 999,999,999,999,999. */
    long clicks();

    /** How many labels the query names, at least 1. */
    int size();

    /** The id of label {@code i} that the query names, {@code 0 <= i < size()}; ids grow with {@code i}. */
    int labelId(int i);
}
