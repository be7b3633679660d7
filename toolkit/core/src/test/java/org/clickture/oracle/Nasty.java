package org.clickture.oracle;

import java.util.List;

/** What random logs are made of. Bytes are written as ISO 8859-1 text, one character each. */
final class Nasty {

    private Nasty() {}

    /** Words of names: few, so that names nest, overlap and nearly meet; some look alike only before they are normalised. */
    static final List<String> WORDS = words(
            "a b c s y by ay yy toy bull terrier boxer boxers husky fox much wish jazz ibis k9 9 dog dogs puppy hot"
                    + " löwchen d'artois charles's ſetter ＤＡＮＥ İz ıs straße ﬁne ŉ ΟΔΟΣ σοφος лайка жy 柴犬 しば 한국 हिन्दी"
                    + " น้ำ 𠀀 𐐔 Ⅷ ½ é ñy dog² \u212A9 ʼs");

    /** Texts between names. */
    static final List<String> NOISE = words(
            "the of food x z 1 ٣ १ 🐶 👩\u200D🦰 ❤\uFE0F \u0301 \u0308\u0301 \u0903 \u20DD ' '' 's ’s ’ ＇s ´s `s ʼs 'S 'ſ s'"
                    + " \0 \r \r\r \uFEFF \uFFFD \uFFFF \u00AD \u200B \u0085 \u000B … ™ ﷺ + # \" , ; \\ _ - Σ .Σ");

    /** Phrases of recipes: some words are of names too. */
    static final List<String> PHRASES =
            List.of("hot", "hot dog", "dog", "toy", "food", "much wish", "of the", "bull", "x", "dogs of");

    /** What stands between two words: mostly a space. */
    static final List<String> SEPARATORS = List.of(
            " ", " ", " ", " ", " ", " ", " ", " ", " ", "  ", "-", "'", "’", ", ", "\u00A0", "\u3000", "'s ", "’s-",
            "");

    /** Bytes that are no UTF-8: alone, cut, overlong, surrogates, too large, never legal. */
    static final List<String> INVALID_UTF8 = words(
            "\u0080 \u00BF\u00BF \u00C3 \u00CC \u00E2\u0080 \u00F0\u009F\u0090 \u00C0\u00AF \u00C1\u00A4 \u00E0\u0080\u0080"
                    + " \u00F0\u0080\u0080\u0080 \u00ED\u00A0\u0080 \u00ED\u00B0\u0080\u00ED\u00A0\u0080 \u00F4\u0090\u0080\u0080"
                    + " \u00F8\u0088\u0080\u0080\u0080 \u00FE \u00FF \u00E2\u0099s");

    /** Legal image keys: of 14 characters and others, some of whose bytes are what others stand for in base64. */
    static final List<String> KEYS = words("a b ~ ! # , \" a,b a\"b ' ; =1 / + 0123456789 MDEyMzQ1Njc4OQ MDEyMzQ1Njc4OR"
            + " MDEyMzQ1Njc4O MDEyMzQ1Njc4OQQ MDEyMzQ1Njc4O= AAAAAAAAAAAAAA /////////////w +/+/+/+/+/+/+g zzzzzzzzzzzzzA"
            + " zzzzzzzzzzzzzQ zzzzzzzzzzzzzz zzzzzzzzzz ../../../../.. "
            + "k".repeat(13) + " " + "k".repeat(14) + " " + "k".repeat(15) + " " + "k".repeat(255));

    static final List<String> BAD_KEYS = List.of(
            "",
            " ",
            "a b",
            "a ",
            "\0",
            "a\u001F",
            "\u007F",
            "\u0080",
            "\u00FF",
            "\u00C3\u00A9",
            "a\r",
            "\u00EF\u00BB\u00BFa",
            "k".repeat(256),
            "k".repeat(1000));

    static final List<String> CLICKS = words("1 2 3 10 007 255 65536 4294967296 000000000000001 999999999999999");

    static final List<String> BAD_CLICKS = List.of(
            "",
            "0",
            "000",
            "000000000000000",
            "+1",
            "-1",
            "1.0",
            " 1",
            "1 ",
            "1\r",
            "1e3",
            "0x1",
            "one",
            "1,000",
            "1\0",
            "1000000000000000",
            "0000000000000001",
            "99999999999999999",
            "\u00EF\u00BC\u0091",
            "\u00D9\u00A1");

    static final List<String> COLUMNS = List.of(
            "key,query,clicks",
            "key,query,clicks",
            "key,query,clicks",
            "key,-,query,clicks",
            "clicks,query,key",
            "query,key,clicks",
            "-,clicks,-,key,query",
            "query,clicks,key,-",
            "-,-,key,query,-,clicks");

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }
}
