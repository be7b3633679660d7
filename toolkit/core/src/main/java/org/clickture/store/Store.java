package org.clickture.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clickture.Counts;
import org.clickture.Evidence;
import org.clickture.ImageCursor;
import org.clickture.LabelSet;
import org.clickture.LabelledImages;
import org.clickture.manifest.Manifest;

/** A finished store, opened for reading. */
public final class Store implements LabelledImages, AutoCloseable {

    private Store() {}

    /** Opens the store in a folder. */
    public static Store open(Path folder) {
        throw new UnsupportedOperationException();
    }

    /** The store's folder. */
    public Path folder() {
        throw new UnsupportedOperationException();
    }

    /** Where it came from. */
    public Manifest manifest() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String labelName() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> labels() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Counts counts() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ImageCursor images() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<LabelSet> find(String imageKey) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Evidence> evidence(String imageKey) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
