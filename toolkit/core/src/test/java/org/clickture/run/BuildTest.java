package org.clickture.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clickture.ClicktureException;
import org.clickture.Progress;
import org.clickture.oracle.Trap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildTest {

    @TempDir
    Path folder;

    /** How far each step came at last, and where it ends. */
    private static class Steps implements Progress {

        final Map<String, List<Long>> last = new LinkedHashMap<>();
        final List<String> summaries = new ArrayList<>();

        @Override
        public void update(String step, long done, long total, long rows) {
            assertThat(done).isBetween(last.getOrDefault(step, List.of(0L)).get(0), total);
            last.put(step, List.of(done, total, rows));
        }

        @Override
        public void end(String summary) {
            summaries.add(summary);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1 << 30})
    void tellsHowFarItIs(long memoryBytes) throws IOException {
        Steps steps = new Steps();
        Build.run(request(20_000, memoryBytes), 1 << 10, steps);

        assertThat(steps.last.keySet()).containsExactly("scan", "sort", "store");
        steps.last.forEach(
                (step, last) -> assertThat(last.get(0)).as(step).isPositive().isEqualTo(last.get(1)));
        assertThat(steps.last.values()).extracting(last -> last.get(2)).containsExactly(20_000L, 20_000L, 20_000L);
        assertThat(steps.summaries).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1 << 30})
    void refusesASecondBuildForTheSamePlaceBeforeItScans(long memoryBytes) throws IOException {
        BuildRequest request = request(20_000, memoryBytes);
        Steps second = new Steps();
        Progress first = new Steps() {
            @Override
            public void update(String step, long done, long total, long rows) {
                assertThatThrownBy(() -> Build.run(request, 1 << 10, second))
                        .isInstanceOf(ClicktureException.class)
                        .hasMessageContaining("another build of " + request.out());
            }
        };
        Build.run(request, 1 << 10, first);

        assertThat(second.last).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"scan", "sort", "store"})
    void endsWithoutATraceWhenItIsInterrupted(String step) throws IOException {
        BuildRequest request = request(20_000, 1);
        Progress interrupting = new Steps() {
            @Override
            public void update(String current, long done, long total, long rows) {
                if (current.equals(step)) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        try {
            assertThatThrownBy(() -> Build.run(request, 1 << 10, interrupting))
                    .isInstanceOf(ClicktureException.class)
                    .hasMessageContaining("interrupted");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(names()).containsExactly("log.tsv");
    }

    @Test
    void takesAsMuchMemoryAsTheHeapLeaves() {
        long heapBytes = Runtime.getRuntime().maxMemory();
        assertThat(BuildRequest.defaultMemoryBytes()).isBetween(heapBytes / 3, heapBytes / 2);
        assertThatThrownBy(() -> new BuildRequest(
                        folder, folder, List.of("log"), BuildRequest.CLICKTURE_COLUMNS, 1, false, false, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("memory");
    }

    private BuildRequest request(int rows, long memoryBytes) throws IOException {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            log.append("key").append(i % 7_000).append("\tboxer dog ").append(i).append("\t1\n");
        }
        Path file = Files.writeString(folder.resolve("log.tsv"), log);
        return new BuildRequest(
                Trap.recipe("longest"),
                folder.resolve("store"),
                List.of(file.toString()),
                BuildRequest.CLICKTURE_COLUMNS,
                3,
                false,
                false,
                memoryBytes);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
