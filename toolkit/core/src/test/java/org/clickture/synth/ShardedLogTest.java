package org.clickture.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ShardedLogTest {

    private static List<Path> paths(String... names) {
        return Stream.of(names).map(Path::of).toList();
    }

    @Test
    void numbersItsFilesBeforeTheEnding() {
        assertThat(ShardedLog.targets(Path.of("a", "clicks.tsv.gz"), 1)).isEqualTo(paths("a/clicks.tsv.gz"));
        assertThat(ShardedLog.targets(Path.of("a", "clicks.tsv.gz"), 2))
                .isEqualTo(paths("a/clicks-00.tsv.gz", "a/clicks-01.tsv.gz"));
        assertThat(ShardedLog.targets(Path.of("log"), 2)).isEqualTo(paths("log-00", "log-01"));
        assertThat(ShardedLog.targets(Path.of(".log"), 2)).isEqualTo(paths(".log-00", ".log-01"));
    }

    @Test
    void sortsItsFilesByName() {
        for (int shards : new int[] {10, 100, 101, 1000}) {
            List<Path> targets = ShardedLog.targets(Path.of("clicks.tsv"), shards);
            assertThat(targets).hasSize(shards).isSorted().doesNotHaveDuplicates();
        }
    }
}
