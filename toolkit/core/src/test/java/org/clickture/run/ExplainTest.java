package org.clickture.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.clickture.FoundName;
import org.clickture.ImageCursor;
import org.clickture.ImageExplanation;
import org.clickture.TextSpan;
import org.clickture.oracle.RandomLog;
import org.clickture.oracle.RandomLogs;
import org.clickture.oracle.Trap;
import org.clickture.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {

    @TempDir
    Path folder;

    @Test
    void tellsTheNamesBehindALabel() throws IOException {
        Path log = Files.writeString(folder.resolve("log.tsv"), "a\tBoxers & poodle dog\t1\na\tboxer's puppy\t2\n");
        new EngineRun(Trap.recipe("longest"), "key,query,clicks", log).build(folder.resolve("store"));
        try (Store store = Clickture.open(folder.resolve("store"))) {
            ImageExplanation image = Clickture.explain(store, "a").orElseThrow();

            assertThat(image.labelName()).isEqualTo("breed");
            assertThat(image.triadsOf("boxer"))
                    .extracting(triad -> triad.marked("boxer") + ": " + triad.forms("boxer"))
                    .containsExactly("[Boxers] & poodle dog: plural of boxer", "[boxer]'s puppy: name");
            assertThat(image.triadsOf("poodle")).hasSize(1);
            assertThat(Clickture.explain(store, "b")).isEmpty();
        }
    }

    @Test
    void showsASupportedMisspeltNameAsOne() throws IOException {
        Files.writeString(folder.resolve("l.tsv"), "breed\taliases\nlabrador retriever\t\n");
        Path recipe = Files.writeString(folder.resolve("r.yaml"), "label: breed\nlexicon: l.tsv\nspelling: 1\n");
        Path log = Files.writeString(
                folder.resolve("log.tsv"), "a\tmy labradoor retrievers\t1\na\tlabrador retriever\t2\n");
        new EngineRun(recipe, "key,query,clicks", log).build(folder.resolve("store"));
        try (Store store = Clickture.open(folder.resolve("store"))) {
            assertThat(Clickture.explain(store, "a").orElseThrow().triads())
                    .extracting(triad -> triad.marked("labrador retriever") + ": " + triad.forms("labrador retriever"))
                    .containsExactly(
                            "my [labradoor retrievers]: misspelt labrador retriever", "[labrador retriever]: name");
        }
    }

    @Test
    void namesAllLabelsOfTheEvidenceOfRandomLogs() throws IOException {
        for (int seed = 0; seed < 30; seed++) {
            RandomLog log = RandomLogs.of(seed);
            Path home = folder.resolve("log-" + seed);
            Path out = folder.resolve("store-" + seed);
            new EngineRun(log.writeTo(home), log.columns(), RandomLog.log(home)).build(out);
            try (Store store = Clickture.open(out)) {
                for (ImageCursor cursor = store.images(); cursor.next(); ) {
                    ImageExplanation image =
                            Clickture.explain(store, cursor.imageKey()).orElseThrow();
                    assertThat(image.image()).isEqualTo(cursor.labelSet(store.labels()));
                    assertThat(image.triads())
                            .allSatisfy(triad -> assertThat(triad.names().stream()
                                            .map(FoundName::label)
                                            .distinct()
                                            .sorted()
                                            .collect(Collectors.toList()))
                                    .isEqualTo(triad.triad().labels()));
                }
            }
        }
    }

    @Test
    void marksPiecesOfAQuery() {
        assertThat(TextSpan.mark("toy poodles", List.of(new TextSpan(0, 2, 0, 11), new TextSpan(1, 2, 4, 11))))
                .isEqualTo("[toy [poodles]]");
        assertThat(TextSpan.mark("pug", List.of())).isEqualTo("pug");
    }
}
