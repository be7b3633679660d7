package org.clickture.store;

import org.clickture.label.GatheredImage;
import org.clickture.label.GatheredImages;

/** What a part of the images gives: their evidence and their entries. Used again for the next part. Not thread-safe. */
final class EncodedPart {

    private final EvidencePages evidence = new EvidencePages();
    private final ByteSink entries = new ByteSink();
    private final ByteSink labels = new ByteSink();
    private ImageTotals.Tally totals = new ImageTotals.Tally();
    private long triads;
    private long firstOrder;
    private long lastOrder;

    /**
     * Encodes a part.
     *
     * @param crew is checked between images
     */
    void encode(GatheredImages images, int part, Crew crew) {
        evidence.clear();
        entries.clear();
        totals = new ImageTotals.Tally();
        triads = 0;
        images.forEach(part, image -> {
            crew.check();
            encode(image);
        });
    }

    private void encode(GatheredImage image) {
        long order = ImageEntries.order(Xxh64.hash(image.key(), 0, image.keyLength()));
        if (totals.images() == 0) {
            firstOrder = order;
        } else {
            requireOrder(lastOrder, order);
        }
        lastOrder = order;
        long evidenceFrom = evidence.length();
        EvidenceRecord.write(image, evidence);
        labels.clear();
        ImageValue.writeLabels(image, labels);
        entries.number(evidence.length() - evidenceFrom);
        entries.number(image.keyLength());
        entries.number(labels.length());
        entries.bytes(image.key(), 0, image.keyLength());
        entries.bytes(labels.bytes(), 0, labels.length());
        totals.add(image);
        triads += image.triads();
    }

    static void requireOrder(long before, long order) {
        if (Long.compareUnsigned(before, order) > 0) {
            throw new IllegalArgumentException("the images do not come by the reversed hash of their keys");
        }
    }

    EvidencePages evidence() {
        return evidence;
    }

    ByteSink entries() {
        return entries;
    }

    ImageTotals.Tally totals() {
        return totals;
    }

    long triads() {
        return triads;
    }

    long firstOrder() {
        return firstOrder;
    }

    long lastOrder() {
        return lastOrder;
    }
}
