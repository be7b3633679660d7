package org.clickture.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;
import org.clickture.ImageCursor;
import org.clickture.LabelSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 100, 12_000})
    void answersAsTheOracle(int count) throws IOException {
        MemoryImages images = MemoryImages.random(count, count);
        Path path = folder.resolve("store");
        StoreFixture.write(path, false, images, 2);
        try (Store store = Store.open(path)) {
            assertThat(store.labels()).isEqualTo(images.labels());
            assertThat(store.labelName()).isEqualTo("breed");
            assertThat(store.counts()).isEqualTo(images.counts());
            for (String key : images.keys()) {
                assertThat(store.find(key)).contains(images.labelSet(key));
                assertThat(store.evidence(key)).isEqualTo(images.evidence(key));
            }
            TreeMap<String, LabelSet> walked = new TreeMap<>();
            ImageCursor cursor = store.images();
            while (cursor.next()) {
                assertThat(walked.put(cursor.imageKey(), cursor.labelSet(store.labels())))
                        .isNull();
            }
            assertThat(cursor.next()).isFalse();
            assertThat(walked.keySet()).isEqualTo(images.keys());
            walked.forEach((key, set) -> assertThat(set).isEqualTo(images.labelSet(key)));
        }
    }
}
