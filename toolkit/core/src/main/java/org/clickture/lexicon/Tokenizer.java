package org.clickture.lexicon;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * Turns text into tokens: UTF-8, NFKD, combining marks (Mn) dropped, lower case, U+2019 read as an apostrophe; then a
 * token is a longest run of letters (L*) and decimal digits (Nd), and an apostrophe with a single {@code s} at a
 * token's end is dropped together with that {@code s}.
 *
 * <p>ASCII text is read byte by byte without garbage; a byte of 0x80 or more sends the whole text down the general path.
 * Both give the same tokens where both apply. Stateless, safe for use by several threads.
 */
public final class Tokenizer {

    /** For each byte its lower-case form if it is a token character, {@link #BEYOND_ASCII}, or 0 for every other one. */
    private static final byte[] TOKEN_CHARACTER = new byte[256];

    private static final byte BEYOND_ASCII = -1;

    static {
        Arrays.fill(TOKEN_CHARACTER, 0x80, 0x100, BEYOND_ASCII);
        for (int c = '0'; c <= '9'; c++) {
            TOKEN_CHARACTER[c] = (byte) c;
        }
        for (int c = 'a'; c <= 'z'; c++) {
            TOKEN_CHARACTER[c] = (byte) c;
            TOKEN_CHARACTER[c - 'a' + 'A'] = (byte) c;
        }
    }

    private static final char REPLACEMENT = '\uFFFD';

    /** A character that is in no token. */
    private static final int END = 0;

    /** Tells a capital ASCII letter from a small one. */
    private static final int CASE_BIT = 0x20;

    /** What a UTF-16 code unit takes at most. */
    private static final int MAX_UTF8_BYTES = 3;

    private Tokenizer() {}

    /** Reads the tokens of a text. */
    public static Tokens tokens(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        Tokens tokens = new Tokens();
        tokenize(utf8, 0, utf8.length, tokens);
        return tokens;
    }

    /**
     * Reads the tokens of text[from, to) into {@code tokens}, whose old content is lost.
     *
     * @param text UTF-8; malformed sequences are read as U+FFFD and noted in {@link Tokens#invalidUtf8()}
     */
    public static void tokenize(byte[] text, int from, int to, Tokens tokens) {
        if (!tokenizeAscii(text, from, to, tokens)) {
            tokenizeUnicode(text, from, to, tokens);
        }
    }

    /**
     * The same for ASCII, byte by byte without garbage; every query of a log without a gate comes by here.
     *
     * @return false if the text holds a byte of 0x80 or more; the tokens are of no use then
     */
    static boolean tokenizeAscii(byte[] text, int from, int to, Tokens tokens) {
        tokens.clear(to - from);
        byte[] out = tokens.bytes();
        int length = 0;
        int i = from;
        while (i < to) {
            byte c = TOKEN_CHARACTER[text[i] & 0xFF];
            if (c <= 0) {
                if (c == BEYOND_ASCII) {
                    return false;
                }
                i++;
                continue;
            }
            if (length > 0) {
                out[length++] = ' ';
            }
            int hash = 0;
            do {
                out[length++] = c;
                hash = Vocabulary.hash(hash, c);
                i++;
                c = i < to ? TOKEN_CHARACTER[text[i] & 0xFF] : 0;
            } while (c > 0);
            tokens.end(length, hash);
            while (i + 1 < to
                    && text[i] == '\''
                    && (text[i + 1] | CASE_BIT) == 's'
                    && (i + 2 == to || TOKEN_CHARACTER[text[i + 2] & 0xFF] == 0)) {
                i += 2;
            }
        }
        return true;
    }

    static void tokenizeUnicode(byte[] utf8, int from, int to, Tokens tokens) {
        String text = new String(utf8, from, to - from, StandardCharsets.UTF_8);
        boolean invalid = text.indexOf(REPLACEMENT) >= 0 && !isValid(utf8, from, to);
        text = fold(text);
        tokens.clear(MAX_UTF8_BYTES * text.length());
        if (invalid) {
            tokens.markInvalidUtf8();
        }
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (!isTokenCharacter(c)) {
                continue;
            }
            tokens.begin();
            do {
                tokens.append(c);
                c = i < text.length() ? text.codePointAt(i) : END;
                i += Character.charCount(c);
            } while (isTokenCharacter(c));
            i -= Character.charCount(c);
            tokens.end();
            while (text.startsWith("'s", i) && (i + 2 >= text.length() || !isTokenCharacter(text.codePointAt(i + 2)))) {
                i += 2;
            }
        }
    }

    private static String fold(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder bare = new StringBuilder(decomposed.length());
        int c;
        for (int i = 0; i < decomposed.length(); i += Character.charCount(c)) {
            c = decomposed.codePointAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                bare.appendCodePoint(c);
            }
        }
        return bare.toString().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }

    private static boolean isTokenCharacter(int codePoint) {
        return Character.isLetter(codePoint) || Character.isDigit(codePoint);
    }

    private static boolean isValid(byte[] utf8, int from, int to) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
