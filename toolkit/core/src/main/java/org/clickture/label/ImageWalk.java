package org.clickture.label;

import java.util.function.Consumer;
import org.clickture.ClicktureException;
import org.clickture.ImageCursor;
import org.clickture.LabelledImages;
import org.clickture.TriadCursor;

/** Walks over labelled images so that an interrupt ends it: a notebook kernel only has that to stop a cell. */
public final class ImageWalk {

    /** Images between two looks at the interrupt flag; a power of two. */
    private static final int IMAGES_PER_LOOK = 1024;

    private ImageWalk() {}

    /**
     * Shows every image once to a visitor, in the order of {@link LabelledImages#images()}.
     *
     * @throws ClicktureException if the thread is interrupted; the interrupt flag stays set
     */
    public static void over(LabelledImages images, Consumer<ImageCursor> visitor) {
        ImageCursor image = images.images();
        for (long seen = 0; image.next(); seen++) {
            look(seen);
            visitor.accept(image);
        }
    }

    /**
     * Shows every image once to a visitor, before its first triad, in the order of {@link LabelledImages#images()}.
     *
     * @throws ClicktureException if the thread is interrupted; the interrupt flag stays set
     */
    public static void overTriads(LabelledImages images, Consumer<TriadCursor> visitor) {
        TriadCursor image = images.triads();
        for (long seen = 0; image.nextImage(); seen++) {
            look(seen);
            visitor.accept(image);
        }
    }

    private static void look(long seen) {
        if ((seen & (IMAGES_PER_LOOK - 1)) == 0 && Thread.currentThread().isInterrupted()) {
            throw new ClicktureException("Stopped: the thread was interrupted.");
        }
    }
}
