package org.clickture.store;

import java.nio.file.Path;
import java.util.List;
import org.clickture.label.GatheredImages;
import org.clickture.manifest.Manifest;

/** Writes stores. */
public final class StoreWriter {

    /** Version of the store's layout. */
    public static final int FORMAT = 1;

    private StoreWriter() {}

    /**
     * Writes a whole store beside {@code target} and moves it there when it is done.
     *
     * @param target the folder to make
     * @param force whether an existing store there may be replaced
     * @param labels the names of the label ids
     * @param images what was gathered
     * @param recipe the recipe's file, copied into the store
     * @param lexicon the lexicon's file, copied into the store
     * @param manifest the manifest but for the store's own files
     */
    public static void write(
            Path target,
            boolean force,
            List<String> labels,
            GatheredImages images,
            Path recipe,
            Path lexicon,
            Manifest manifest) {
        throw new UnsupportedOperationException();
    }
}
