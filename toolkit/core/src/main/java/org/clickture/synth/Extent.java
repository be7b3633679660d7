package org.clickture.synth;

/**
 * Where a log ends.
 *
 * @param images how many images it has
 * @param maxRowsOfLast the last of them has no more rows than that
 */
record Extent(long images, int maxRowsOfLast) {

    /** Counts the images that it takes to fill the requested rows. */
    static Extent of(Model model) {
        SynthRequest.Size size = model.request().size();
        if (size.images().isPresent()) {
            return new Extent(size.images().getAsLong(), Integer.MAX_VALUE);
        }
        long left = size.rows().orElseThrow();
        Rng rng = new Rng();
        for (long image = 0; ; image++) {
            int rows = model.shapes().rows(model.shapes().subject(image, rng), rng);
            if (rows >= left) {
                return new Extent(image + 1, (int) left);
            }
            left -= rows;
        }
    }
}
