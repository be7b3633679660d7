package org.clickture;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** A walk over triads for images that have no quicker one: looks the evidence of each image up. */
final class EvidenceCursor implements TriadCursor {

    private static final Evidence NONE_YET = new Evidence("", 0, List.of(), "", 0);

    private final LabelledImages images;
    private final ImageCursor image;
    private Iterator<Evidence> triads = Collections.emptyIterator();
    private Evidence triad = NONE_YET;
    private byte[] query = {};

    EvidenceCursor(LabelledImages images) {
        this.images = images;
        this.image = images.images();
    }

    @Override
    public boolean nextImage() {
        if (!image.next()) {
            return false;
        }
        triads = images.evidence(image.imageKey()).iterator();
        return true;
    }

    @Override
    public String imageKey() {
        return image.imageKey();
    }

    @Override
    public boolean nextTriad() {
        if (!triads.hasNext()) {
            return false;
        }
        triad = triads.next();
        query = triad.query().getBytes(StandardCharsets.UTF_8);
        return true;
    }

    @Override
    public byte[] query() {
        return query;
    }

    @Override
    public int queryLength() {
        return query.length;
    }

    @Override
    public long clicks() {
        return triad.clicks();
    }

    @Override
    public int size() {
        return triad.labels().size();
    }

    @Override
    public int labelId(int i) {
        return Collections.binarySearch(images.labels(), triad.labels().get(i));
    }
}
