package org.clickture.resolve;

/** How many of the right votes for an image its own look turns wrong: places in arrays. See {@link EmSpoiling}. */
final class ImageState {

    /** None. */
    static final int SMOOTH = 0;
    /** A share that is learned: it is not easy to recognise. */
    static final int ROUGH = 1;
    /** Three in five: it looks like something else. */
    static final int MISTAKEN = 2;

    static final int COUNT = 3;

    private ImageState() {}
}
