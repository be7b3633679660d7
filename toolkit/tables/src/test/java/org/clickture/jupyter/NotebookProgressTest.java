package org.clickture.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotebookProgressTest {

    private final List<String> calls = new ArrayList<>();
    private final List<Rendering> shown = new ArrayList<>();

    /** A kernel that keeps what it is told to show. */
    private final Kernel kernel = new Kernel() {
        @Override
        public void register(Class<?> type) {}

        @Override
        public void run(String java) {}

        @Override
        public void show(Object value) {}

        @Override
        public void display(String displayId, Rendering rendering) {
            calls.add("display " + displayId);
            shown.add(rendering);
        }

        @Override
        public void replace(String displayId, Rendering rendering) {
            calls.add("replace " + displayId);
            shown.add(rendering);
        }
    };

    @Test
    void movesInPlaceAndEndsWithTheSummaryAlone() {
        NotebookProgress progress = new NotebookProgress(kernel);
        progress.update("scan", 25, 100, 1_234_567);
        progress.end("4,000,000 rows <b>");

        assertThat(calls).hasSize(2);
        assertThat(calls.get(0)).startsWith("display ");
        assertThat(calls.get(1)).isEqualTo(calls.get(0).replace("display", "replace"));
        assertThat(shown.get(0).text()).isEqualTo("scan: 25 %, 1,234,567 rows");
        assertThat(shown.get(0).data().get("text/html")).contains("<progress max=\"1\" value=\"0.250\"");
        assertThat(shown.get(1).text()).isEqualTo("4,000,000 rows <b>");
        assertThat(shown.get(1).data().get("text/html")).isEqualTo("<div>4,000,000 rows &lt;b&gt;</div>");
    }

    @Test
    void marksEveryStateByItsMetadata() {
        NotebookProgress progress = new NotebookProgress(kernel);
        progress.update("scan", 1, 2, 3);
        progress.end("done");

        assertThat(shown)
                .hasSize(2)
                .allSatisfy(state -> assertThat(state.metadata())
                        .containsExactlyEntriesOf(java.util.Map.of("clickture", "progress")));
    }

    @Test
    void showsOnlyTheSummaryOfARunWithoutSteps() {
        new NotebookProgress(kernel).end("done");

        assertThat(calls).singleElement().asString().startsWith("display ");
    }

    @Test
    void passesOverStepsThatFollowTooFast() {
        NotebookProgress progress = new NotebookProgress(kernel);
        for (int i = 0; i < 1000; i++) {
            progress.update("scan", i, 1000, i);
        }

        assertThat(calls).hasSizeLessThan(100);
    }

    @Test
    void showsALogOfNoBytesAsRead() {
        new NotebookProgress(kernel).update("scan", 0, 0, 0);

        assertThat(shown.get(0).text()).isEqualTo("scan: 100 %, 0 rows");
    }
}
