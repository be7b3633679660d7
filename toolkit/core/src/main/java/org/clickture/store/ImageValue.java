package org.clickture.store;

import java.util.Arrays;
import org.clickture.label.GatheredImage;

/**
 * What the map holds for one image: where its evidence begins in the evidence file, then for each label the distance of
 * its id from the one before (the first one's from 0), its clicks and its distinct queries. The labels fill the value
 * to its end. This layout has the version {@link org.clickture.manifest.Manifest#FORMAT}.
 *
 * <p>A view that is read into again and again. Not thread-safe.
 */
final class ImageValue {

    private final int labelCount;
    private long evidenceOffset;
    private int size;
    private int[] labelIds = new int[8];
    private long[] clicks = new long[8];
    private long[] queries = new long[8];

    /** A view for images whose label ids are in [0, labelCount). */
    ImageValue(int labelCount) {
        this.labelCount = labelCount;
    }

    /** Writes the value of an image but for where its evidence begins, which comes first, behind what the sink holds. */
    static void writeLabels(GatheredImage image, ByteSink sink) {
        int before = 0;
        for (int i = 0; i < image.labels(); i++) {
            sink.number(image.labelId(i) - before);
            sink.number(image.clicks(i));
            sink.number(image.queries(i));
            before = image.labelId(i);
        }
    }

    /** Reads a value to its end. */
    void read(ByteWindow value) {
        evidenceOffset = value.number();
        size = 0;
        long id = 0;
        do {
            long distance = value.number();
            id += distance;
            if (distance >= labelCount || id >= labelCount || (distance == 0 && size > 0)) {
                throw value.damaged("there is no label " + id + " here");
            }
            if (size == labelIds.length) {
                grow();
            }
            labelIds[size] = (int) id;
            clicks[size] = value.number();
            queries[size] = value.number();
            size++;
        } while (value.remaining() > 0);
    }

    /** Where the image's evidence begins in the evidence file, in bytes. */
    long evidenceOffset() {
        return evidenceOffset;
    }

    /** How many labels, at least 1. */
    int size() {
        return size;
    }

    int labelId(int i) {
        return labelIds[i];
    }

    long clicks(int i) {
        return clicks[i];
    }

    long queries(int i) {
        return queries[i];
    }

    private void grow() {
        labelIds = Arrays.copyOf(labelIds, 2 * size);
        clicks = Arrays.copyOf(clicks, 2 * size);
        queries = Arrays.copyOf(queries, 2 * size);
    }
}
