package org.clickture.label;

import java.util.function.Consumer;
import org.clickture.ClicktureException;
import org.clickture.ImageCursor;
import org.clickture.LabelledImages;

/** Shows every image once. */
final class ImageWalk {

    /** Images between two looks at the interrupt flag; a power of two. */
    private static final int IMAGES_PER_LOOK = 1024;

    private ImageWalk() {}

    /**
     * Shows every image to a visitor.
     *
     * @throws ClicktureException if the thread is interrupted; the interrupt flag stays set
     */
    static void over(LabelledImages images, Consumer<ImageCursor> visitor) {
        ImageCursor image = images.images();
        long seen = 0;
        while (image.next()) {
            if ((seen++ & (IMAGES_PER_LOOK - 1)) == 0 && Thread.currentThread().isInterrupted()) {
                throw new ClicktureException("Stopped: the thread was interrupted.");
            }
            visitor.accept(image);
        }
    }
}
