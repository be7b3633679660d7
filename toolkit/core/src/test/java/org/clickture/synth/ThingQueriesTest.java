package org.clickture.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ThingQueriesTest {

    private static final List<String> TOPICS = Theme.of(Logs.LEXICON).others(BackgroundQueries.all());

    private final Rng rng = new Rng();
    private final ByteText text = new ByteText(64);

    private String query(ThingQueries things, int topic, int breadth) {
        text.truncate(0);
        things.write(text, rng, topic, breadth);
        return new String(text.bytes(), 0, text.length(), StandardCharsets.UTF_8);
    }

    @Test
    void neverWritesADogWord() {
        ThingQueries things = new ThingQueries(TOPICS, 5e6, 2.88);
        for (int i = 0; i < 30_000; i++) {
            assertThat(NaiveLabels.passesGate(
                            List.of(query(things, things.topic(rng), 3).split("[^a-z]+"))))
                    .isFalse();
        }
    }

    @Test
    void hasAsManyVariationsAsALargeLogNeeds() {
        ThingQueries things = new ThingQueries(TOPICS, 2e9, 2.88);
        Set<String> queries = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            queries.add(query(things, 17, 1));
        }
        assertThat(queries).hasSizeGreaterThan(25_000);
        assertThat(queries).allMatch(query -> query.length() < 120);
    }

    @Test
    void staysWithFewTopicsInAShortLog() {
        ThingQueries things = new ThingQueries(TOPICS, 1, 2.88);
        Set<String> queries = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            assertThat(things.topic(rng)).isZero();
            queries.add(query(things, 0, 1));
        }
        assertThat(queries).hasSize(1);
    }

    @Test
    void variesAThingByAtMostOneModifier() {
        ThingQueries things = new ThingQueries(TOPICS, 1e3, 2.88);
        Set<String> queries = new HashSet<>();
        for (int i = 0; i < 3_000; i++) {
            text.truncate(0);
            things.writeVaried(text, rng, "hot dog".getBytes(StandardCharsets.UTF_8));
            queries.add(new String(text.bytes(), 0, text.length(), StandardCharsets.UTF_8));
        }
        assertThat(queries)
                .contains("hot dog", "hot dog costume", "pictures of hot dog")
                .hasSizeLessThan(210);
    }
}
