package org.clickture.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KeyPrefixTest {

    @Test
    void keepsTheOrderOfKeysThatDifferEarly() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            String a = key(random);
            String b = key(random);
            boolean same = start(a).equals(start(b));
            assertThat(Integer.signum(Long.compare(KeyPrefix.of(a), KeyPrefix.of(b))))
                    .as("%s and %s", a, b)
                    .isEqualTo(same ? 0 : Integer.signum(a.compareTo(b)));
        }
    }

    @Test
    void knowsTheEdges() {
        assertThat(List.of("!", "!!", "!~", "~", "~~~~~~~~~").stream().mapToLong(KeyPrefix::of))
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(prefix -> prefix > 0);
        assertThat(KeyPrefix.of("123456789a")).isEqualTo(KeyPrefix.of("123456789"));
    }

    private static String start(String key) {
        return key.substring(0, Math.min(9, key.length()));
    }

    /** A key of few characters: many have the same beginning. */
    private static String key(SplittableRandom random) {
        StringBuilder key = new StringBuilder();
        for (int i = random.nextInt(1, 13); i > 0; i--) {
            key.append("!0A~".charAt(random.nextInt(random.nextInt(1, 5))));
        }
        return key.toString();
    }
}
