package org.clickture.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clickture.Counts;
import org.clickture.MalformedReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RandomLogsTest {

    @TempDir
    Path folder;

    @Test
    void makesTheSameLogOfTheSameSeed() {
        RandomLog log = RandomLogs.of(7);
        RandomLog same = RandomLogs.of(7);

        assertThat(same.rules()).isEqualTo(log.rules());
        assertThat(same.files()).usingRecursiveComparison().isEqualTo(log.files());
    }

    @Test
    void writesRecipesThatReadAsTheyWere() throws IOException {
        for (int seed = 0; seed < 50; seed++) {
            RandomLog log = RandomLogs.of(seed);
            assertThat(Rules.read(log.writeTo(folder.resolve(Integer.toString(seed)))))
                    .as("seed %d", seed)
                    .isEqualTo(log.rules());
        }
    }

    @Test
    void makesLogsInWhichEverythingHappens() {
        Set<String> happened = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            RandomLog log = RandomLogs.of(seed);
            Counts counts =
                    Oracle.label(log.rules(), log.columns(), log.files()).counts();
            Map<String, Boolean> events = Map.of(
                    "invalid UTF-8",
                    counts.invalidUtf8() > 0,
                    "gate closed",
                    counts.gated() < counts.rows() - counts.malformedRows(),
                    "no name",
                    counts.matched() < counts.gated(),
                    "several triads",
                    counts.pairs() < counts.matched(),
                    "ambiguous",
                    counts.ambiguous() > 0,
                    "one label only",
                    counts.ambiguous() < counts.images(),
                    "more than ten malformed",
                    counts.malformedRows() > 10,
                    "bad key",
                    counts.malformed().getOrDefault(MalformedReason.KEY, 0L) > 0,
                    "bad clicks",
                    counts.malformed().getOrDefault(MalformedReason.CLICKS, 0L) > 0,
                    "nothing",
                    counts.rows() == 0);
            events.forEach((event, happens) -> happened.addAll(happens ? Set.of(event) : Set.of()));
        }
        assertThat(happened).hasSize(10);
    }

    @Test
    void makesLogsInWhichEveryRuleForNamesDecides() {
        Set<String> decided = new HashSet<>();
        for (int seed = 0; seed < 400; seed++) {
            RandomLog log = RandomLogs.of(seed);
            Rules rules = log.rules();
            Map<String, Rules> others = Map.of(
                    "spelling", rules.withSpelling(0),
                    "homonyms", rules.withNameRules(List.of(), rules.context(), rules.reject(), rules.compounds()),
                    "context", rules.withNameRules(rules.homonyms(), List.of(), rules.reject(), rules.compounds()),
                    "reject", rules.withNameRules(rules.homonyms(), rules.context(), List.of(), rules.compounds()),
                    "compounds", rules.withNameRules(rules.homonyms(), rules.context(), rules.reject(), List.of()));
            String dataset = Oracle.label(rules, log.columns(), log.files()).dataset();
            others.forEach((rule, without) -> {
                if (!Oracle.label(without, log.columns(), log.files()).dataset().equals(dataset)) {
                    decided.add(rule);
                }
            });
        }
        assertThat(decided).hasSize(5);
    }
}
