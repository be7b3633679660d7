package org.clickture.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpannedTokensTest {

    private static final List<String> PIECES = List.of(
            "a",
            "Dog",
            "S",
            "s",
            "'",
            "\u2019",
            "'s",
            " ",
            "-",
            "\u00E9",
            "e\u0301",
            "\u0301",
            "\uFB01",
            "\u00BD",
            "\u03A3",
            "\u0130",
            "\u0131",
            "\u00DF",
            "\uFF24",
            "\uD83D\uDC36",
            "\uD801\uDC10",
            "\u0903",
            "\u302E",
            "\uD834\uDD65",
            "\uD55C",
            "\u1112\u1161\u11AB",
            "\uFFFD",
            "\u212A",
            "\u0149",
            "9",
            "\u0663",
            "\t");

    private static List<String> tokens(SpannedTokens spanned) {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < spanned.count(); i++) {
            tokens.add(spanned.token(i));
        }
        return tokens;
    }

    private static List<String> pieces(String text) {
        SpannedTokens spanned = SpannedTokens.of(text);
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i < spanned.count(); i++) {
            pieces.add(spanned.span(i, i + 1).in(text));
        }
        return pieces;
    }

    @ParameterizedTest
    @CsvSource({
        "Boxer Dogs, Boxer|Dogs",
        "'the boxer''s, puppy', the|boxer|puppy",
        "L\u00F6wchen lo\u0308wchen, L\u00F6wchen|lo\u0308wchen",
        "\uFF24\uFF2F\uFF27 \uD83D\uDC36 \uFB01ne, \uFF24\uFF2F\uFF27|\uFB01ne",
        "a\u00BDb, a\u00BD|\u00BDb",
        "d'artois, d|artois"
    })
    void tellsWhereTokensComeFrom(String text, String pieces) {
        assertThat(String.join("|", pieces(text))).isEqualTo(pieces);
    }

    @Test
    void joinsSeveralTokens() {
        SpannedTokens tokens = SpannedTokens.of("my German-Shepherd's bed");

        assertThat(tokens.join(1, 3)).isEqualTo("german shepherd");
        assertThat(tokens.span(1, 3).in("my German-Shepherd's bed")).isEqualTo("German-Shepherd");
    }

    @Test
    void cutsRandomTextsAsTheTokenizerDoes() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            assertSame(text.toString());
        }
    }

    @Test
    void cutsEveryCharacterAsTheTokenizerDoes() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (Character.isDefined(c) && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)) {
                assertSame("a" + Character.toString(c) + "b");
            }
        }
    }

    /** The tokens are the same, and each piece alone holds its token. */
    private static void assertSame(String text) {
        SpannedTokens spanned = SpannedTokens.of(text);
        List<String> expected = Tokenizer.tokens(text).toList();
        if (!tokens(spanned).equals(expected)) {
            assertThat(tokens(spanned)).as(text).isEqualTo(expected);
        }
        for (int i = 0; i < spanned.count(); i++) {
            String piece = spanned.span(i, i + 1).in(text);
            // At the end of a piece alone a sigma is a final one.
            String folded = Tokenizer.fold(piece).replace('\u03C2', '\u03C3');
            if (!folded.contains(spanned.token(i).replace('\u03C2', '\u03C3'))) {
                assertThat(folded).as(text).contains(spanned.token(i));
            }
        }
    }
}
