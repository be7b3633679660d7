package org.clickture.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapShapeTest {

    @TempDir
    Path folder;

    @Test
    void hasRoomForNothing() {
        assertThat(new MapShape.Tally().shape()).isEqualTo(new MapShape(1, 1, 1));
    }

    @Test
    void takesTheFullestSegment() {
        MapShape.Tally tally = new MapShape.Tally();
        for (int i = 0; i < 19_999; i++) {
            // 1 + 10 + 1 + 12 bytes are 6 chunks.
            tally.add(i, 10, 12);
        }
        tally.add(0, 10, 13);
        assertThat(tally.shape()).isEqualTo(new MapShape(4, 5_001, 30_007));
    }

    @Test
    void hasFewerSegmentsWhenOneWouldOutgrowTheOthers() {
        MapShape.Tally tally = new MapShape.Tally();
        for (int i = 0; i < 19_999; i++) {
            tally.add(i, 10, 12);
        }
        tally.add(3, 10, 100_000);
        assertThat(tally.shape().segments()).isEqualTo(2);
        tally = new MapShape.Tally();
        for (int i = 0; i < 20_000; i++) {
            tally.add(5, 10, 12);
        }
        assertThat(tally.shape()).isEqualTo(new MapShape(1, 20_000, 120_000));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 3_000, 30_000, 100_000})
    void foretellsTheSizeOfTheFile(int images) throws IOException {
        Random random = new Random(images);
        MapShape.Tally tally = new MapShape.Tally();
        for (int i = 0; i < images; i++) {
            tally.add(random.nextLong(), 10, 5 + random.nextInt(10));
        }
        MapShape shape = tally.shape();
        Path file = folder.resolve("map");
        new MapWriter(file, shape).close();
        assertThat((double) shape.fileBytes()).isBetween(0.95 * Files.size(file), 1.1 * Files.size(file) + 16_384);
    }
}
