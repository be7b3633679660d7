package org.clickture.label;

/** One triad behind an image's labels. A view that is reused for the next triad; read it, do not keep it. Not thread-safe. */
public interface GatheredTriad {

    /** Position of the triad's file in the list of files. */
    int file();

    /** Where the triad's row begins in that file. */
    long byteOffset();

    /** At least 1. */
    long clicks();

    /** How many labels the triad names, at least 1. */
    int labels();

    /** Label id {@code i}, growing with {@code i}. */
    int labelId(int i);

    /** The array that holds the query's bytes as the log has them, from queryFrom() to queryTo(). */
    byte[] bytes();

    int queryFrom();

    int queryTo();
}
