package org.clickture.store;

import java.util.BitSet;
import org.clickture.label.GatheredImage;

/**
 * What a store holds.
 *
 * @param images distinct image keys
 * @param pairs distinct (label, image key)
 * @param labels labels with at least one image
 * @param ambiguous images with two or more labels
 */
public record ImageTotals(long images, long pairs, long labels, long ambiguous) {

    /** Counts image by image. Not thread-safe. */
    static final class Tally {

        private final BitSet labels = new BitSet();
        private long images;
        private long pairs;
        private long ambiguous;

        void add(GatheredImage image) {
            add(image.labels());
            for (int i = 0; i < image.labels(); i++) {
                labels.set(image.labelId(i));
            }
        }

        void add(ImageValue image) {
            add(image.size());
            for (int i = 0; i < image.size(); i++) {
                labels.set(image.labelId(i));
            }
        }

        private void add(int labelCount) {
            images++;
            pairs += labelCount;
            ambiguous += labelCount > 1 ? 1 : 0;
        }

        void add(Tally other) {
            labels.or(other.labels);
            images += other.images;
            pairs += other.pairs;
            ambiguous += other.ambiguous;
        }

        long images() {
            return images;
        }

        ImageTotals totals() {
            return new ImageTotals(images, pairs, labels.cardinality(), ambiguous);
        }
    }
}
