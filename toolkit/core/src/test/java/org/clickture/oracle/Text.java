package org.clickture.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** From bytes to text to tokens. */
final class Text {

    private Text() {}

    /** The text of some bytes, malformed sequences as U+FFFD. */
    static String decode(byte[] utf8) {
        return new String(utf8, UTF_8);
    }

    /** Whether bytes are well-formed UTF-8: only then do they come back from their text. */
    static boolean isUtf8(byte[] bytes) {
        return Arrays.equals(decode(bytes).getBytes(UTF_8), bytes);
    }

    /** The tokens of a text, in its order. */
    static List<String> tokens(String text) {
        int[] characters = normalise(text).codePoints().toArray();
        List<String> tokens = new ArrayList<>();
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < characters.length; i++) {
            if (isTokenCharacter(characters, i)) {
                token.appendCodePoint(characters[i]);
                continue;
            }
            if (!token.isEmpty()) {
                tokens.add(token.toString());
                token.setLength(0);
            }
            if (isPossessive(characters, i)) {
                i++; // the s goes with its apostrophe
            }
        }
        if (!token.isEmpty()) {
            tokens.add(token.toString());
        }
        return tokens;
    }

    private static String normalise(String text) {
        StringBuilder unmarked = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .codePoints()
                .filter(character -> Character.getType(character) != Character.NON_SPACING_MARK)
                .forEach(unmarked::appendCodePoint);
        return unmarked.toString().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }

    /** Whether the apostrophe and the s behind it are those of a possessive. */
    private static boolean isPossessive(int[] characters, int i) {
        return characters[i] == '\''
                && isTokenCharacter(characters, i - 1)
                && i + 1 < characters.length
                && characters[i + 1] == 's'
                && !isTokenCharacter(characters, i + 2);
    }

    /** Whether there is a letter or a decimal digit at {@code i}; no beyond both ends. */
    private static boolean isTokenCharacter(int[] characters, int i) {
        if (i < 0 || i >= characters.length) {
            return false;
        }
        return switch (Character.getType(characters[i])) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER -> true;
            default -> false;
        };
    }
}
