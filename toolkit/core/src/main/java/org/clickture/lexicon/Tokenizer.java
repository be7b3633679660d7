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
 * <p>ASCII text, and text that {@link AsciiFolding} makes ASCII of, is read without garbage; all other text takes the
 * general path. All ways give the same tokens where they apply. Safe for use by several threads.
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

    private static final long CASE_BITS = 0x2020202020202020L;
    private static final long APOSTROPHES = 0x2727272727272727L;
    private static final long LOW_BITS = ~Words.HIGH_BITS;

    private Tokenizer() {}

    /** Reads the tokens of a text. */
    public static Tokens tokens(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        Tokens tokens = new Tokens();
        tokenize(utf8, 0, utf8.length, tokens);
        return tokens;
    }

    /** Whether a text has a token: a letter or digit. */
    public static boolean hasToken(String text) {
        return tokens(text).count() > 0;
    }

    /**
     * Reads the tokens of text[from, to) into {@code tokens}, whose old content is lost.
     *
     * @param text UTF-8; malformed sequences are read as U+FFFD and noted in {@link Tokens#invalidUtf8()}
     */
    public static void tokenize(byte[] text, int from, int to, Tokens tokens) {
        if (tokenizeShort(text, from, to, tokens) || tokenizeAscii(text, from, to, tokens)) {
            return;
        }
        byte[] folded = tokens.folded();
        int length = AsciiFolding.fold(text, from, to, folded);
        if (length == AsciiFolding.NOT_ASCII) {
            tokenizeUnicode(text, from, to, tokens);
        } else if (!tokenizeShort(folded, 0, length, tokens)) {
            tokenizeAscii(folded, 0, length, tokens);
        }
    }

    /**
     * The same for short ASCII texts without an apostrophe, which most queries are: finds the token characters eight at a
     * time, then cuts tokens from their bits, so that the processor has few branches to guess.
     *
     * @return false if the text is not such a one; the tokens are of no use then
     */
    static boolean tokenizeShort(byte[] text, int from, int to, Tokens tokens) {
        int length = to - from;
        if (length > Long.SIZE) {
            return false;
        }
        tokens.clear(Long.SIZE + Words.BYTES);
        byte[] out = tokens.characters();
        long tokenBits = 0;
        long others = 0;
        for (int i = 0; i < length; i += Words.BYTES) {
            long word = Words.read(text, from + i, to);
            long lower = word | CASE_BITS;
            long apostrophe = word ^ APOSTROPHES;
            others |= word | ((apostrophe - Words.ONES) & ~apostrophe);
            long letters = Words.inRange(lower & LOW_BITS, 'a', 'z');
            long digits = Words.inRange(word & LOW_BITS, '0', '9');
            tokenBits |= Words.gather(letters | digits) << i;
            Words.WORD.set(out, i, lower);
        }
        if ((others & Words.HIGH_BITS) != 0) {
            return false;
        }
        while (tokenBits != 0) {
            int start = Long.numberOfTrailingZeros(tokenBits);
            int end = start + Long.numberOfTrailingZeros(~(tokenBits >>> start));
            tokens.add(start, end);
            tokenBits = end < Long.SIZE ? tokenBits >>> end << end : 0;
        }
        return true;
    }

    /**
     * The same for ASCII, byte by byte.
     *
     * @return false if the text holds a byte of 0x80 or more; the tokens are of no use then
     */
    static boolean tokenizeAscii(byte[] text, int from, int to, Tokens tokens) {
        tokens.clear(to - from);
        byte[] out = tokens.characters();
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
            int start = length;
            do {
                out[length++] = c;
                i++;
                c = i < to ? TOKEN_CHARACTER[text[i] & 0xFF] : 0;
            } while (c > 0);
            tokens.add(start, length);
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
        byte[] characters = text.getBytes(StandardCharsets.UTF_8);
        tokens.clear(characters.length);
        System.arraycopy(characters, 0, tokens.characters(), 0, characters.length);
        if (invalid) {
            tokens.markInvalidUtf8();
        }
        int at = 0;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (!isTokenCharacter(c)) {
                i += Character.charCount(c);
                at += utf8Length(c);
                continue;
            }
            int start = at;
            do {
                i += Character.charCount(c);
                at += utf8Length(c);
                c = i < text.length() ? text.codePointAt(i) : END;
            } while (isTokenCharacter(c));
            tokens.add(start, at);
            while (text.startsWith("'s", i) && (i + 2 == text.length() || !isTokenCharacter(text.codePointAt(i + 2)))) {
                i += 2;
                at += 2;
            }
        }
    }

    private static int utf8Length(int codePoint) {
        return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }

    /** Decomposes a text, drops its marks, and turns it to lower case. */
    static String fold(String text) {
        return bare(text).toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }

    /** Decomposes a text and drops its marks. */
    static String bare(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder bare = new StringBuilder(decomposed.length());
        int c;
        for (int i = 0; i < decomposed.length(); i += Character.charCount(c)) {
            c = decomposed.codePointAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                bare.appendCodePoint(c);
            }
        }
        return bare.toString();
    }

    static boolean isTokenCharacter(int codePoint) {
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
