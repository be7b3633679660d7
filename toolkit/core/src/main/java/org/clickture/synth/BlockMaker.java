package org.clickture.synth;

/** Makes one block after the other and keeps its memory for the next. Not thread-safe. */
final class BlockMaker {

    /** Rows in a block, about. A block is made in memory, and is what the rows of a scattered log are shuffled in. */
    private static final double ROWS = 100_000;

    private final ImageMaker images;
    private final Extent extent;
    private final long seed;
    private final Rng shuffle = new Rng();
    private final Block block;
    private long firstImage;

    BlockMaker(Model model, Extent extent) {
        this.extent = extent;
        seed = model.request().seed();
        block = new Block(model.request().scattered());
        images = new ImageMaker(model, block);
    }

    /** Images in a block; depends on nothing but the knobs. */
    static long imagesPerBlock(Model model) {
        return Math.max(1, (long) (ROWS / model.shapes().meanRows()));
    }

    /** Makes the block of that number, the first is 0. The one made before is lost. */
    BlockMaker make(long number, long imagesPerBlock) {
        block.clear();
        firstImage = number * imagesPerBlock;
        long end = Math.min(firstImage + imagesPerBlock, extent.images());
        for (long image = firstImage; image < end; image++) {
            images.make(image, image == extent.images() - 1 ? extent.maxRowsOfLast() : Integer.MAX_VALUE);
        }
        shuffle.start(seed, -1 - number);
        block.finish(shuffle);
        return this;
    }

    long firstImage() {
        return firstImage;
    }

    Block block() {
        return block;
    }
}
