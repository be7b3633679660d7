package org.clickture.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.clickture.ClicktureException;
import org.clickture.LabelCount;
import org.clickture.LabelSet;
import org.clickture.Progress;
import org.clickture.label.PolicyExample;
import org.clickture.label.PolicyRow;
import org.clickture.oracle.Oracle;
import org.clickture.oracle.RandomLog;
import org.clickture.oracle.RandomLogs;
import org.clickture.oracle.Rules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoliciesTest {

    private static final String LOG = """
            a\tboxer dog\t1
            a\tboxers\t2
            a\tbxoer dog\t3
            b\tboxer shorts\t1
            b\tboxer shorts for dogs\t1
            c\ttoy poodle puppy\t1
            c\ttoy poodle\t1
            c\thow to draw a poodle, dog\t1
            d\tpoodles dogs\t1
            """;

    @TempDir
    private Path folder;

    private Path recipe;
    private Path log;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("dogs.tsv"), "breed\taliases\nboxer\t\npoodle\t\ntoy poodle\t\n");
        Files.writeString(folder.resolve("homonyms.tsv"), "term\tstrength\tnegative_context\nboxer\tstrong\tshorts\n");
        recipe = Files.writeString(
                folder.resolve("dog.yaml"), "gate: [dog, dogs, puppy]\nlabel: breed\nlexicon: dogs.tsv\n");
        Files.writeString(folder.resolve("dog-open.yaml"), """
                label: breed
                lexicon: dogs.tsv
                homonyms: homonyms.tsv
                context: [dog, dogs]
                reject: [draw]
                """);
        log = Files.writeString(folder.resolve("log.tsv"), LOG);
    }

    private List<PolicyRow> compare(int threads, int segmentBytes, long memoryBytes, Optional<Path> truth) {
        PoliciesRequest request = new PoliciesRequest(
                recipe,
                PoliciesRequest.openBeside(recipe),
                List.of(log.toString()),
                BuildRequest.CLICKTURE_COLUMNS,
                threads,
                3,
                truth);
        try (Policies policies = new Policies(request, segmentBytes, memoryBytes)) {
            return policies.run(Progress.NONE);
        }
    }

    private static String show(PolicyRow row) {
        return String.format(
                "%s %d/%d/%d/%d +%d/%d/%d/%d -%d/%d/%d/%d",
                row.policy(),
                row.triads(),
                row.pairs(),
                row.images(),
                row.ambiguous(),
                row.added().triads(),
                row.added().pairs(),
                row.added().images(),
                row.added().ambiguous(),
                row.removed().triads(),
                row.removed().pairs(),
                row.removed().images(),
                row.removed().ambiguous());
    }

    @Test
    void tellsWhatEachPolicyAddsToTheSeedAndRemovesFromIt() {
        List<PolicyRow> rows = compare(1, 1 << 20, 1 << 20, Optional.empty());

        assertThat(rows)
                .extracting(PoliciesTest::show)
                .containsExactly(
                        "seed 5/5/4/1 +0/0/0/0 -0/0/0/0",
                        "all 5/5/4/1 +1/0/0/0 -0/0/0/0",
                        "singular 4/4/3/1 +0/0/0/0 -1/1/1/0",
                        "spelling 6/5/4/1 +1/0/0/0 -0/0/0/0",
                        "homonym-gate 6/5/4/1 +1/0/0/0 -0/0/0/0",
                        "homonym-context 5/4/3/1 +1/0/0/0 -1/1/1/0",
                        "open 4/3/3/0 +1/0/0/0 -2/2/1/1");
        PolicyRow open = rows.get(6);
        assertThat(open.meaning()).isEqualTo("dog-open.yaml");
        assertThat(open.score()).isEmpty();
        assertThat(open.added().examples())
                .containsExactly(new PolicyExample("toy poodle", List.of("toy poodle"), "c", log.toString(), 103));
        assertThat(open.removed().examples())
                .extracting(PolicyExample::query)
                .containsExactlyInAnyOrder("boxer shorts for dogs", "how to draw a poodle, dog");
    }

    @Test
    void scoresPairsAgainstTheTruth() throws IOException {
        Path truth = Files.writeString(folder.resolve("truth.tsv"), """
                # synthetic
                image_key\tbreed\tsubject
                a\tboxer\tbreed
                b\t\thomonym
                c\ttoy poodle\tbreed
                d\tpoodle\tbreed
                e\tpoodle\tbreed
                """);

        List<PolicyRow> rows = compare(2, 64, 1 << 20, Optional.of(truth));

        assertThat(rows.get(0).score().orElseThrow().precision()).isEqualTo(3 / 5.0);
        assertThat(rows.get(0).score().orElseThrow().recall()).isEqualTo(3 / 4.0);
        assertThat(rows.get(6).score().orElseThrow().precision()).isEqualTo(1);
        assertThat(rows.get(6).score().orElseThrow().f1()).isCloseTo(6 / 7.0, within(1e-12));
    }

    @Test
    void refusesTheTruthOfAnotherLog() throws IOException {
        Path truth = Files.writeString(folder.resolve("truth.tsv"), "other\tboxer\n");

        assertThatThrownBy(() -> compare(1, 64, 1 << 20, Optional.of(truth)))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("truth.tsv: it has none of the images");
    }

    @Test
    void comparesTheSameWithAnyThreadsSegmentsAndMemory() throws IOException {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            many.append("k")
                    .append(i % 700)
                    .append("\t")
                    .append(LOG.split("\n", -1)[i * 7 % 9].split("\t", -1)[1]);
            many.append("\t1\n");
        }
        Files.writeString(log, many);
        List<PolicyRow> rows = compare(1, 1 << 20, 1 << 30, Optional.empty());

        assertThat(rows.get(6).added().examples()).hasSize(1);
        assertThat(compare(4, 7, 1, Optional.empty())).isEqualTo(rows);
        assertThat(compare(3, 4096, 1 << 14, Optional.empty())).isEqualTo(rows);
    }

    @Test
    void comparesRandomRecipesLikeTheOracle() throws IOException {
        for (int seed = 5000; seed < 5040; seed++) {
            RandomLog random = RandomLogs.of(seed);
            Path home = folder.resolve("random-" + seed);
            Path seedRecipe = random.writeTo(home);
            PoliciesRequest request = new PoliciesRequest(
                    seedRecipe,
                    Optional.empty(),
                    List.of(RandomLog.log(home).toString()),
                    random.columns(),
                    1 + seed % 3,
                    2,
                    Optional.empty());
            List<PolicyRow> rows;
            try (Policies policies = new Policies(request, 64, 1 << 16)) {
                rows = policies.run(Progress.NONE);
            }
            Rules rules = random.rules();
            Oracle.Outcome first = Oracle.label(rules, random.columns(), new TreeMap<>(random.files()));

            PolicyRow row = rows.get(0);
            assertThat(List.of(row.triads(), row.pairs(), row.images(), row.ambiguous()))
                    .as("seed %d", seed)
                    .containsExactly(
                            first.counts().matched(),
                            first.counts().pairs(),
                            first.counts().images(),
                            first.counts().ambiguous());
            if (rules.spelling() == 0) {
                Oracle.Outcome spelt =
                        Oracle.label(rules.withSpelling(1), random.columns(), new TreeMap<>(random.files()));
                PolicyRow last = rows.get(rows.size() - 1);
                assertThat(last.policy()).isEqualTo("spelling");
                assertThat(last.pairs()).isEqualTo(spelt.counts().pairs());
                assertThat(last.triads()).isEqualTo(spelt.counts().matched());
                assertThat(last.added().pairs()).isEqualTo(without(pairs(spelt), pairs(first)));
                assertThat(last.removed().pairs()).isEqualTo(without(pairs(first), pairs(spelt)));
            }
        }
    }

    private static Set<String> pairs(Oracle.Outcome outcome) {
        Set<String> pairs = new HashSet<>();
        for (LabelSet image : outcome.images().values()) {
            for (LabelCount label : image.labels()) {
                pairs.add(image.imageKey() + "\t" + label.label());
            }
        }
        return pairs;
    }

    private static long without(Set<String> more, Set<String> less) {
        return more.stream().filter(pair -> !less.contains(pair)).count();
    }

    @Test
    void refusesRecipesForDifferentThings() throws IOException {
        Files.writeString(folder.resolve("cats.tsv"), "cat\taliases\npersian\t\n");
        Files.writeString(folder.resolve("dog-open.yaml"), "label: cat\nlexicon: cats.tsv\n");

        assertThatThrownBy(() -> compare(1, 64, 1 << 20, Optional.empty()))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("`cat`")
                .hasMessageContaining("`breed`");
    }

    @Test
    void findsTheOpenRecipeBesideTheSeed() {
        assertThat(PoliciesRequest.openBeside(recipe)).contains(folder.resolve("dog-open.yaml"));
        assertThat(PoliciesRequest.openBeside(folder.resolve("dog-open.yaml"))).isEmpty();
    }
}
