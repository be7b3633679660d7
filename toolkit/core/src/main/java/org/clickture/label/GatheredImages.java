package org.clickture.label;

import java.util.function.Consumer;

/** The images of a scan, gathered. Immutable; may be walked any number of times. */
public interface GatheredImages {

    /** How many images. */
    long images();

    /**
     * Shows every image once, ordered by {@code Long.reverse(XXH64(key))} as an unsigned number, then by key: images of
     * one map segment lie together for every power-of-two number of segments.
     */
    void forEach(Consumer<GatheredImage> visitor);
}
