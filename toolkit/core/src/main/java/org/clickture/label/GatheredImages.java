package org.clickture.label;

import java.util.function.Consumer;

/** The images of a scan, gathered, in parts that several threads can walk at the same time. */
public interface GatheredImages {

    /** How many parts there are; each has at least one triad, but for misspelt names perhaps no image. */
    int parts();

    /** About how many bytes the triads of a part have; walking over it takes a few times as much heap. */
    long bytes(int part);

    /**
     * Shows every image of a part once. From part to part and in each of them images are ordered by {@code
     * Long.reverse(XXH64(key))} as an unsigned number, then by key: images of one map segment lie together for every
     * power-of-two number of segments.
     *
     * @throws org.clickture.ClicktureException if the clicks of a label of an image are more than 2^63 - 1, or the part
     *     cannot be read or held
     */
    void forEach(int part, Consumer<GatheredImage> visitor);
}
