package org.clickture.resolve;

/** How many of the votes for an image its own look turns wrong: places in arrays. */
final class ImageState {

    /** None. */
    static final int SMOOTH = 0;
    /** Some: it is not easy to recognise. */
    static final int ROUGH = 1;
    /** More than half: it looks like something else. */
    static final int MISTAKEN = 2;

    static final int COUNT = 3;

    private ImageState() {}
}
