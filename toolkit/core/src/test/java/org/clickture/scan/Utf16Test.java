package org.clickture.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class Utf16Test {

    private static final String ROWS = "AAAAAAAAAAAAAA\tboxer dog \u2603\u2603\t10\r\nBBBBBBBBBBBBBB\tpug dog\t1\r\n";

    @Test
    void seesItWithAndWithoutAMark() {
        for (Charset charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(Utf16.seems(ROWS.getBytes(charset))).as(charset.name()).isTrue();
        }
        assertThat(Utf16.seems("\uFEFF\u2603\u2603".getBytes(StandardCharsets.UTF_16LE)))
                .isTrue();
    }

    @Test
    void takesNothingElseForIt() {
        assertThat(Utf16.seems(new byte[0])).isFalse();
        assertThat(Utf16.seems(new byte[] {-1})).isFalse();
        assertThat(Utf16.seems(new byte[100])).isFalse();
        assertThat(Utf16.seems(ROWS.getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThat(Utf16.seems(("\uFEFF" + ROWS).getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(Utf16.seems((ROWS + "\0\0\0").getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }
}
