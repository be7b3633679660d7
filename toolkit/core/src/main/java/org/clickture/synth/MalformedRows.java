package org.clickture.synth;

import java.nio.charset.StandardCharsets;

/** Spoils rows, in the ways that real files show. */
final class MalformedRows {

    private static final String[] BAD_CLICKS = {"0", "", "-1", "1.5", "1e3", " 7", "x", "1234567890123456"};

    private MalformedRows() {}

    /**
     * Puts a malformed row in the place of the one in text[from, end), which is well-formed and ends with LF: a third each
     * with bad fields, a bad key and bad clicks.
     */
    static void spoil(ByteText text, int from, Rng rng) {
        String row = new String(text.bytes(), from, text.length() - from - 1, StandardCharsets.ISO_8859_1);
        String[] fields = row.split("\t");
        String spoilt = switch (rng.below(3)) {
            case 0 -> badFields(row, fields, rng);
            case 1 -> badKey(fields[0], rng) + '\t' + fields[1] + '\t' + fields[2];
            default -> fields[0] + '\t' + fields[1] + '\t' + BAD_CLICKS[rng.below(BAD_CLICKS.length)];
        };
        text.truncate(from);
        text.append(spoilt.getBytes(StandardCharsets.ISO_8859_1)).append('\n');
    }

    private static String badFields(String row, String[] fields, Rng rng) {
        return switch (rng.below(4)) {
            case 0 -> fields[0] + '\t' + fields[1];
            case 1 -> row + "\thttp://www.example.org/";
            case 2 -> fields[0];
            default -> "";
        };
    }

    private static String badKey(String key, Rng rng) {
        return switch (rng.below(4)) {
            case 0 -> "";
            case 1 -> key.substring(0, 7) + ' ' + key.substring(7);
            case 2 -> key.substring(1) + '\u00FF';
            default -> key.repeat(19);
        };
    }
}
