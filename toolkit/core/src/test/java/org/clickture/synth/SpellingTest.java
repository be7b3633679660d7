package org.clickture.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SpellingTest {

    private final Rng rng = new Rng();
    private final ByteText text = new ByteText(16);

    private void start(String query) {
        text.truncate(0);
        text.append("KEY\t").append(query);
    }

    private String query() {
        assertThat(new String(text.bytes(), 0, 4, StandardCharsets.UTF_8)).isEqualTo("KEY\t");
        return new String(text.bytes(), 4, text.length() - 4, StandardCharsets.UTF_8);
    }

    @Test
    void capitalisesWords() {
        start("boxer's 2 löwchen dogs");
        Spelling.capitalise(text, 4);
        assertThat(query()).isEqualTo("Boxer's 2 Löwchen Dogs");
    }

    @Test
    void shouts() {
        start("boxer's 2 dogs");
        Spelling.shout(text, 4);
        assertThat(query()).isEqualTo("BOXER'S 2 DOGS");
    }

    @Test
    void widensLetters() {
        start("Dog zoo 2 é");
        Spelling.widen(text, 4);
        assertThat(query()).isEqualTo("Ｄｏｇ ｚｏｏ 2 é");
    }

    @Test
    void putsOneAccentThatTokensDoNotShow() {
        List<String> tokens = NaiveLabels.tokens("boxer dog anyhow");
        Set<String> seen = new HashSet<>();
        for (int stream = 0; stream < 200; stream++) {
            rng.start(1, stream);
            start("boxer dog anyhow");
            Spelling.accent(text, 4, rng);
            assertThat(NaiveLabels.tokens(query())).isEqualTo(tokens);
            seen.add(query());
        }
        assertThat(seen)
                .contains("böxer dog anyhow", "boxer dög anyhow", "boxer dog añyhow")
                .hasSize(7);
    }

    @Test
    void leavesATextWithoutSuchLettersAsItIs() {
        start("ffff 2");
        Spelling.accent(text, 4, rng);
        assertThat(query()).isEqualTo("ffff 2");
        start("");
        Spelling.accent(text, 4, rng);
        Spelling.misspell(text, 4, rng);
        Spelling.capitalise(text, 4);
        assertThat(query()).isEmpty();
        start("a b c 12");
        Spelling.misspell(text, 4, rng);
        assertThat(query()).isEqualTo("a b c 12");
    }

    @Test
    void misspellsByOneLetter() {
        Set<String> seen = new HashSet<>();
        for (int stream = 0; stream < 200; stream++) {
            rng.start(1, stream);
            start("pug");
            Spelling.misspell(text, 4, rng);
            seen.add(query());
        }
        assertThat(seen).containsExactlyInAnyOrder("upg", "pgu", "ug", "pg", "ppug", "puug");
    }
}
