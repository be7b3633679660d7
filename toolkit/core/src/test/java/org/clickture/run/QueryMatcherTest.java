package org.clickture.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.clickture.DropReason;
import org.clickture.QueryReading;
import org.clickture.oracle.RandomLog;
import org.clickture.oracle.RandomLogs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryMatcherTest {

    private static final int SEEDS = 150;

    @TempDir
    Path folder;

    @Test
    void explainsRandomQueriesAsItMatchesThem() throws IOException {
        int matched = 0;
        int dropped = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomLog log = RandomLogs.of(seed);
            QueryMatcher matcher = Clickture.matcher(log.writeTo(folder.resolve("log-" + seed)));
            for (byte[] file : log.files().values()) {
                // One character a byte, so that malformed UTF-8 stays as it is. Other fields are queries as good as
                // any.
                for (String field : new String(file, ISO_8859_1).split("[\t\n]", -1)) {
                    byte[] query = field.getBytes(ISO_8859_1);
                    QueryMatcher.Match match = matcher.match(query);
                    QueryReading reading = matcher.read(new String(query, UTF_8));

                    assertThat(reading.labels())
                            .as("seed %d: %s", seed, reading.query())
                            .isEqualTo(match.labels());
                    assertThat(reading.passesGate())
                            .as("seed %d: %s", seed, reading.query())
                            .isEqualTo(match.gate());
                    assertThat(reading.drop().equals(Optional.of(DropReason.NAME)))
                            .as("seed %d: %s", seed, reading.query())
                            .isEqualTo(match.gate() && match.labels().isEmpty());
                    matched += reading.drop().isEmpty() ? 1 : 0;
                    dropped += reading.drop().isEmpty() ? 0 : 1;
                }
            }
        }
        assertThat(matched).isGreaterThan(1000);
        assertThat(dropped).isGreaterThan(1000);
    }
}
