package org.clickture.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TokenizerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Golden Retriever|golden retriever",
                "german-shepherd|german shepherd",
                "boxer's|boxer",
                "BOXER'S PUPPY|boxer puppy",
                "boxer’s|boxer",
                "boxer＇s|boxer",
                "boxers'|boxers",
                "d'artois|d artois",
                "dog'ss|dog ss",
                "dog's's|dog",
                "'s dog|s dog",
                "dog's|dog",
                "dog's9|dog s9",
                "rock'n'roll|rock n roll",
                "Ｄｏｇ|dog",
                "dög|dog",
                "do\u0308g|dog",
                "ﬁla|fila",
                "İstanbul|istanbul",
                "straße|straße",
                "ΟΔΟΣ|οδος",
                "a_b.c/d|a b c d",
                "٣ dogs|٣ dogs",
                "x² dog|x2 dog",
                "犬 dog|犬 dog",
                "🐶dog🐶|dog",
                "क्षि dog|कष dog",
                "½ dog|1 2 dog"
            })
    void readsTokens(String text, String tokens) {
        assertThat(Tokenizer.tokens(text)).hasToString(tokens);
        assertThat(Tokenizer.tokens(text).toList()).isEqualTo(List.of(tokens.split(" ")));
    }

    @Test
    void findsNothingInNothing() {
        assertThat(Tokenizer.tokens("").toList()).isEmpty();
        assertThat(Tokenizer.tokens("'-.’\u0301 ").toList()).isEmpty();
    }

    @Test
    void readsMalformedUtf8AsReplacementAndSaysSo() {
        byte[] cut = {'d', 'o', 'g', (byte) 0xC3};
        Tokens tokens = new Tokens();
        Tokenizer.tokenize(cut, 0, 4, tokens);
        assertThat(tokens).hasToString("dog");
        assertThat(tokens.invalidUtf8()).isTrue();

        byte[] split = {'d', 'o', (byte) 0xE2, (byte) 0x82, 'g'};
        Tokenizer.tokenize(split, 0, 5, tokens);
        assertThat(tokens).hasToString("do g");

        Tokenizer.tokenize(cut, 0, 3, tokens);
        assertThat(tokens.invalidUtf8()).isFalse();
    }

    @Test
    void takesAWrittenReplacementCharacterForValid() {
        assertThat(Tokenizer.tokens("dog \uFFFD").invalidUtf8()).isFalse();
    }

    @Test
    void readsAsciiAsTheGeneralPathDoes() {
        SplittableRandom random = new SplittableRandom(1);
        String[] alphabets = {"abSs''''09zZ -.\t\u0000\u007F", "abSs09zZ -.@[`{/:\u0010\u0019", "aZ09 "};
        Tokens fast = new Tokens();
        Tokens general = new Tokens();
        int shortOnes = 0;
        for (int i = 0; i < 40_000; i++) {
            String alphabet = alphabets[random.nextInt(alphabets.length)];
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(random.nextBoolean() ? 20 : 90); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
            int from = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
            int to = from + random.nextInt(bytes.length - from + 1);
            Tokenizer.tokenizeUnicode(bytes, from, to, general);
            assertThat(Tokenizer.tokenizeAscii(bytes, from, to, fast)).isTrue();
            assertSame(fast, general, text);
            if (Tokenizer.tokenizeShort(bytes, from, to, fast)) {
                assertSame(fast, general, text);
                shortOnes++;
            }
        }
        assertThat(shortOnes).isBetween(15_000, 35_000);
    }

    private static void assertSame(Tokens fast, Tokens general, CharSequence text) {
        assertThat(fast.toList()).as("\"%s\"", text).isEqualTo(general.toList());
        assertThat(new String(fast.normalised(), 0, fast.normalisedLength(), StandardCharsets.US_ASCII))
                .isEqualTo(general.toString());
    }

    @Test
    void readsEveryCharacterOfTheBasicPlaneAsTheGeneralPathDoes() {
        Tokens any = new Tokens();
        Tokens general = new Tokens();
        int folded = 0;
        for (int c = 1; c < 0x10000; c++) {
            if (Character.isSurrogate((char) c)) {
                continue;
            }
            byte[] bytes = ("X" + (char) c + "Y" + (char) c + "s " + (char) c).getBytes(StandardCharsets.UTF_8);
            Tokenizer.tokenizeUnicode(bytes, 0, bytes.length, general);
            Tokenizer.tokenize(bytes, 0, bytes.length, any);
            assertThat(any.toList()).as("U+%04X", c).isEqualTo(general.toList());
            byte[] room = new byte[AsciiFolding.MAX_FOLDED_TEXT_BYTES];
            folded += AsciiFolding.fold(bytes, 0, bytes.length, room) != AsciiFolding.NOT_ASCII ? 1 : 0;
        }
        assertThat(folded).isBetween(2_000, 10_000);
    }

    @Test
    void readsTextsOfManyScriptsAndMalformedOnesAsTheGeneralPathDoes() {
        SplittableRandom random = new SplittableRandom(5);
        String[] pieces = {
            "dog",
            "D",
            "s",
            "'",
            " ",
            "\u2019",
            "\u00e9",
            "e\u0301",
            "\u0130",
            "\u212a",
            "\uff24",
            "\u03a3",
            "\u03c3",
            "\u00bd",
            "\ufb01",
            "\u4e2d",
            "\ufffd",
            "\ud83d\udc36",
            "\u0660",
            "\u2487",
            "\u0345"
        };
        Tokens any = new Tokens();
        Tokens general = new Tokens();
        for (int i = 0; i < 40_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int count = random.nextInt(random.nextInt(10) == 0 ? 200 : 8); count > 0; count--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            for (int bad = random.nextInt(3); bad > 0 && bytes.length > 0; bad--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Tokenizer.tokenizeUnicode(bytes, 0, bytes.length, general);
            Tokenizer.tokenize(bytes, 0, bytes.length, any);
            assertThat(any.toList()).as("\"%s\"", text).isEqualTo(general.toList());
            assertThat(any.invalidUtf8()).as("\"%s\"", text).isEqualTo(general.invalidUtf8());
        }
    }

    @Test
    void leavesTextsBeyondAsciiToTheGeneralPath() {
        for (String text : new String[] {"dog\u00e9", "\u00e9", "dog's\u00e9", "dog'\u00e9"}) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThat(Tokenizer.tokenizeShort(bytes, 0, bytes.length, new Tokens()))
                    .isFalse();
            assertThat(Tokenizer.tokenizeAscii(bytes, 0, bytes.length, new Tokens()))
                    .isFalse();
        }
    }
}
