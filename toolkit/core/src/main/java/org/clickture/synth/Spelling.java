package org.clickture.synth;

import java.nio.charset.StandardCharsets;

/**
 * Changes how the end of a text is spelt, as people do. All but {@link #misspell} leave its tokens as they are (case, full
 * width, accents, bytes that are no UTF-8 behind the last token).
 */
final class Spelling {

    private static final String BARE = "aceinouy";
    private static final byte[][] ACCENTED = {
        utf8("á"), utf8("ç"), utf8("é"), utf8("í"), utf8("ñ"), utf8("ö"), utf8("ü"), utf8("ý")
    };

    private Spelling() {}

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Swaps, drops or doubles a letter somewhere in text[from, end), if there are two letters in a row. */
    static void misspell(ByteText text, int from, Rng rng) {
        int letters = text.length() - from - 1;
        for (int attempt = 0; attempt < 4 && letters > 0; attempt++) {
            int i = from + rng.below(letters);
            byte first = text.bytes()[i];
            byte second = text.bytes()[i + 1];
            if (!isLower(first) || !isLower(second)) {
                continue;
            }
            switch (rng.below(3)) {
                case 0 -> {
                    text.bytes()[i] = second;
                    text.bytes()[i + 1] = first;
                }
                case 1 -> text.remove(i);
                default -> text.insert(i, first);
            }
            return;
        }
    }

    /** Makes the first letter of each word a capital. */
    static void capitalise(ByteText text, int from) {
        byte[] bytes = text.bytes();
        for (int i = from; i < text.length(); i++) {
            if (isLower(bytes[i]) && (i == from || bytes[i - 1] == ' ')) {
                bytes[i] = (byte) (bytes[i] - 'a' + 'A');
            }
        }
    }

    /** Makes every ASCII letter a capital. */
    static void shout(ByteText text, int from) {
        byte[] bytes = text.bytes();
        for (int i = from; i < text.length(); i++) {
            if (isLower(bytes[i])) {
                bytes[i] = (byte) (bytes[i] - 'a' + 'A');
            }
        }
    }

    /** Puts an accent on one letter, if there is one that can have it. */
    static void accent(ByteText text, int from, Rng rng) {
        int length = text.length() - from;
        int start = rng.below(Math.max(1, length));
        for (int step = 0; step < length; step++) {
            int i = from + (start + step) % length;
            int bare = BARE.indexOf(text.bytes()[i]);
            if (bare >= 0) {
                text.bytes()[i] = ACCENTED[bare][0];
                text.insert(i + 1, ACCENTED[bare][1]);
                return;
            }
        }
    }

    /** Writes the ASCII letters in full width, as East Asian keyboards do. */
    static void widen(ByteText text, int from) {
        String narrow = new String(text.bytes(), from, text.length() - from, StandardCharsets.UTF_8);
        StringBuilder wide = new StringBuilder(narrow.length());
        for (int i = 0; i < narrow.length(); i++) {
            char c = narrow.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            wide.append(letter ? (char) (c - '!' + '\uFF01') : c);
        }
        text.truncate(from);
        text.append(wide.toString());
    }

    private static boolean isLower(byte b) {
        return b >= 'a' && b <= 'z';
    }
}
