package org.clickture.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.clickture.MalformedReason;
import org.junit.jupiter.api.Test;

final class MalformedRowsTest {

    private static MalformedReason reason(String row) {
        String[] fields = row.split("\t", -1);
        if (fields.length != 3) {
            return MalformedReason.FIELDS;
        }
        if (!fields[0].matches("[!-~]{1,255}")) {
            return MalformedReason.KEY;
        }
        assertThat(fields[2]).doesNotMatch("0*[1-9][0-9]{0,14}");
        return MalformedReason.CLICKS;
    }

    @Test
    void spoilsARowInEveryWay() {
        Rng rng = new Rng();
        Map<MalformedReason, Set<String>> rows = new EnumMap<>(MalformedReason.class);
        for (int stream = 0; stream < 1_000; stream++) {
            rng.start(3, stream);
            ByteText text = new ByteText(8);
            text.append("before\nAAAAAAAAAAAAAA\tdög\t12\n");
            MalformedRows.spoil(text, 7, rng);
            String all = new String(text.bytes(), 0, text.length(), StandardCharsets.ISO_8859_1);
            assertThat(all).startsWith("before\n").endsWith("\n");
            String row = all.substring(7, all.length() - 1);
            assertThat(row).doesNotContain("\n");
            rows.computeIfAbsent(reason(row), reason -> new HashSet<>()).add(row);
        }
        assertThat(rows.get(MalformedReason.FIELDS)).hasSize(4).contains("");
        assertThat(rows.get(MalformedReason.KEY)).hasSize(4);
        assertThat(rows.get(MalformedReason.CLICKS)).hasSize(8);
    }
}
